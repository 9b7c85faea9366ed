/** What a change of the rules does to a population, held against both packs asked one by one. */
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { listCaseFiles, readCases } from "../../src/files/read-cases.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { PopulationTally, unitImpact } from "../../src/impact/population.js";
import type { Side } from "../../src/impact/side.js";
import type { Award } from "../../src/kernel/award.js";
import { decide } from "../../src/kernel/decide.js";
import { hiddenQuestionOf } from "../arbitraries/questions.js";
import { withChangedPack } from "../pack/changed-pack.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const numRuns = isLong ? 3_000 : 150;

let award: Award;
let invented: Award;
beforeAll(async () => {
  award = await loadPackFolder("rules/nm-chairman-2022");
  invented = await loadPackFolder("test/packs/good/invented-craft-2030");
});

const sideOf = (of: Award, readings: Side["readings"] = {}): Side => ({ award: of, readings });

/** With one parameter otherwise. */
function withParameter(name: string, value: number): Promise<Award> {
  const at = award.files.parameters.parameters.findIndex((parameter) => parameter.name === name);
  const change = { op: "replace", file: "parameters.json", path: `/parameters/${at}/value`, value } as const;
  return withChangedPack("nm-chairman-2022", [change], loadPackFolder);
}

/** An eligible applicant that began to operate on another day. */
async function applicantSince(operatingSince: string) {
  const example = JSON.parse(await readFile("rules/nm-chairman-2022/examples/eligibility.json", "utf8"));
  const { appliedOn } = example.facts;
  return { asOf: appliedOn, facts: { ...example.facts, operatingSince, operationStops: [] } };
}

describe("a parameter otherwise", () => {
  test("changes those between the two values, by the rule that counts with it", async () => {
    const later = await withParameter("minOperatingYears", 6);
    const tally = new PopulationTally();
    const { facts } = await applicantSince("2010-01-01");
    const [year, day] = [Number(facts.appliedOn.slice(0, 4)), facts.appliedOn.slice(4)];
    const since = [`${year - 6}${day}`, `${year - 6}-12-31`, `${year - 5}${day}`, "2010-01-01"];
    const questions = await Promise.all(since.map(applicantSince));
    const impacts = questions.map((question) => {
      const impact = unitImpact(sideOf(award), sideOf(later), "eligibility", question);
      tally.add(impact);
      return impact.kind === "changed"
        ? impact.by.map(({ rule, provision, first, second }) => [rule, provision, first, second])
        : impact.kind;
    });
    const byYears = [["operating-years", "art_10__item_1__sent_1", "satisfied", "violated"]];
    expect(impacts).toEqual(["same", byYears, byYears, "same"]);
    const { asked, refused, same, pairs } = tally.impact();
    expect([asked, refused, same]).toEqual([4, 0, 2]);
    expect(pairs.map(({ units, by }) => [units, by])).toEqual([
      [2, [{ rule: "operating-years", provision: "art_10__item_1__sent_1", units: 2 }]],
    ]);
  });

  test("shows an amount that is another though the outcome is the same", async () => {
    const dearer = await withParameter("grantFen", 200_000_000);
    const asked = {
      asOf: "2024-01-10",
      facts: { wonAward: true, awardedOn: "2023-12-20", priorAwards: [], awardRevoked: false },
    };
    const impact = unitImpact(sideOf(award), sideOf(dearer), "funding", asked);
    if (impact.kind !== "changed") throw new Error(JSON.stringify(impact));
    expect([impact.first.outcome, impact.second.outcome, impact.by]).toEqual(["grant", "grant", []]);
    expect([impact.first.outputs, impact.second.outputs].map((outputs) => Object.values(outputs))).toEqual([
      expect.arrayContaining([100_000_000]),
      expect.arrayContaining([200_000_000]),
    ]);
  });
});

describe("two sides", () => {
  test("of the same pack and readings change nobody", () => {
    const question = fc.constantFrom(...award.plans.keys()).chain((decision) => hiddenQuestionOf(award, decision, 15));
    fc.assert(
      fc.property(question, ({ partial: { decision, ...asked } }) => {
        expect(["same", "refused"]).toContain(unitImpact(sideOf(award), sideOf(award), decision as string, asked).kind);
      }),
      { numRuns },
    );
  });

  test("under another reading change those, and only those, whom it decides otherwise", async () => {
    const files = await listCaseFiles("rules/nm-chairman-2022/cases");
    const shipped = await Promise.all(files.map((file) => readCases(award, file)));
    const cases = shipped.flatMap((one) => (one.ok ? one.cases.map((placed) => placed.case) : []));
    let changed = 0;
    const some = cases.filter((_, at) => isLong || at % 4 === 0);
    for (const { decision, asOf, facts, interpretations } of some) {
      const asked = { asOf, facts, ...(interpretations === undefined ? {} : { interpretations }) };
      const read = award.plans.get(decision)?.interpretations.map(({ name }) => name.name) ?? [];
      for (const { name, readings } of award.files.interpretations.interpretations.filter((one) => read.includes(one.name))) {
        for (const reading of readings.map((one) => one.name)) {
          const impact = unitImpact(sideOf(award), sideOf(award, { [name]: reading }), decision, asked);
          const [first, second] = [asked, { ...asked, interpretations: { ...interpretations, [name]: reading } }].map((one) =>
            decide(award, { decision, ...one }),
          );
          if (!first?.ok || !second?.ok) expect(impact.kind).toBe("refused");
          else if (first.decision.outcome === second.decision.outcome && impact.kind === "changed")
            expect(impact.first).not.toEqual(impact.second);
          else if (first.decision.outcome === second.decision.outcome) expect(impact.kind).toBe("same");
          else {
            changed += 1;
            const outcomes = { first: { outcome: first.decision.outcome }, second: { outcome: second.decision.outcome } };
            expect(impact).toMatchObject({ kind: "changed", ...outcomes });
            // What is open may close by rules that stay open.
            const isOpen = [first, second].some(({ decision: { outcome } }) => outcome === "undetermined");
            if (!isOpen) expect(impact.kind === "changed" ? impact.by.length : 0).toBeGreaterThan(0);
          }
        }
      }
    }
    expect(changed).toBeGreaterThan(20);
  });

  test("of two awards are asked in the words they share, and what only one can say is no error of the other", () => {
    const question = { asOf: "2031-06-01", facts: { appliedOn: "2031-05-01", livesInQinglan: true, registeredInRegion: true } };
    const impact = unitImpact(sideOf(award), sideOf(invented), "eligibility", question);
    expect(impact.kind).not.toBe("refused");
    const stray = unitImpact(sideOf(award), sideOf(invented), "eligibility", { ...question, facts: { livesOnTheMoon: true } });
    expect(stray).toMatchObject({ kind: "refused", side: "first", errors: [{ pointer: "/facts/livesOnTheMoon" }] });
  });
});
