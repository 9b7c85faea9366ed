/** Remedies: each takes the unfavourable outcome away, nothing less does, and waiting ends on the first day that helps. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPackFolder } from "../../src/files/read-pack.js";
import type { Decision, Remedy } from "../../src/kernel/answer.js";
import { type Award, compileAward } from "../../src/kernel/award.js";
import { FIRST_DAY, formatDate, parseDate } from "../../src/kernel/date.js";
import { decide } from "../../src/kernel/decide.js";
import { loadAward } from "../../src/pack/load.js";
import { completions, type FiniteFacts, finiteFacts, finitePack } from "./finite-pack.js";

const RUNS = process.env["QAK_PROFILE"] === "long" ? 10_000 : 400;

function ask(award: Award, question: object): Decision {
  const answer = decide(award, question);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.decision;
}

/** Every subset of a list but the whole. */
function properSubsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: (1 << all.length) - 1 }, (_, mask) => all.filter((_, index) => (mask >> index) & 1));
}

const isFavourable = (outcome: string) => outcome === "best" || outcome === "undetermined";

describe("changes", () => {
  const asked = fc.tuple(finitePack, finiteFacts(2)).map(([pack, facts]) => ({
    award: compileAward(pack, "sha256:0"),
    facts,
    [fc.toStringMethod]: () => JSON.stringify({ rules: pack.rules, derived: pack.facts.derived, facts }),
  }));
  const changed = (facts: FiniteFacts, changes: Remedy["changes"]): FiniteFacts => ({
    ...facts,
    ...(Object.fromEntries(changes.map(({ fact, to }) => [fact, to])) as FiniteFacts),
  });
  const outcomeOf = (award: Award, facts: FiniteFacts) =>
    ask(award, { decision: "question", asOf: "2020-01-01", detail: "verdict", facts }).outcome;
  /** An outcome that is open only between two that nobody hopes for is no way out. */
  const mayBeBest = (award: Award, facts: FiniteFacts) =>
    completions(facts).some((complete) => outcomeOf(award, complete) === "best");

  test("each remedy leads where it says, away from the unfavourable outcome, and no part of it does", () => {
    let offered = 0;
    fc.assert(
      fc.property(asked, ({ award, facts }) => {
        const { outcome, remedies } = ask(award, { decision: "question", asOf: "2020-01-01", facts });
        for (const { changes, waitUntil, outcome: leads } of remedies?.possible ?? []) {
          offered += 1;
          expect(isFavourable(outcome)).toBe(false);
          expect(waitUntil).toBeNull();
          expect(outcomeOf(award, changed(facts, changes))).toBe(leads);
          expect(mayBeBest(award, changed(facts, changes))).toBe(true);
          for (const part of properSubsets(changes)) expect(mayBeBest(award, changed(facts, part))).toBe(false);
        }
      }),
      { numRuns: RUNS },
    );
    expect(offered).toBeGreaterThan(RUNS / 20);
  });

  test("where the outcome is unfavourable there is a remedy or a rule that nothing cures, and otherwise neither", () => {
    fc.assert(
      fc.property(asked, ({ award, facts }) => {
        const { outcome, remedies } = ask(award, { decision: "question", asOf: "2020-01-01", facts });
        const some = (remedies?.possible.length ?? 0) + (remedies?.fixed.length ?? 0) > 0;
        expect(some).toBe(!isFavourable(outcome));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("waiting", async () => {
  const award = loadAward(await readPackFolder("rules/nm-chairman-2022"));
  const sound = JSON.parse(
    await (await import("node:fs/promises")).readFile("rules/nm-chairman-2022/examples/eligibility.json", "utf8"),
  ) as { readonly facts: Record<string, unknown> };
  const day = (from: string, to: string) =>
    fc.integer({ min: parseDate(from) as number, max: parseDate(to) as number }).map(formatDate);
  const past = fc.oneof(day("2017-12-01", "2023-05-10"), fc.constantFrom("2020-02-29", "2020-02-28", "2020-03-01", "2018-05-10"));
  const accident = fc.record({
    occurredOn: past,
    domain: fc.constantFrom("quality", "safety", "environment", "public-health", "other"),
    level: fc.constantFrom("general", "larger", "major", "especially-major"),
  });
  const refused = fc.oneof(past, day("2023-05-07", "2023-05-10"));
  const refusal = fc.record({ foundOn: refused, revokedOn: refused, announcedOn: refused });
  const readings = fc.record(
    {
      lookbackAnchor: fc.constantFrom("application-day", "decision-day"),
      firstDay: fc.constantFrom("excluded", "included"),
      lookbackMeasure: fc.constantFrom("day-to-day", "calendar-years"),
      refusalStart: fc.constantFrom("revocation-day", "announcement-day", "finding-day"),
      pendingApplication: fc.constantFrom("refused", "not-refused"),
    },
    { requiredKeys: [] },
  );

  test("ends on the first day, of all days from today, on which the applicant is eligible", () => {
    fc.assert(
      fc.property(
        fc.record({
          operatingSince: past,
          qualityInnovationEffectiveSince: past,
          accidents: fc.array(accident, { maxLength: 2 }),
          fraudRevocations: fc.array(refusal, { maxLength: 1 }),
        }),
        readings,
        day("2023-05-10", "2023-06-01"),
        (changed, interpretations, asOf) => {
          const facts = { ...sound.facts, appliedOn: "2023-05-08", ...changed };
          const decision = ask(award, { decision: "eligibility", asOf, facts, interpretations });
          if (decision.outcome === "eligible") return;
          const remedy = decision.remedies?.possible[0];
          let expected: string | null = null;
          for (let at = parseDate(asOf) as number; expected === null && at < FIRST_DAY + 366 * 140; at += 1) {
            const later = formatDate(at);
            const verdict = ask(award, {
              decision: "eligibility",
              asOf: later,
              facts: { ...facts, appliedOn: later },
              interpretations,
              detail: "verdict",
            });
            if (verdict.outcome === "eligible") expected = later;
          }
          expect(expected).not.toBeNull();
          expect(remedy).toMatchObject({ changes: [], waitUntil: expected, outcome: "eligible" });
          expect(decision.remedies?.possible).toHaveLength(1);
        },
      ),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});
