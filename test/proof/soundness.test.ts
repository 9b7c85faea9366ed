/** What is proved of random packs no random case contradicts, whatever the length of its lists. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Decision, Question } from "../../src/kernel/answer.js";
import type { Award } from "../../src/kernel/award.js";
import { decide } from "../../src/kernel/decide.js";
import type { Property } from "../../src/kernel/model.js";
import { proveAll } from "../../src/proof/prove.js";
import type { ProofResult } from "../../src/proof/result.js";
import { openSolver } from "../../src/proof/solver.js";
import { awardOf } from "../arbitraries/packs.js";
import { type Facts, questionOf } from "../arbitraries/questions.js";
import { DECISION } from "../arbitraries/rules.js";
import { changed } from "../reference/awards.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const PACKS = isLong ? 400 : 12;
const QUESTIONS = 24;
const TIMEOUT = isLong ? 3_600_000 : 120_000;

const solver = await openSolver();
afterAll(() => solver.close());

/** The first fact of a random pack is a list. */
const LIST = "fact0";
const says = { zh: "不会", en: "never" };
const never = (way: "better" | "worse"): Property => ({
  name: `never-${way}`,
  says,
  provision: "art_1__sent_1",
  kind: "monotone",
  decision: DECISION,
  change: { add: LIST },
  never: way,
});

function withQuestions(): fc.Arbitrary<[Award, Question[]]> {
  const size = { minLength: QUESTIONS, maxLength: QUESTIONS };
  return awardOf().chain((award) => fc.tuple(fc.constant(award), fc.array(questionOf(award, DECISION), size)));
}

function decided(award: Award, question: Question): Decision {
  const answer = decide(award, question);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.decision;
}

function statusesOf(results: readonly ProofResult[]): ReadonlyMap<string, string> {
  return new Map(results.map(({ property, rule, outcome, status }) => [[property, rule ?? outcome ?? ""].join("/"), status]));
}

/** Rules that are said to keep an outcome away do so in every case. */
function expectReason(award: Award, { outcome: own, reason }: ProofResult, decisions: readonly Decision[]): void {
  const [, always, named] = /: (in every case|wherever a rule gives it)\b.*: (.*)$/.exec(reason?.en ?? "") ?? [];
  if (own === undefined || named === undefined) return;
  held.reasons += 1;
  const names = new Set(named.split(", ").map((rule) => rule.split(" ").at(-1)));
  const order = award.plans.get(DECISION)?.declaration.outcomes.map(({ name }) => name) ?? [];
  for (const { rules = [] } of decisions) {
    const given = rules.flatMap(({ name, gives }) => (gives == null ? [] : [{ name, gives }]));
    const rivals = given.filter(({ name }) => names.has(name));
    if (always === "in every case") expect(rivals.some(({ gives }) => gives !== own)).toBe(true);
    else if (given.some(({ gives }) => gives === own)) {
      expect(rivals.some(({ gives }) => order.indexOf(gives) < order.indexOf(own))).toBe(true);
    }
  }
}

/** How often there was something to contradict: a few packs may have nothing. */
const held = { dead: 0, proved: 0, reasons: 0 };

describe("random packs", () => {
  test("a rule or an outcome that is said to be dead never lives", { timeout: TIMEOUT }, () =>
    fc.assert(
      fc.asyncProperty(withQuestions(), async ([award, questions]) => {
        const results = await proveAll(award, { solver, properties: ["no-dead-rule"] });
        expect(results.filter(({ reason }) => reason?.en.includes("please report"))).toEqual([]);
        const statuses = statusesOf(results);
        const decisions = questions.map((question) => decided(award, question));
        for (const [name, status] of statuses) {
          if (status !== "refuted") continue;
          held.dead += 1;
          const own = name.replace("no-dead-rule/", "");
          const seen = decisions.flatMap(({ outcome, rules = [] }) => [
            outcome,
            ...rules.flatMap((rule) => (rule.name === own ? [rule.status] : [])),
          ]);
          expect([own, seen.includes(own)]).toEqual([own, false]);
          expect(seen.includes("satisfied") && seen.includes("violated")).toBe(false);
        }
        for (const result of results) expectReason(award, result, decisions);
      }),
      { numRuns: PACKS },
    ),
  );

  test("a row never turns an outcome that is proved not to turn", { timeout: TIMEOUT }, () =>
    fc.assert(
      fc.asyncProperty(withQuestions(), async ([plain, questions]) => {
        const reads = plain.plans.get(DECISION)?.reads ?? [];
        fc.pre(reads.some(({ name }) => name === LIST));
        const award = changed(plain, (files) => {
          files.properties = { properties: [never("better"), never("worse")] } as never;
        });
        const statuses = statusesOf(await proveAll(award, { solver, properties: ["never-better", "never-worse"] }));
        for (const question of questions) {
          const rows = (question.facts as Facts)[LIST] as readonly unknown[];
          if (rows.length === 0) continue;
          const fewer = { ...question, facts: { ...(question.facts as Facts), [LIST]: rows.slice(0, -1) as never } };
          const [was, is] = [isHoped(award, decided(award, fewer)), isHoped(award, decided(award, question))];
          for (const way of ["never-better/", "never-worse/"]) if (statuses.get(way) === "proved") held.proved += 1;
          if (statuses.get("never-better/") === "proved") expect([was, is]).not.toEqual([false, true]);
          if (statuses.get("never-worse/") === "proved") expect([was, is]).not.toEqual([true, false]);
        }
      }),
      { numRuns: PACKS },
    ),
  );

  if (isLong)
    test("have rules that are dead, and properties that are proved", () => {
      expect(held.dead).toBeGreaterThan(PACKS / 10);
      expect(held.proved).toBeGreaterThan(PACKS);
      expect(held.reasons).toBeGreaterThan(PACKS / 20);
    });
});

function isHoped({ files }: Award, { outcome }: Decision): boolean {
  return files.pack.decisions.some(({ outcomes }) => outcomes.some(({ name, favourable }) => favourable && name === outcome));
}
