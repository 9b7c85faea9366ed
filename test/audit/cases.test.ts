import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Case, Expectation, ExpectedDecision } from "../../src/audit/case.js";
import { runCase, runCases } from "../../src/audit/cases.js";
import { loadPacks } from "../../src/files/packs.js";
import { listCaseFiles, readCases } from "../../src/files/read-cases.js";
import type { Award } from "../../src/kernel/award.js";
import type { Rule } from "../../src/kernel/model.js";

const AWARD = "nm-chairman-2022";
const award = (await loadPacks("rules")).get(AWARD) as Award;
const example = JSON.parse(readFileSync(`rules/${AWARD}/examples/eligibility.json`, "utf8")) as Pick<Case, "asOf" | "facts">;

/** The eligible unit of the example, some of its facts replaced. */
function eligibility(expectation: Expectation, facts: Case["facts"] = {}, more: Partial<Case> = {}): Case {
  const base = { case: "a unit", decision: "eligibility", ...example, expect: expectation };
  return { ...base, facts: { ...example.facts, ...facts }, ...more };
}

const HOLDER = {
  wonAward: true,
  awardedOn: "2023-02-01",
  fraudFound: false,
  accidents: [],
  breaches: [],
  grantPaidFen: 100_000_000,
};
const LARGER = [{ occurredOn: "2023-04-01", domain: "safety", level: "larger" }];

function revocation(expectation: Expectation, facts: Case["facts"]): Case {
  const question = { decision: "revocation", asOf: "2023-06-01", facts: { ...HOLDER, ...facts } };
  return { case: "a holder", ...question, expect: expectation };
}

function funding(expectation: Expectation): Case {
  const facts = { wonAward: true, awardedOn: "2023-02-01", priorAwards: [], awardRevoked: false };
  return { case: "a winner", decision: "funding", asOf: "2023-06-01", facts, expect: expectation };
}

