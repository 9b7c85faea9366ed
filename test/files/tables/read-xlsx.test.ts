import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { readXlsx, type XlsxOptions } from "../../../src/files/tables/read-xlsx.js";
import { isUnread } from "../../../src/files/tables/table.js";
import { TableError, type TableFailure } from "../../../src/files/tables/table-failure.js";
import { collect } from "./collect.js";
import { storedZip, type WorkbookText, workbook, workbookFiles } from "./stored-zip.js";

/** Styles 0 to 8: none, a built-in date, 0%, a date of one's own, a percentage of one's own, and four that are numbers. */
const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>' +
  '<numFmt numFmtId="171" formatCode="0.0%"/><numFmt numFmtId="172" formatCode="#,##0.00;[Red]-#,##0.00"/>' +
  '<numFmt numFmtId="173" formatCode="0&quot; days&quot;"/><numFmt numFmtId="174" formatCode="0.00E+00"/>' +
  '<numFmt numFmtId="175" formatCode="General\\%"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="9"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/>' +
  '<xf numFmtId="173"/><xf numFmtId="174"/><xf numFmtId="175"/></cellXfs>';

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

async function refusal(bytes: Uint8Array, options: XlsxOptions = {}, max?: number): Promise<TableFailure> {
  const read = readXlsx(bytes, options, max).then(({ rows }) => collect(rows));
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
    expect(table.sheet).toBe("评分");
    expect(table.columns).toEqual(["applicant", "4.1.2"]);
    expect(await collect(table.rows)).toEqual([
      { row: 2, cells: ["单位甲", 80] },
      { row: 4, cells: ["a b", true] },
    ]);
  });

  it("takes a number as it is stored and a number typed as text as text", async () => {
    expect(await cellB2("", "<v>612.50</v>")).toBe(612.5);
    expect(await cellB2("", "<v>0.30000000000000004</v>")).toBe(0.30000000000000004);
    expect(await cellB2('t="str"', "<v> 80 </v>")).toBe(" 80 ");
  });

  it("does not take 80% for 0.8, nor 100% for 1", async () => {
    expect(await cellB2('s="2"', "<v>0.8</v>")).toBe("percent-format");
    expect(await cellB2('s="4"', "<v>1</v>")).toBe("percent-format");
  });

  it("tells what a percentage shows and what it holds", async () => {
    const sheet = data('<row r="2"><c r="B2" s="2"><v>0.55</v></c></row>');
    const { rows } = await readXlsx(workbook({ sheets: { s: sheet }, styles: STYLES }));
    expect((await collect(rows))[0]?.cells[1]).toEqual({
      failure: {
        pointer: "",
        code: "percent-format",
        found: "0.55",
        line: 2,
        message: {
          zh: "B2 是百分比格式，显示 55%，存的是 0.55，不知应取哪一个：请把格式改为“常规”，再填写分数",
          en: "B2 has a percentage format, shows 55% and holds 0.55, so either could be meant: set its format to General and write the score",
        },
      },
    });
  });

  it.each([5, 6, 7, 8])("takes style %i for a number: its letters and its percent sign are literal", async (style) => {
    expect(await cellB2(`s="${style}"`, "<v>55</v>")).toBe(55);
  });

  it.each([
    ["1", "44907", "2022-12-12"],
    ["3", "44907", "2022-12-12"],
    ["1", "44907.354166666664", "2022-12-12T08:30:00"],
    ["1", "0.5", "12:00:00"],
    ["1", "1", "1900-01-01"],
    ["1", "59", "1900-02-28"],
    ["1", "60", "1900-02-29"],
    ["1", "61", "1900-03-01"],
    ["1", "2958465", "9999-12-31"],
    ["1", "2958466", "bad-cell"],
    ["1", "-1", "bad-cell"],
  ])("style %s makes %s the date %s", async (style, serial, date) => {
    expect(await cellB2(`s="${style}"`, `<v>${serial}</v>`)).toBe(date);
  });

  it("counts days from 1904 where the workbook does", async () => {
    expect(await cellB2('s="1"', "<v>43445</v>", { properties: 'date1904="1"' })).toBe("2022-12-12");
    expect(await cellB2('s="1"', "<v>0</v>", { properties: 'date1904="1"' })).toBe("1904-01-01");
  });

  it("takes the result that is stored with a formula", async () => {
    expect(await cellB2("", "<f>A1*2</f><v>80</v>")).toBe(80);
    expect(await cellB2('t="str"', '<f>IF(A1,"x","")</f><v></v>')).toBeNull();
  });

  it("does not take an error, or a formula without a result, for an empty cell", async () => {
    expect(await cellB2('t="e"', "<f>1/0</f><v>#DIV/0!</v>")).toBe("error-value");
    expect(await cellB2("", "<f>A1*2</f>")).toBe("no-stored-value");
    expect(await cellB2('t="str"', "<f>A1</f>")).toBe("no-stored-value");
  });

  it.each([
    ['t="s"', "<v>9</v>"],
    ['t="s"', "<v></v>"],
    ['t="b"', "<v>yes</v>"],
    ['t="zz"', "<v>1</v>"],
    ["", "<v>0x10</v>"],
    ["", "<v>1e999</v>"],
  ])("does not guess at a cell %s with %s in it", async (tag, inside) => {
    expect(await cellB2(tag, inside)).toBe("bad-cell");
  });

  it("finds cells merged into another, and does not take them for empty", async () => {
    const rows =
      '<row r="2"><c r="A2" t="str"><v>A1</v></c><c r="B2"><v>80</v></c></row><row r="3"><c r="B3"><v>75</v></c></row><row r="4"><c r="B4"><v>70</v></c></row>';
    const merged = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
    const table = await readXlsx(workbook({ sheets: { s: `${data(rows)}${merged}` } }));
    const cells = (await collect(table.rows)).map(({ cells: [first = null] }) =>
      isUnread(first) ? first.failure.message.en : first,
    );
    expect(cells).toEqual([
      "A1",
      "A3 is merged into A2:A3 and has no value of its own: unmerge the cells and fill in each",
      null,
    ]);
  });

  it("reads hidden rows and columns, and says that they are hidden", async () => {
    const rows = '<row r="2" hidden="1"><c r="A2" t="str"><v>A1</v></c></row><row r="3"><c r="A3" t="str"><v>A2</v></c></row>';
    const table = await readXlsx(workbook({ sheets: { s: `<cols><col min="2" max="3" hidden="1"/></cols>${data(rows)}` } }));
    expect(table.hiddenColumns).toEqual(["4.1.2"]);
    expect((await collect(table.rows)).map(({ row, hidden }) => [row, hidden])).toEqual([
      [2, true],
      [3, undefined],
    ]);
  });

  it("passes over empty rows and columns, wherever they are, and keeps what stands to the right of the header", async () => {
    const rows =
      '<row r="2"><c r="A2" s="1"/><c r="Z2"/></row><row r="3"><c r="A3" t="str"><v>A1</v></c><c r="D3" t="str"><v>note</v></c></row><row r="1048576"/>';
    const table = await readXlsx(workbook({ sheets: { s: data(rows) }, styles: STYLES }));
    expect(await collect(table.rows)).toEqual([{ row: 3, cells: ["A1", null, null, "note"] }]);
  });

  it("reads the first sheet that is shown, or the one asked for by name or number", async () => {
    const book = workbook({
      sheets: { lists: "<sheetData/>", first: data(""), "02": data("") },
      marks: { lists: 'state="hidden"' },
    });
    expect((await readXlsx(book)).sheet).toBe("first");
    expect((await readXlsx(book, { sheet: "2" })).sheet).toBe("first");
    expect((await readXlsx(book, { sheet: "02" })).sheet).toBe("02");
    expect((await readXlsx(book)).sheets).toEqual(["lists", "first", "02"]);
    const { message } = await refusal(book, { sheet: "Firsts" });
    expect(message.en).toBe("no such sheet `Firsts`: there are lists, first, 02; name one, or give its number, 1 to 3");
    expect(message.zh).toBe("没有工作表 `Firsts`：可用 lists、first、02，或者写序号 1 至 3");
    expect((await refusal(book, { sheet: "0" })).code).toBe("unknown-sheet");
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

  it("takes text as it is written: entities, escapes, spaces, carriage returns, CDATA", async () => {
    expect(await cellB2('t="inlineStr"', '<is><t xml:space="preserve"> &lt;&#x4e59;&#10;_x000D__x005F_x0041_ </t></is>')).toBe(
      " <乙\n\r_x0041_ ",
    );
    expect(await cellB2('t="str"', "<v>a<!-- b --><![CDATA[<c>&amp;]]></v>")).toBe("a<c>&amp;");
  });

  it("reads elements with a prefix, attributes in any quotes and cells without a place", async () => {
    const sheet =
      "<x:sheetData xmlns:x='urn:x'><x:row><x:c t='str'><x:v>a > b</x:v></x:c><x:c t='str' x:note='c r=\"Z9\"'><x:v>n</x:v></x:c></x:row></x:sheetData>";
    expect((await readXlsx(workbook({ sheets: { s: sheet } }))).columns).toEqual(["a > b", "n"]);
  });

  it("reads an archive whose sizes take 64 bits, as servers in Java write them", async () => {
    const table = await readXlsx(storedZip(workbookFiles({ sheets: { s: data("") } }), true));
    expect(table.columns).toEqual(["applicant", "4.1.2"]);
  });

  it("reads what another library writes", async () => {
    const rows = [
      ["申报单位", "4.1.2", "当日"],
      ["单位甲 & <乙>", 80.25, { value: new Date(Date.UTC(2022, 11, 12)), type: Date, format: "yyyy-mm-dd" }],
      [null, { value: 0.8, type: Number, format: "0%" }, true],
    ];
    const table = await readXlsx(await writeExcelFile(rows).toBuffer());
    expect(table.columns).toEqual(rows[0]);
    const read = await collect(table.rows);
    expect(read[0]).toEqual({ row: 2, cells: ["单位甲 & <乙>", 80.25, "2022-12-12"] });
    expect(read[1]?.cells).toMatchObject([null, { failure: { code: "percent-format" } }, true]);
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
    ["an OpenDocument sheet", storedZip({ mimetype: "", "content.xml": "" }), "wrong-format", ".ods"],
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

  it("a file of which a byte was changed", async () => {
    const bytes = storedZip(files);
    bytes.writeUInt8(0x39, bytes.indexOf("applicant"));
    expect((await refusal(bytes)).message.en).toContain("its checksum does not match");
  });

  it.each([
    ["a part that is missing", { ...files, "xl/worksheets/s1.xml": undefined }, "xl/worksheets/s1.xml is missing"],
    ["XML that is not closed", { ...files, "xl/worksheets/s1.xml": "<worksheet><sheetData><row>" }, "not well-formed"],
    ["XML that is closed crosswise", { ...files, "xl/workbook.xml": "<a><b></a></b>" }, "not well-formed"],
    ["a document type", { ...files, "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }, "not well-formed"],
    ["an entity of its own", { ...files, "xl/workbook.xml": "<a>&b;</a>" }, "not well-formed"],
    ["no sheet", { ...files, "xl/workbook.xml": "<workbook/>" }, "it has no sheet"],
    ["bytes that are no UTF-8", { ...files, "xl/workbook.xml": Buffer.of(0xff, 0xfe) }, "it is not UTF-8"],
    ["rows out of order", { ...files, "xl/worksheets/s1.xml": `<w>${data('<row r="1"/>')}</w>` }, "its rows are out of order"],
    [
      "a row past the last",
      { ...files, "xl/worksheets/s1.xml": `<w>${data('<row r="1048577"/>')}</w>` },
      "its rows are out of order",
    ],
    [
      "a cell in another row",
      { ...files, "xl/worksheets/s1.xml": `<w>${data('<row r="2"><c r="A3"/></row>')}</w>` },
      "its cells are out of order",
    ],
    [
      "a cell past the last column",
      { ...files, "xl/worksheets/s1.xml": `<w>${data('<row r="2"><c r="XFE2"/></row>')}</w>` },
      "out of order",
    ],
  ])("%s", async (_, parts, message) => {
    const there = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Record<string, string>;
    expect((await refusal(storedZip(there))).message.en).toContain(message);
  });

  it("a header that cannot be read", async () => {
    const sheet = '<sheetData><row r="1"><c r="A1" t="e"><v>#REF!</v></c></row></sheetData>';
    expect((await refusal(workbook({ sheets: { s: sheet } }))).message.en).toBe(
      "A1 holds the error `#REF!`: correct its formula, or write the value",
    );
  });

  it("what unpacks to more than is allowed, be the size told or hidden", async () => {
    const sheet = `<worksheet>${data(" ".repeat(200_000))}</worksheet>`;
    const honest = storedZip({ ...files, "xl/worksheets/s1.xml": sheet });
    expect((await refusal(honest, {}, 2 ** 16)).message.en).toContain("when unpacked: save it as CSV, or split it");
    expect((await readXlsx(honest, {}, 2 ** 20)).sheet).toBe("s");

    // Ten kilobytes that are said to be ten bytes.
    const packed = deflateRawSync(Buffer.alloc(10_000_000, " "));
    const bytes = storedZip({ ...files, "xl/worksheets/s1.xml": packed });
    const central = bytes.lastIndexOf("xl/worksheets/s1.xml") - 46;
    bytes.writeUInt16LE(8, central + 10);
    bytes.writeUInt32LE(10, central + 24);
    expect((await refusal(bytes, {}, 2 ** 16)).code).toBe("unpacks-too-large");
  });

  it("an archive with a password of its own", async () => {
    const bytes = storedZip(files);
    bytes.writeUInt16LE(1, bytes.lastIndexOf("xl/workbook.xml") - 46 + 8);
    expect((await refusal(bytes)).code).toBe("encrypted-file");
  });
});
