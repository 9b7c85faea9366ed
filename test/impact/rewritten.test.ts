/** What is written otherwise in two versions of a pack, wherever it stands. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rewritten } from "../../src/impact/rewritten.js";
import type { JsonValue } from "../../src/kernel/answer.js";
import type { Award } from "../../src/kernel/award.js";
import { nm } from "../proof/awards.js";
import { changed } from "../reference/awards.js";

/** Every string of a file, by the way to it. */
function stringsIn(value: JsonValue, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") return [way];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => stringsIn(member, [...way, key]));
}

/** Not made ready to decide: what is found stands in the files. */
function reworded(award: Award, way: readonly string[]): Award {
  const files = structuredClone(award.files);
  // biome-ignore lint/suspicious/noExplicitAny: any place of any file
  let at: any = files;
  for (const key of way.slice(0, -1)) at = at[key];
  at[way.at(-1) as string] += " (otherwise)";
  return { ...award, files };
}

describe("of two versions of a pack", () => {
  test("that are one, nothing is written otherwise", () => {
    expect(rewritten(nm, { ...nm, files: structuredClone(nm.files) })).toEqual({
      parameters: [],
      files: [],
    });
  });

  test("any word that is another is found in its file", () => {
    const all = stringsIn(JSON.parse(JSON.stringify(nm.files)));
    // Values of parameters are told by themselves, and so is one that has another name.
    const ways = all.filter(([file, , , member]) => file !== "parameters" || (member !== "value" && member !== "name"));
    expect(ways.length).toBeGreaterThan(2_000);
    fc.assert(
      fc.property(fc.constantFrom(...ways), (way) => {
        const { parameters, files } = rewritten(nm, reworded(nm, way));
        const [first, second] = way;
        expect(parameters).toEqual([]);
        expect(files.map(({ file }) => file)).toEqual([`${first === "rules" ? second : first}.json`]);
        expect(files[0]?.entries.length).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test("a parameter is told with its values, and whether a decision reads it", () => {
    const other = changed(nm, ({ parameters: { parameters } }) => {
      for (const one of parameters) if (["noticeWorkingDays", "quota"].includes(one.name)) one.value = 9;
    });
    expect(rewritten(nm, other)).toEqual({
      parameters: [
        { name: "quota", first: 5, second: 9, decides: true },
        { name: "noticeWorkingDays", first: 7, second: 9, decides: false },
      ],
      files: [],
    });
  });

  test("entries are named, and what is gone or new among them", () => {
    const other = changed(nm, (files) => {
      files.rules["eligibility"] = (files.rules["eligibility"] ?? []).filter(({ name }) => name !== "operating-years");
      const [constraint] = files.procedure?.constraints ?? [];
      if (constraint !== undefined) files.procedure?.constraints.push({ ...constraint, name: "one-more" });
    });
    expect(rewritten(nm, other).files).toEqual([
      { file: "procedure.json", entries: ["one-more"], reordered: [] },
      { file: "eligibility.json", entries: ["operating-years"], reordered: [] },
    ]);
  });

  test("another order is told, since it is the order of the columns of a score sheet", () => {
    const files = structuredClone(nm.files) as unknown as {
      criteria: { categories: unknown[] };
      rules: Record<string, unknown[]>;
    };
    files.criteria.categories.reverse();
    files.rules["quota"]?.reverse();
    expect(rewritten(nm, { ...nm, files: files as unknown as Award["files"] }).files).toEqual([
      { file: "criteria.json", entries: [], reordered: ["/categories"] },
      { file: "quota.json", entries: [], reordered: [""] },
    ]);
  });

  test("an entry that stands in another list is told", () => {
    const files = structuredClone(nm.files) as unknown as { procedure: Record<string, { name: string }[]> };
    const moved = files.procedure["edition"]?.pop() as { name: string };
    files.procedure["applicant"]?.push(moved);
    const [found] = rewritten(nm, { ...nm, files: files as unknown as Award["files"] }).files;
    expect(found).toEqual({ file: "procedure.json", entries: [moved.name, moved.name], reordered: [] });
  });
});
