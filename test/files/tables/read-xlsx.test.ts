import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { readXlsx, readXlsxFile, type XlsxOptions } from "../../../src/files/tables/read-xlsx.js";
import { isUnread } from "../../../src/files/tables/table.js";
import { TableError, type TableFailure } from "../../../src/files/tables/table-failure.js";
import { collect } from "./collect.js";
import { storedZip, type WorkbookText, workbook, workbookFiles } from "./stored-zip.js";

/** Styles 0 to 4: none, a built-in date, 0%, a date of one's own, and one that is a number. */
const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>' +
  '<numFmt numFmtId="173" formatCode="0&quot; days&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="9"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="173"/></cellXfs>';

const HEADER =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>applicant</t></is></c><c r="B1" t="inlineStr"><is><t>4.1.2</t></is></c></row>';

/** Sheet data under the header `applicant`, `4.1.2`. */
function data(rows: string): string {
  return `<sheetData>${HEADER}${rows}</sheetData>`;
}

/** The cell B2, whose tag and inside are given. */
async function cellB2(tag: string, inside: string, rest: Omit<WorkbookText, "sheets"> = {}): Promise<unknown> {
  const sheet = data(`<row r="2"><c r="A2" t="str"><v>A1</v></c><c r="B2" ${tag}>${inside}</c></row>`);
  const { rows } = await readXlsx(workbook({ sheets: { scores: sheet }, styles: STYLES, ...rest }));
  const [row] = await collect(rows);
  const cell = row?.cells[1] ?? null;
  return isUnread(cell) ? cell.failure.code : cell;
}

async function refusal(bytes: Uint8Array, options: XlsxOptions = {}): Promise<TableFailure> {
  return failureOf(readXlsx(bytes, options).then(({ rows }) => collect(rows)));
}

async function failureOf(read: Promise<unknown>): Promise<TableFailure> {
  const error = await read.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TableError);
  return (error as TableError).failure;
}

describe("readXlsx", () => {
  it("gives the header and the rows under it, each with its number in the sheet", async () => {
    const sheet = data(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>80</v></c></row><row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="b"><v>1</v></c></row>',
    );
    const table = await readXlsx(
      workbook({ sheets: { 评分: sheet }, strings: ["<t>单位甲</t>", "<r><t>a </t></r><r><t>b</t></r><rPh><t>x</t></rPh>"] }),
    );
    expect(table.columns).toEqual(["applicant", "4.1.2"]);
    expect(await collect(table.rows)).toEqual([
      { row: 2, cells: ["单位甲", 80] },
      { row: 4, cells: ["a b", true] },
    ]);
  });

  it("takes a number as it is stored and a number typed as text as text", async () => {
    expect(await cellB2("", "<v>612.50</v>")).toBe(612.5);
    expect(await cellB2('s="4"', "<v>55</v>")).toBe(55);
    expect(await cellB2('t="str"', "<v> 80 </v>")).toBe(" 80 ");
  });

  it("takes a percentage as it is stored: no score of whole steps", async () => {
    expect(await cellB2('s="2"', "<v>0.8</v>")).toBe(0.8);
  });

  it.each([
    ["1", "44907", "2022-12-12"],
    ["3", "44907", "2022-12-12"],
    ["1", "44907.354166666664", "2022-12-12T08:30:00"],
    ["1", "1e300", "bad-cell"],
  ])("style %s makes %s the date %s", async (style, serial, date) => {
    expect(await cellB2(`s="${style}"`, `<v>${serial}</v>`)).toBe(date);
  });

  it("counts days from 1904 where the workbook does", async () => {
    expect(await cellB2('s="1"', "<v>43445</v>", { properties: 'date1904="1"' })).toBe("2022-12-12");
  });

  it("takes the result that is stored with a formula; an error, or a formula without one, is an empty cell", async () => {
    expect(await cellB2("", "<f>A1*2</f><v>80</v>")).toBe(80);
    expect(await cellB2('t="str"', '<f>IF(A1,"x","")</f><v></v>')).toBeNull();
    expect(await cellB2('t="e"', "<f>1/0</f><v>#DIV/0!</v>")).toBeNull();
    expect(await cellB2("", "<f>A1*2</f>")).toBeNull();
  });

  it.each([
    ['t="s"', "<v>9</v>"],
    ['t="b"', "<v>yes</v>"],
    ['t="zz"', "<v>1</v>"],
    ["", "<v>x</v>"],
  ])("does not guess at a cell %s with %s in it", async (tag, inside) => {
    await expect(cellB2(tag, inside)).rejects.toThrow(TableError);
  });

  it("passes over empty rows, wherever they are, and keeps what stands to the right of the header", async () => {
    const rows =
      '<row r="2"><c r="A2" s="1"/><c r="Z2"/></row><row r="3"><c r="A3" t="str"><v>A1</v></c><c r="D3" t="str"><v>note</v></c></row><row r="1048576"/>';
    const table = await readXlsx(workbook({ sheets: { s: data(rows) }, styles: STYLES }));
    expect(table.columns).toEqual(["applicant", "4.1.2"]);
    expect(await collect(table.rows)).toEqual([{ row: 3, cells: ["A1", null, null, "note"] }]);
  });

  it("reads the first sheet, or the one asked for by name or number", async () => {
    const [other, first, second] = ["other", "first", "02"].map((word) =>
      data(`<row r="2"><c r="A2" t="str"><v>${word}</v></c></row>`),
    );
    const book = workbook({ sheets: { other: `${other}`, first: `${first}`, "02": `${second}` } });
    const firstCell = async (options?: XlsxOptions) => (await collect((await readXlsx(book, options)).rows))[0]?.cells[0];
    expect(await firstCell()).toBe("other");
    expect(await firstCell({ sheet: "first" })).toBe("first");
    expect(await firstCell({ sheet: "2" })).toBe("first");
    expect(await firstCell({ sheet: "02" })).toBe("02");
    const { message } = await refusal(book, { sheet: "Firsts" });
    expect(message.en).toBe("no such sheet `Firsts`: there are other, first, 02; name one, or give its number, 1 to 3");
    expect(message.zh).toBe("没有工作表 `Firsts`：可用 other、first、02，或者写序号 1 至 3");
    expect((await refusal(book, { sheet: "0" })).code).toBe("unknown-sheet");
    expect((await refusal(book, { sheet: "4" })).code).toBe("unknown-sheet");
  });

  it("does not guess where the header is, but says where something stands", async () => {
    const sheet =
      '<sheetData><row r="3"><c r="A3" t="str"><v>applicant</v></c></row><row r="4"><c r="A4" t="str"><v>A1</v></c></row></sheetData>';
    const book = workbook({ sheets: { s: sheet } });
    const { columns, rows } = await readXlsx(book, { headerRow: 3 });
    expect([columns, await collect(rows)]).toEqual([["applicant"], [{ row: 4, cells: ["A1"] }]]);
    expect((await refusal(book)).message.en).toBe(
      "no header in row 1, the first row with anything in it is 3: give the number of the header row",
    );
    expect((await refusal(book, { headerRow: 9 })).message.en).toContain("nothing stands in row 9");
  });

  it("takes text as it is written: entities, escapes, spaces", async () => {
    expect(await cellB2('t="inlineStr"', '<is><t xml:space="preserve"> &lt;&#x4e59;&#10;_x000D__x005F_x0041_ </t></is>')).toBe(
      " <乙\n\r_x0041_ ",
    );
  });

  it("reads what another program writes", async () => {
    const rows = [
      ["申报单位", "4.1.2", "当日"],
      ["单位甲 & <乙>", 80.25, { value: new Date(Date.UTC(2022, 11, 12)), type: Date, format: "yyyy-mm-dd" }],
      [null, { value: 0.8, type: Number, format: "0%" }, true],
    ];
    const table = await readXlsx(await writeExcelFile(rows).toBuffer());
    expect(table.columns).toEqual(rows[0]);
    expect(await collect(table.rows)).toEqual([
      { row: 2, cells: ["单位甲 & <乙>", 80.25, "2022-12-12"] },
      { row: 3, cells: [null, 0.8, true] },
    ]);
  });
});

