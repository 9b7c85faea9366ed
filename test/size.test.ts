/** What a page loads, by the byte, as it is sent: the built files, compressed by gzip. */
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { MODULE } from "../src/scoring/module.generated.js";

const LIMITS: readonly (readonly [file: string, bytes: number])[] = [
  ["scorer.js", 6_144],
  ["analyses.js", 3_072],
];

describe.each(LIMITS)("%s", (file, limit) => {
  test(`is sent in at most ${limit} bytes`, async () => {
    expect(gzipSync(await readFile(`dist/browser/${file}`), { level: 9 }).length).toBeLessThanOrEqual(limit);
  });

  test("is one file, which imports nothing and needs no Node", async () => {
    const text = (await readFile(`dist/browser/${file}`, "utf8")).replace(MODULE, "");
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\bnode:|\bprocess\b|\bBuffer\b/);
  });
});

test("the module itself is in the scorer, and nowhere else", async () => {
  expect((await readFile("dist/browser/scorer.js", "utf8")).split(MODULE)).toHaveLength(2);
  expect((await readFile("dist/browser/analyses.js", "utf8")).includes(MODULE)).toBe(false);
});
