import fc from "fast-check";
import { expect, it } from "vitest";
import { lineFinder } from "../../src/files/line-of.js";
import { parseYaml } from "../../src/files/parse-yaml.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 5_000 : 200;

const TEXT = `{
  "a": 1,
  "list": [
    2,
    { "x": {}, "y/~z": [
      true
    ] }
  ]
}`;

it("is the line of a key, of a row, and of the nearest thing around what is not there", () => {
  const lineOf = lineFinder(TEXT);
  const pointers = [
    "",
    "/a",
    "/list",
    "/list/0",
    "/list/1",
    "/list/1/y~1~0z",
    "/list/1/y~1~0z/0",
    "/list/1/none",
    "/list/9",
    "/no",
  ];
  expect(pointers.map(lineOf)).toEqual([1, 2, 3, 4, 5, 5, 6, 5, 3, 1]);
});

it("is the line that YAML tells of the same text", () => {
  const key = fc.constantFrom("a", "b", "c d", "甲", "x/y~z");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, fc.integer(), fc.boolean(), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
  }));
  const pointers = fc.array(fc.array(fc.oneof(key, fc.nat({ max: 3 }).map(String)), { maxLength: 4 }));
  fc.assert(
    fc.property(tree, pointers, (value, paths) => {
      const text = JSON.stringify(value, null, 2);
      const yaml = parseYaml(text);
      const lineOf = lineFinder(text);
      for (const path of paths) {
        const pointer = path.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
        expect(lineOf(pointer)).toBe(yaml.ok ? yaml.lineOf(pointer) : 0);
      }
    }),
    { numRuns },
  );
});
