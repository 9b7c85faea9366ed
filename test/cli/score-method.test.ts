/** The way of a stage, by what was asked for, what the award has, and what the file tells. */
import { expect, test } from "vitest";
import { basisInWords, stageMethodsInWords } from "../../src/cli/page/method.js";
import { scoreMethod } from "../../src/cli/score-method.js";
import type { Award } from "../../src/kernel/award.js";
import type { Aggregation } from "../../src/kernel/review-rules.js";

const MEDIAN: Aggregation = { method: "median" };
const TRIMMED: Aggregation = { method: "trimmed-mean", drop: 2 };
const MEAN: Aggregation = { method: "mean" };

function awardOf(stages: Readonly<Record<string, Aggregation>> | null): Award["files"] {
  const rules = stages === null ? [] : Object.entries(stages).map(([name, aggregation]) => [name, { aggregation }] as const);
  const all = { illustrative: true, title: { zh: "规则", en: "rules" }, stages: Object.fromEntries(rules), awards: {} };
  return (stages === null ? {} : { "review-rules": all }) as unknown as Award["files"];
}

test.each([
  ["each stage has its own", { a: MEDIAN, b: TRIMMED }, null, ["a", "b"], [MEDIAN, TRIMMED]],
  ["what is asked for holds for all", { a: MEDIAN, b: TRIMMED }, TRIMMED, ["a", "b", undefined], [TRIMMED, TRIMMED, TRIMMED]],
  ["without a stage it is the mean", { a: MEDIAN, b: TRIMMED }, null, [undefined], [MEAN]],
  ["an award of one stage needs none", { a: MEDIAN }, null, [undefined, "a"], [MEDIAN, MEDIAN]],
  ["without review rules it is the mean", null, null, ["a", undefined], [MEAN, MEAN]],
  ["without review rules it is what is asked for", null, MEDIAN, ["a", undefined], [MEDIAN, MEDIAN]],
] as const)("%s", (_, award, asked, stages, expected) => {
  const { at } = scoreMethod(asked, awardOf(award));
  expect(stages.map((stage) => at(stage))).toEqual(expected);
});

test("rules are named where they were used, and nowhere else", () => {
  expect(scoreMethod(null, awardOf({ a: MEDIAN })).rules?.title.en).toBe("rules");
  expect(scoreMethod(MEAN, awardOf({ a: MEDIAN })).rules).toBeNull();
  expect(scoreMethod(null, awardOf(null)).rules).toBeNull();
});

test.each([
  ["stages of their own", { a: MEDIAN, b: TRIMMED }, null, ["a"], ["rules"], "by rules: a, median of the sheets"],
  ["no stage told", { a: MEDIAN, b: TRIMMED }, null, [], ["mean of the sheets"], null],
  ["one stage alone", { a: MEDIAN }, null, [], ["median of the sheets", "rules"], "by rules: a, median of the sheets"],
  ["a method asked for", { a: MEDIAN }, MEAN, ["a"], ["mean of the sheets"], null],
] as const)("what was taken is said with %s", (_, award, asked, stages, basis, line) => {
  const files = awardOf(award);
  const method = scoreMethod(asked, files);
  const plain = (text: string | undefined) => text?.replace(", approved by nobody", "") ?? null;
  expect(basisInWords(method, stages.length > 0).map(({ en }) => plain(en))).toEqual(basis);
  expect(plain(stageMethodsInWords({ files } as Award, stages, method)?.en)).toBe(line);
});
