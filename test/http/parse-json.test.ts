import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../../src/files/parse-json.js";

/** JSON as people and programs write it: keys and texts full of quotes, colons and backslashes, any layout. */
const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ":", "\\", " ", "质", "{", "\n") }));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(text, tie("any"), { maxKeys: 5 }),
  ),
})).any;
const layout = fc.constantFrom(undefined, 1, "\t", " \n\r\t");

test("parseJson() gives what JSON.parse gives, of every good text", () => {
  fc.assert(
    fc.property(value, layout, (given, space) => {
      const written = JSON.stringify(given, null, space);
      expect(parseJson(written)).toEqual({ ok: true, value: JSON.parse(written) });
    }),
    { numRuns: 2000 },
  );
});

/** JSON with one character dropped or put in the place of another; some of it is still good. */
const broken = fc
  .tuple(value, layout, fc.nat(), fc.constantFrom("", '"', "{", "}", ",", ":", "\\", "x", "]", "1"))
  .map(([given, space, at, put]) => {
    const written = JSON.stringify(given, null, space);
    const place = at % (written.length + 1);
    return written.slice(0, place) + put + written.slice(place + 1);
  });

test("parseJson() refuses whatever JSON.parse refuses, at a line and a column in the text", () => {
  fc.assert(
    fc.property(broken, (written) => {
      const parsed = parseJson(written);
      let good = true;
      try {
        JSON.parse(written);
      } catch {
        good = false;
      }
      const codes = parsed.ok ? [] : parsed.errors.map(({ code }) => code);
      if (good) expect(codes.filter((code) => code !== "duplicate-key")).toEqual([]);
      else expect(codes).toEqual([written.trim() === "" ? "empty-input" : "bad-json"]);
    }),
    { numRuns: 5000 },
  );
});

test("parseJson() gives its reason in Chinese without a word of English, and in English without Chinese", () => {
  fc.assert(
    fc.property(broken, (written) => {
      const parsed = parseJson(written);
      for (const { code, message } of parsed.ok ? [] : parsed.errors) {
        if (code !== "bad-json") continue;
        expect(message.zh.replaceAll(/JSON|\\u/g, "")).toMatch(/^第 \d+ 行第 \d+ 列不是合法的 （[^（）a-zA-Z]+）：请在此处更正$/);
        expect(message.en).toMatch(/^not JSON at line \d+, column \d+ \([a-z ]+\): correct it there$/);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["{", "此处应为右花括号", "close brace expected"],
  ["[1 2]", "此处应为逗号", "comma expected"],
  ["{'a': 1}", "JSON 中没有这样的写法", "invalid symbol"],
  ['{"a": 1,}', "此处应为双引号中的名称", "property name expected"],
  ['{"a" 1}', "此处应为冒号", "colon expected"],
  ["[1, // one\n2]", "JSON 中不能有注释", "invalid comment token"],
  ['"\\u12"', "\\u 之后应为四位十六进制数", "invalid unicode"],
  ['"\t"', "字符串中有控制字符", "invalid character"],
])("of %s the reason is %s, %s", (written, zh, en) => {
  const parsed = parseJson(written);
  const [error] = parsed.ok ? [] : parsed.errors;
  expect(error?.message.zh).toContain(`（${zh}）`);
  expect(error?.message.en).toContain(`(${en})`);
});

test("parseJson() finds every key that stands twice, in any layout", () => {
  fc.assert(
    fc.property(fc.dictionary(text, value, { minKeys: 1 }), layout, fc.nat(), (record, space, pick) => {
      const keys = Object.keys(record);
      const twice = keys[pick % keys.length] as string;
      const inner = JSON.stringify(record, null, space).trim().slice(1, -1);
      const parsed = parseJson(`{ "outer" : [ {${inner},${JSON.stringify(twice)}\n:\t[":"] } ] }`);
      const pointer = `/outer/0/${twice.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      expect(parsed.ok ? [] : parsed.errors).toMatchObject([{ code: "duplicate-key", pointer }]);
    }),
    { numRuns: 1000 },
  );
});
