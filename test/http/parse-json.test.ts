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
      if (good) expect(codes.filter((code) => code !== "duplicate-key" && code !== "rounded-number")).toEqual([]);
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

const ROUNDED = [
  "0.99999999999999999999",
  "5.0000000000000000001",
  "9007199254740993",
  "-9007199254740993",
  "9007199254740993.0",
  "1e-400",
  "1e400",
  "-1E+400",
  "1e-400000000000000000000",
  "123456789012345e-340",
  `1${"0".repeat(400)}`,
  `0.${"3".repeat(500_000)}`,
];

test.each(ROUNDED)("a number that would become another is refused where it stands: %.30s", (token) => {
  const found = token.length > 80 ? `${token.slice(0, 79)}…` : token;
  for (const [text, pointer] of [
    [token, ""],
    [`\n[1, ${token}]`, "/1"],
    [`{"9007199254740993":{"a/b":[${token}]}}`, "/9007199254740993/a~1b/0"],
  ]) {
    const parsed = parseJson(text as string);
    expect(parsed.ok ? [] : parsed.errors).toMatchObject([{ pointer, code: "rounded-number", found }]);
  }
});

test.each([
  "1.0",
  "1e2",
  "0.5",
  "0.1",
  "-0",
  "0e999999",
  "1E+2",
  "9007199254740991",
  "1e-7",
  "100000000000000000000",
  "0.000",
])("a number that is kept stays as it is: %s", (token) => {
  expect(parseJson(`{"x":[${token}]}`)).toEqual({ ok: true, value: JSON.parse(`{"x":[${token}]}`) });
});

test("parseJson() refuses a number if and only if another exact fraction is written", () => {
  const digits = fc.string({ unit: fc.constantFrom("0", "9", "5"), minLength: 1, maxLength: 12 });
  const decimal = fc.tuple(fc.boolean(), digits, fc.option(digits), fc.option(fc.integer({ min: -30, max: 30 })));
  fc.assert(
    fc.property(decimal, ([negative, whole, fraction, exponent]) => {
      const token = `${negative ? "-" : ""}${BigInt(whole)}${fraction === null ? "" : `.${fraction}`}${exponent === null ? "" : `e${exponent}`}`;
      expect(parseJson(`[${token}]`).ok).toBe(scaled(token) === scaled(String(JSON.parse(token))));
    }),
    { numRuns: 3000 },
  );
});

/** The number times ten to the hundredth, exactly. */
function scaled(token: string): bigint {
  const [mantissa = "", exponent = "0"] = token.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const size = BigInt(whole + fraction) * 10n ** BigInt(100 + Number(exponent) - fraction.length);
  return mantissa.startsWith("-") ? -size : size;
}

test("digits in a text are no number, and a key twice is told along with a number that is rounded", () => {
  expect(parseJson('{"id":"9007199254740993","say":"is, 1e400"}').ok).toBe(true);
  const parsed = parseJson('{"a":1,"a":1e400}');
  expect(parsed.ok ? [] : parsed.errors.map(({ code }) => code)).toEqual(["duplicate-key", "rounded-number"]);
});

test("a megabyte of numbers that are rounded is told of in part, and at once", () => {
  const started = performance.now();
  const parsed = parseJson(`[${Array(100_000).fill("1e400").join(",")}]`);
  expect(parsed.ok ? [] : parsed.errors).toHaveLength(1001);
  for (const digits of ["0".repeat(1_000_000), `${"1".repeat(500_000)}.${"0".repeat(500_000)}`, `0.${"0".repeat(1_000_000)}`]) {
    parseJson(`[1${digits}]`.replace("[10.", "[0."));
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