/** Of each member: an expectation that the award meets, and wrong ones that it does not. */
const MEMBERS: readonly {
  readonly of: string;
  readonly right: Case;
  readonly wrong: readonly Case[];
}[] = [
  {
    of: "outcome",
    right: eligibility({ outcome: "eligible" }),
    wrong: [
      eligibility({ outcome: "ineligible" }),
      eligibility({ outcome: "undetermined" }),
      eligibility({ outcome: "eligible" }, { registeredInRegion: false }),
      eligibility({ outcome: "eligible" }, { registeredInRegion: null }),
    ],
  },
  {
    of: "provision",
    right: eligibility({ outcome: "ineligible", provision: "art_10__item_1" }, { holdsRequiredLicences: false }),
    wrong: [
      eligibility({ outcome: "ineligible", provision: "art_10__item_2" }, { holdsRequiredLicences: false }),
      eligibility({ outcome: "undetermined", provision: "art_10__item_3" }, { appliedOn: null }),
      eligible({ provision: "art_18" }),
    ],
  },
  {
    of: "rules",
    right: eligible({ rules: { "operating-years": "satisfied", "non-profit-front-rank": "not-applicable" } }),
    wrong: [
      eligible({ rules: { "operating-years": "violated" } }),
      eligible({ rules: { "operating-years": "satisfied", "non-profit-front-rank": "satisfied" } }),
    ],
  },
  {
    of: "missing",
    right: eligibility({ outcome: "undetermined", missing: ["appliedOn"] }, { appliedOn: null }),
    wrong: [
      eligibility({ outcome: "undetermined", missing: [] }, { appliedOn: null }),
      eligibility({ outcome: "undetermined", missing: ["appliedOn", "accidents"] }, { appliedOn: null }),
      eligibility({ outcome: "undetermined", missing: ["accidents"] }, { appliedOn: null }),
    ],
  },
  {
    of: "consequences",
    right: revocation({ outcome: "revoke", consequences: ["circulate", "revoke-award"] }, { accidents: LARGER }),
    wrong: [
      revocation({ outcome: "revoke", consequences: ["revoke-award"] }, { accidents: LARGER }),
      revocation({ outcome: "revoke", consequences: ["revoke-award", "circulate", "claw-back"] }, { accidents: LARGER }),
      revocation({ outcome: "no-ground", consequences: ["circulate"] }, {}),
    ],
  },
  {
    of: "due",
    right: revocation(
      {
        outcome: "revoke",
        due: { "claw-back": { provision: "art_23", value: 100_000_000 }, circulate: { provision: "art_24__sent_1" } },
      },
      { fraudFound: true, accidents: LARGER },
    ),
    wrong: [
      revocation({ outcome: "revoke", due: { "claw-back": { provision: "art_24" } } }, { fraudFound: true }),
      revocation({ outcome: "revoke", due: { "claw-back": { value: 1 } } }, { fraudFound: true }),
      revocation({ outcome: "revoke", due: { circulate: { provision: "art_24" } } }, { fraudFound: true }),
      revocation({ outcome: "revoke", due: { circulate: { value: null, provision: "art_23" } } }, { accidents: LARGER }),
    ],
  },
  {
    of: "outputs",
    right: funding({ outcome: "grant", outputs: { budgetYear: 2024, grantFen: 100_000_000 } }),
    wrong: [
      funding({ outcome: "grant", outputs: { grantFen: 100_000_000 } }),
      funding({ outcome: "grant", outputs: { grantFen: 1_000_000, budgetYear: 2024 } }),
      eligible({ outputs: { grantFen: 1 } }),
    ],
  },
  {
    of: "remedies",
    right: eligibility(
      { outcome: "ineligible", remedies: [{ change: { holdsRequiredLicences: true } }] },
      { holdsRequiredLicences: false },
    ),
    wrong: [
      eligibility({ outcome: "ineligible", remedies: [] }, { holdsRequiredLicences: false }),
      eligibility(
        { outcome: "ineligible", remedies: [{ change: { holdsRequiredLicences: false } }] },
        { holdsRequiredLicences: false },
      ),
      eligibility({ outcome: "ineligible", remedies: [{ change: {}, wait: "2026-01-11" }] }, { operatingSince: "2021-01-10" }),
      eligible({ remedies: [{ change: { holdsRequiredLicences: true } }] }),
    ],
  },
  {
    of: "fixed",
    right: eligibility({ outcome: "ineligible", fixed: ["enterprise-or-institution"] }, { organisationKind: "government-body" }),
    wrong: [
      eligibility({ outcome: "ineligible", fixed: [] }, { organisationKind: "government-body" }),
      eligible({ fixed: ["enterprise-or-institution"] }),
    ],
  },
  {
    of: "wouldChange",
    right: eligible({ wouldChange: ["continuity"] }),
    wrong: [eligible({ wouldChange: [] }), eligible({ wouldChange: ["continuity", "firstDay"] })],
  },
  {
    of: "notices",
    right: eligibility({ outcome: "eligible", notices: ["superseded"] }, {}, { asOf: "2025-07-03" }),
    wrong: [eligibility({ outcome: "eligible", notices: [] }, {}, { asOf: "2025-07-03" }), eligible({ notices: ["superseded"] })],
  },
  {
    of: "errors",
    right: eligibility(
      { errors: ["/facts/callPublishedOn", "/facts/appliedOn"] },
      { appliedOn: "soon", callPublishedOn: "then" },
    ),
    wrong: [
      eligibility({ errors: ["/facts/appliedOn"] }),
      eligibility({ errors: ["/facts/appliedOn"] }, { appliedOn: "soon", callPublishedOn: "then" }),
      eligibility({ errors: ["/facts/accidents"] }, { appliedOn: "soon" }),
    ],
  },
];

function eligible(more: Omit<ExpectedDecision, "outcome">): Case {
  return eligibility({ outcome: "eligible", ...more });
}

describe.each(MEMBERS)("`$of`", ({ of, right, wrong }) => {
  it("passes where it is met", async () => {
    expect(await runCase(award, right)).toMatchObject({ passed: true, differences: [] });
  });

  it.each(wrong.map((one) => ({ one, expected: JSON.stringify(one.expect) })))("fails for $expected", async ({ one }) => {
    const { passed, differences } = await runCase(award, one);
    expect(passed).toBe(false);
    expect(differences.map((difference) => difference.of)).toEqual([of]);
  });
});

