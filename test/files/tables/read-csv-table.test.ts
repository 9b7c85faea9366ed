import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsvTable } from "../../../src/files/tables/read-csv-table.js";
import { TableError } from "../../../src/files/tables/table-failure.js";

const encoder = new TextEncoder();

async function read(text: string | Uint8Array) {
  const table = readCsvTable(typeof text === "string" ? encoder.encode(text) : text);
  const rows = [];
  for await (const { row, cells } of table.rows) rows.push([row, ...cells]);
  return { columns: table.columns, rows };
}

function refusal(bytes: Uint8Array) {
  try {
    readCsvTable(bytes);
  } catch (error) {
    if (error instanceof TableError) return error.failure;
    throw error;
  }
  return null;
}

describe("readCsvTable()", () => {
  it.each([
    { name: "line feeds", text: "a,b\n1,2\n3,4\n" },
    { name: "returns and line feeds, no end of the last", text: "a,b\r\n1,2\r\n3,4" },
    { name: "a byte order mark", text: "\uFEFFa,b\n1,2\n3,4\n" },
    { name: "semicolons", text: "a;b\n1;2\n3;4\n" },
    { name: "tabs", text: "a\tb\n1\t2\n3\t4\n" },
    { name: "quotes", text: '"a","b"\n"1","2"\n"3","4"' },
  ])("reads $name", async ({ text }) => {
    expect(await read(text)).toEqual({
      columns: ["a", "b"],
      rows: [
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    });
  });

  it("counts empty rows and passes them over, and keeps what stands to the right of the header", async () => {
    expect(await read('a,b\n\n,\n1,"x ""y""\nz",3\n')).toEqual({ columns: ["a", "b"], rows: [[4, "1", 'x "y"\nz', "3"]] });
  });

  it("reads back what is written as RFC 4180 has it", async () => {
    const cell = fc
      .array(fc.constantFrom('"', ",", "\n", "\r\n", "质", "a", " "), { minLength: 1, maxLength: 5 })
      .map((all) => all.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        expect(await read(`a,b\r\n${quoted}`)).toEqual({
          columns: ["a", "b"],
          rows: rows.map((cells, index) => [index + 2, ...cells]),
        });
      }),
    );
  });

  it("refuses GBK with the remedy", () => {
    const failure = refusal(Uint8Array.of(0xb0, 0xb8, 0xc0, 0xfd, 0x2c, 0x61, 0x0a));
    expect(failure).toMatchObject({ code: "not-utf-8" });
    expect(failure?.message.zh).toContain("另存为“CSV UTF-8”");
  });

  it.each([
    { name: "an empty file", text: "", code: "empty-file" },
    { name: "no header", text: "\n\na,b\n", code: "no-header" },
    { name: "an open quote", text: 'a,b\n1,"2\n3,4\n', code: "damaged-file" },
    { name: "a page", text: "<html><table></table></html>", code: "wrong-format" },
    { name: "a workbook", text: "PK\u0003\u0004rest", code: "wrong-format" },
  ])("refuses $name", ({ text, code }) => {
    expect(refusal(encoder.encode(text))).toMatchObject({ code });
  });
});
