/** The translation says of every complete case what the kernel says, down to each rule and each derived fact. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import { inBits, inIntegers } from "../../src/proof/smt/numbers.js";
import { openSolver } from "../../src/proof/solver.js";
import { checkTranslation } from "../../src/proof/translation-check.js";
import { awardOf } from "../arbitraries/packs.js";
import { factsOf, questionOf } from "../arbitraries/questions.js";
import { DECISION } from "../arbitraries/rules.js";
import { changed } from "../reference/awards.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const RUNS = isLong ? 600 : 12;
const PACKS = isLong ? 1_000 : 40;
const TIMEOUT = isLong ? 3_600_000 : 120_000;

const solver = await openSolver();
afterAll(() => solver.close());

const WAYS = { bits: inBits, integers: inIntegers };
const shipped = await Promise.all(
  ["rules/nm-chairman-2022", "test/packs/good/invented-craft-2030"].map((folder) => loadPackFolder(folder)),
);
const decisions = shipped.flatMap((award) => [...award.plans.keys()].map((decision) => ({ id: award.id, decision, award })));

describe.each(Object.entries(WAYS))("with numbers in %s", (_, numbers) => {
  test.each(decisions)("$id: $decision", { timeout: TIMEOUT }, ({ award, decision }) =>
    fc.assert(
      fc.asyncProperty(questionOf(award, decision), async (question) => {
        expect(await checkTranslation(solver, award, [question], numbers)).toEqual([]);
      }),
      { numRuns: RUNS },
    ),
  );

  test("random packs", { timeout: TIMEOUT }, () =>
    fc.assert(
      fc.asyncProperty(
        awardOf().chain((award) => fc.tuple(fc.constant(award), questionOf(award, DECISION), questionOf(award, DECISION))),
        async ([award, ...questions]) => {
          expect(await checkTranslation(solver, award, questions, numbers)).toEqual([]);
        },
      ),
      { numRuns: PACKS },
    ),
  );
});

test("a translation of other rules is told apart", async () => {
  const award = shipped[0] as Award;
  const other = changed(award, (files) => {
    for (const parameter of files.parameters.parameters) if (parameter.name === "cleanRecordYears") parameter.value = 4;
  });
  const asOf = "2024-06-01";
  const [facts] = fc.sample(factsOf(award, { asOf }), { numRuns: 1, seed: 1 });
  const accidents = [{ occurredOn: "2020-11-01", domain: "safety", level: "general" }];
  const question = { decision: "eligibility", asOf, facts: { ...facts, appliedOn: "2024-05-01", accidents } };
  // The kernel decides by one pack, and what is translated is the other.
  const found = await checkTranslation(solver, { ...award, names: other.names }, [question], inBits);
  expect(found.map(({ of }) => of)).toContain("fact recentAccident");
});

test("another amount of a consequence is told apart", async () => {
  const award = shipped[0] as Award;
  const other = changed(award, (files) => {
    for (const parameter of files.parameters.parameters) if (parameter.name === "refusalYears") parameter.value = 4;
  });
  const unit = { wonAward: true, awardedOn: "2023-12-20", grantPaidFen: 100_000_000, accidents: [], breaches: [] };
  const question = { decision: "revocation", asOf: "2025-06-01", facts: { ...unit, fraudFound: true } };
  const found = await checkTranslation(solver, { ...award, names: other.names }, [question], inIntegers);
  expect(found).toEqual([{ question, of: "consequence refuse-applications value", kernel: 5, translation: 4 }]);
});
