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

test("parseJson() refuses whatever JSON.parse refuses, at a line and a column in the text", () => {
  const broken = fc
    .tuple(value, layout, fc.nat(), fc.constantFrom("", '"', "{", "}", ",", ":", "\\", "x", "]", "1"))
    .map(([given, space, at, put]) => {
      const written = JSON.stringify(given, null, space);
      const place = at % (written.length + 1);
      return written.slice(0, place) + put + written.slice(place + 1);
    });
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
