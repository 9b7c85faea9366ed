import fc from "fast-check";
import { expect, test } from "vitest";
import { type Line, LineSplitter, readLines } from "../../src/files/lines.js";

async function linesOf(chunks: readonly Uint8Array[], maxBytes?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(streamed(chunks), maxBytes)) lines.push(line);
  return lines;
}

async function* streamed(chunks: readonly Uint8Array[]) {
  yield* chunks;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const told = (lines: readonly Line[]) => lines.map((line) => [line.line, "text" in line ? line.text : line.failure.code]);

test("lines are the same wherever the bytes are cut", async () => {
  const unit = fc.constantFrom("a", "质", "\n", "\r\n", "😀", " ", "bb\n");
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit, maxLength: 60 }),
      fc.array(fc.nat({ max: 200 }), { maxLength: 12 }),
      async (text, cuts) => {
        const bytes = bytesOf(text);
        const places = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort((a, b) => a - b);
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        const expected = text
          .split("\n")
          .map((line, index) => [index + 1, line] as const)
          .filter(([, line]) => line.trim() !== "");
        expect(told(await linesOf(chunks))).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test("a line of the length allowed is read, one longer is reported, and those after it are read", async () => {
  const bytes = bytesOf("12345678\n123456789\nabc\n1234567890123456789\n质质\n质质质\nend");
  for (const size of [1, 3, 7, 100]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
    expect(told(await linesOf(chunks, 8))).toEqual([
      [1, "12345678"],
      [2, "too-large"],
      [3, "abc"],
      [4, "too-large"],
      [5, "质质"],
      [6, "too-large"],
      [7, "end"],
    ]);
  }
});

test("a line that is no UTF-8 is reported and the next one read", async () => {
  const lines = await linesOf([bytesOf("a\n"), new Uint8Array([0xd6, 0xca, 10]), bytesOf("b")]);
  expect(told(lines)).toEqual([
    [1, "a"],
    [2, "not-utf8"],
    [3, "b"],
  ]);
});

test("a mark of byte order before the first line is passed over", async () => {
  expect(told(await linesOf([bytesOf("\uFEFFa\nb")]))).toEqual([
    [1, "a"],
    [2, "b"],
  ]);
});

test("what is kept of a line without end does not grow with it", () => {
  const splitter = new LineSplitter(1000);
  const before = process.memoryUsage().arrayBuffers;
  for (let index = 0; index < 2000; index++) expect([...splitter.push(new Uint8Array(65_536).fill(120))]).toEqual([]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  expect([...splitter.end()]).toMatchObject([{ line: 1, failure: { code: "too-large" } }]);
});
