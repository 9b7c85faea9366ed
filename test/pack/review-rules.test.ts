import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPackFolder } from "../../src/files/read-pack.js";
import type { Criteria } from "../../src/kernel/criteria.js";
import type { ReviewRules } from "../../src/kernel/review-rules.js";
import type { Selection } from "../../src/kernel/selection.js";
import { readReviewRules } from "../../src/pack/read-review-rules.js";
import { BASES, patched } from "./changed-pack.js";
import { mutantOf } from "./mutant.js";
import { pointsInto } from "./place-exists.js";

const pack = await readPackFolder(BASES["nm-chairman-2022"]);
const selection = pack["selection"] as Selection;
const criteria = pack["criteria"] as Criteria;
const own = pack["review-rules"] as ReviewRules;

const read = (value: unknown, pointer?: string) => readReviewRules(value, selection, criteria, pointer);

function errorsOf(value: unknown, pointer?: string): readonly string[] {
  const answer = read(value, pointer);
  return answer.ok ? [] : answer.errors.map((error) => `${error.pointer} ${error.code}`);
}

const changed = (op: "add" | "replace" | "remove", path: string, value?: unknown) =>
  patched(own, { op, file: "", path, value } as Parameters<typeof patched>[1]);

/** INVARIANT of `readReviewRules`: every code is one of a question's or one of those `ReviewRulesCode` lists. */
const CODES = [
  ...["not-an-object", "not-a-text", "not-an-integer", "not-a-boolean", "not-a-value", "missing-member", "unknown-member"],
  ...["out-of-range", "too-deep", "empty-text", "wrong-form", "stray-weight", "weights-differ"],
];

describe("readReviewRules()", () => {
  it("gives a pack's own rules back, copied and frozen", () => {
    const answer = read(own);
    if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
    expect(answer.rules).toEqual(own);
    expect(answer.rules).not.toBe(own);
    expect(() => ((answer.rules as { illustrative: boolean }).illustrative = false)).toThrow(TypeError);
  });

  it("points at everything that is wrong, below the place where the rules stand in the question", () => {
    const wrong = {
      ...own,
      title: { zh: "", en: "x" },
      stages: { ...own.stages, material: { ...own.stages["material"], weight: 1 } },
      awards: { atleast: 600 },
    };
    expect(errorsOf(wrong, "/reviewRules")).toEqual([
      "/reviewRules/title/zh empty-text",
      "/reviewRules/stages/material/weight stray-weight",
      "/reviewRules/awards/atleast unknown-member",
    ]);
  });

  it.each([
    ["nothing at all", null, " not-an-object"],
    [
      "a weight for the shortlist, which would make material scores count",
      changed("add", "/stages/material/weight", 1),
      "stray-weight",
    ],
    ["a stage that ranks and weighs nothing", changed("replace", "/stages/site/weight", 0), "/stages/site/weight out-of-range"],
    ["weights of more than the whole", changed("replace", "/stages/site/weight", 6001), "/stages weights-differ"],
    ["a stage without rules", changed("remove", "/stages/site"), "/stages missing-member"],
    ["a trimmed mean that trims nothing", changed("replace", "/stages/material/aggregation/drop", 0), "drop out-of-range"],
    ["a mean that drops", changed("add", "/stages/site/aggregation/drop", 1), "/stages/site/aggregation/drop unknown-member"],
    ["a shortlist of everybody", changed("replace", "/shortlist", {}), "/shortlist wrong-form"],
    ["no shortlist where a stage decides one", changed("remove", "/shortlist"), " missing-member"],
    ["points that no sheet can have", changed("replace", "/awards/atLeast", 1001), "/awards/atLeast out-of-range"],
    ["points by the half", changed("replace", "/awards/atLeast", 600.5), "/awards/atLeast not-an-integer"],
    ["a quota, which the law fixes", changed("add", "/awards/quota", 9), "/awards/quota unknown-member"],
  ])("refuses %s", (_, value, expected) => {
    const [error, ...more] = errorsOf(value);
    expect(more).toEqual([]);
    expect(error).toMatch(new RegExp(`${expected}$`));
  });

  it("takes no shortlist where no stage decides one", () => {
    const { shortlist: _, ...bare } = selection;
    const ranking = { ...bare, stages: selection.stages.filter(({ decides }) => decides === "ranking") };
    const { material: __, ...stages } = own.stages;
    const { shortlist: ___, ...rest } = own;
    expect(readReviewRules({ ...rest, stages }, ranking, criteria).ok).toBe(true);
    const answer = readReviewRules({ ...own, stages }, ranking, criteria);
    expect(answer.ok ? [] : answer.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      "/shortlist unknown-member",
    ]);
  });

  it("with one slip gives rules of the same shape, or failures at places that exist, in both languages", () => {
    fc.assert(
      fc.property(mutantOf(own), ({ pack: value }) => {
        const answer = read(value);
        if (answer.ok) {
          expect(Object.keys(answer.rules.stages)).toEqual(expect.arrayContaining(selection.stages.map(({ name }) => name)));
          return;
        }
        expect(answer.errors.length).toBeGreaterThan(0);
        for (const error of answer.errors) {
          expect(CODES).toContain(error.code);
          expect(error.pointer === "" || pointsInto(value, error.pointer), JSON.stringify(error)).toBe(true);
          expect(`${error.message.zh} ${error.message.en}`).not.toMatch(/\bundefined\b|NaN|\[object/);
          expect(Object.keys(error)).not.toContain("file");
        }
      }),
      { numRuns: process.env["QAK_PROFILE"] === "long" ? 20_000 : 500 },
    );
  });
});