describe("readXlsx refuses", () => {
  const files = workbookFiles({ sheets: { s: data("") } });

  it.each([
    ["nothing", "", "not Excel (.xlsx) but an empty file: check the file"],
    ["a CSV", "单位,4.1.2\n甲,80", "not Excel (.xlsx) but text, perhaps CSV: name it for what it is and read it as that"],
    ["a web page", "\uFEFF\n<HTML><table></table>", "but a web page (HTML): open it in a spreadsheet program"],
    ["a sheet in XML", '<?xml version="1.0"?><Workbook/>', "but an XML file"],
    ["JSON", '{"a":1}', "but JSON text"],
    ["a PDF", "%PDF-1.7", "but a PDF"],
  ])("%s that is named .xlsx", async (_, content, message) => {
    expect((await refusal(Buffer.from(content))).message.en).toContain(message);
  });

  it.each([
    ["an old .xls", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "wrong-format", "旧版 Excel 文件"],
    [
      "a password",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "encrypted-file",
      "密码",
    ],
    ["a binary workbook", storedZip({ "[Content_Types].xml": "", "xl/workbook.bin": "" }), "wrong-format", ".xlsb"],
    [
      "an OpenDocument sheet",
      storedZip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "" }),
      "wrong-format",
      ".ods",
    ],
    ["a text document", storedZip({ "[Content_Types].xml": "", "word/document.xml": "" }), "wrong-format", "ZIP"],
    ["a GBK text", Buffer.from("b5a5cebb2c380a", "hex"), "wrong-format", "CSV"],
    ["an image", Buffer.from("89504e470d0a1a0a00", "hex"), "wrong-format", "别的文件"],
  ])("%s, and says in Chinese too what it is", async (_, bytes, code, zh) => {
    const failure = await refusal(bytes);
    expect(failure.code).toBe(code);
    expect(failure.message.zh).toContain(zh);
  });

  it("a file that is cut short, wherever", async () => {
    const whole = storedZip(files);
    for (let length = 4; length < whole.length; length += 97) {
      expect((await refusal(whole.subarray(0, length))).code).toBe("damaged-file");
    }
  });

  it.each([
    ["a part that is missing", { ...files, "xl/worksheets/s1.xml": undefined }],
    ["XML that is closed crosswise", { ...files, "xl/workbook.xml": "<a><b></a></b>" }],
    ["no sheet", { ...files, "xl/workbook.xml": "<workbook/>" }],
    ["rows out of order", { ...files, "xl/worksheets/s1.xml": `<w>${data('<row r="1"/>')}</w>` }],
  ])("%s", async (_, parts) => {
    const there = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Record<string, string>;
    const { code, message } = await refusal(storedZip(there));
    expect(code).toBe("damaged-file");
    expect(message.en).toMatch(/^damaged Excel \(\.xlsx\) file \(.+\): open it in the program it comes from/);
  });

  it("a file larger than is read, before it is read", async () => {
    const path = join(tmpdir(), `qak-large-${process.pid}.xlsx`);
    writeFileSync(path, Buffer.alloc(3 * 2 ** 20));
    const { message } = await failureOf(readXlsxFile(path, {}, 2 * 2 ** 20));
    expect(message.en).toBe("larger than 2 MiB: save it as CSV, or split it");
    expect((await failureOf(readXlsxFile(path))).code).toBe("wrong-format");
  });
});
