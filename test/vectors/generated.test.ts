/** The vectors are what the reference gives; with `--update` they are written anew. */
import { readdirSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { Vectors } from "./format.js";
import { generate, textOf } from "./generate.js";

const files = Object.entries(generate()) as [keyof Vectors, Vectors[keyof Vectors]][];

describe.each(files)("%s", (name, vectors) => {
  it("is what the reference gives", async () => {
    await expect(textOf(vectors)).toMatchFileSnapshot(name);
  });

  it("has some cases, and not too many", () => {
    expect(vectors.cases.length).toBeGreaterThan(4);
    expect(textOf(vectors).length).toBeLessThan(60_000);
  });
});

test("every file of vectors has its generator", () => {
  const names = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".json"));
  expect(names.sort()).toEqual(files.map(([name]) => name).sort());
});