describe("a difference", () => {
  it("in the outcome names what was expected, what came, and the rules that gave it with the words of the law", async () => {
    const { differences } = await runCase(award, eligibility({ outcome: "eligible" }, { holdsRequiredLicences: false }));
    expect(differences).toMatchObject([
      {
        of: "outcome",
        expected: "eligible",
        got: "ineligible",
        rules: [{ name: "licences", status: "violated", provision: "art_10__item_1__sent_1", quote: "具备有关资质或证照" }],
      },
    ]);
  });

  it("in a rule names the rule, and every member that differs is told", async () => {
    const wrong = eligibility({ outcome: "ineligible", rules: { licences: "violated" }, notices: ["superseded"] });
    const { differences } = await runCase(award, wrong);
    expect(differences.map(({ of, name }) => name ?? of)).toEqual(["outcome", "licences", "notices"]);
  });

  it("in the provision names those of the rules that gave the outcome, and what the rules of the one expected came to", async () => {
    const wrong = eligibility({ outcome: "ineligible", provision: "art_10__item_3" }, { holdsRequiredLicences: false });
    const { differences } = await runCase(award, wrong);
    expect(differences).toMatchObject([{ of: "provision", expected: "art_10__item_3", got: ["art_10__item_1__sent_1"] }]);
    const rules = differences[0]?.rules ?? [];
    expect(rules.map(({ name }) => name)).toContain("licences");
    expect(rules.filter(({ provision }) => provision.startsWith("art_10__item_3")).length).toBeGreaterThan(0);
  });

  it("is none where an outcome that no rule gives rests on a rule of the provision that applies", async () => {
    expect(await runCase(award, eligible({ provision: "art_10__item_1" }))).toMatchObject({ passed: true });
  });

  it("tells a question that was unexpectedly refused, with every error", async () => {
    const result = await runCase(
      award,
      eligibility({ outcome: "eligible" }, { appliedOn: "soon", operatingSinse: "2010-01-01" }),
    );
    expect(result.differences).toMatchObject([{ of: "question", got: ["/facts/appliedOn", "/facts/operatingSinse"] }]);
    expect(result.errors).toHaveLength(2);
  });
});

describe("order", () => {
  it("of the names in an expectation does not matter", async () => {
    const forth = { change: { qualitySystemSound: true, holdsRequiredLicences: true } };
    const back = { change: { holdsRequiredLicences: true, qualitySystemSound: true } };
    const facts = { qualitySystemSound: false, holdsRequiredLicences: false };
    for (const remedy of [forth, back]) {
      expect(await runCase(award, eligibility({ outcome: "ineligible", remedies: [remedy] }, facts))).toMatchObject({
        passed: true,
      });
    }
  });

  it("of results is that of the cases", async () => {
    const results = await runCases(award, [eligible({}), eligibility({ outcome: "ineligible" }), eligible({})]);
    expect(results.map(({ passed }) => passed)).toEqual([true, false, true]);
  });
});

describe("the second evaluator", () => {
  it("confirms a case whose facts are complete, and leaves the others alone", async () => {
    expect((await runCase(award, eligible({}))).reference).toBe("agrees");
    expect((await runCase(award, eligibility({ outcome: "undetermined" }, { appliedOn: null }))).reference).toBe("not-decided");
    expect((await runCase(award, eligibility({ errors: ["/facts/appliedOn"] }, { appliedOn: "soon" }))).reference).toBe(
      "not-decided",
    );
  });

  it("fails a case where it judges a rule otherwise", async () => {
    const rules = award.files.rules["eligibility"] as readonly Rule[];
    const turned = rules.map((rule) => (rule.name === "licences" ? { ...rule, conditions: { not: rule.conditions } } : rule));
    // Compiled from the rules as they are, read by the reference with one of them turned round.
    const torn: Award = { ...award, files: { ...award.files, rules: { ...award.files.rules, eligibility: turned } } };
    const { passed, reference, differences } = await runCase(torn, eligible({}));
    expect([passed, reference]).toEqual([false, "disagrees"]);
    expect(differences).toMatchObject([
      { of: "engines", name: "outcome", expected: "ineligible", got: "eligible" },
      { of: "engines", name: "licences", expected: "violated", got: "satisfied" },
    ]);
  });
});

describe("the cases of the packs", () => {
  it("each passes", async () => {
    for (const file of await listCaseFiles(`rules/${AWARD}/cases`)) {
      const read = await readCases(award, file);
      if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.errors)}`);
      const failed = (
        await runCases(
          award,
          read.cases.map((placed) => placed.case),
        )
      ).filter(({ passed }) => !passed);
      expect(failed.map(({ case: one, differences }) => [file, one.case, differences])).toEqual([]);
    }
  });
});
