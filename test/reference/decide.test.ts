import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/kernel/answer.js";
import { decide } from "../../src/kernel/decide.js";
import { decideByReference } from "../../src/reference/decide.js";
import { award2022, changed } from "./awards.js";
import { decideCompiled } from "./compiled.js";

const award = await award2022();

/** An award won on 2023-02-28, found to have been gained by fraud, with a larger accident on the last day that counts. */
const revocation = {
  id: "case 7",
  decision: "revocation",
  asOf: "2026-04-01",
  facts: {
    wonAward: true,
    awardedOn: "2023-02-28",
    fraudFound: { value: true, by: "leading group", evidence: ["file 12"] },
    grantPaidFen: 100_000_050,
    accidents: [{ occurredOn: "2026-02-28", domain: "safety", level: "major" }],
    breaches: [],
  },
};

const needed = (answer: Answer) => (answer.ok ? [] : answer.errors.map(({ code, pointer }) => `${code} ${pointer}`));

describe("a decision by the reference evaluator", () => {
  test("is the kernel's, member by member", async () => {
    expect(await decideByReference(award, revocation)).toEqual({ ok: true, decision: decideCompiled(award, revocation) });
  });

  test("leaves out remedies and interpretations, which the kernel alone gives", async () => {
    const answer = await decideByReference(award, revocation);
    expect(answer.ok && Object.keys(answer.decision)).not.toContain("remedies");
    expect(answer.ok && Object.keys(answer.decision)).not.toContain("interpretations");
  });

  test("is cut to the outcome where a verdict is asked for", async () => {
    const question = { ...revocation, detail: "verdict" };
    expect(await decideByReference(award, question)).toEqual(decide(award, question));
  });

  test("follows the readings that the caller chose", async () => {
    const accident = { ...revocation, facts: { ...revocation.facts, fraudFound: false } };
    const interpretations = { worseAccidents: "larger-only" };
    const [usual, strict] = [
      await decideByReference(award, accident),
      await decideByReference(award, { ...accident, interpretations }),
    ];
    expect(usual.ok && usual.decision.outcome).toBe("revoke");
    expect(strict.ok && strict.decision.outcome).toBe("no-ground");
  });

  test("carries no notice while the measures are in force, and one from the day they are succeeded", async () => {
    const on = async (asOf: string) => {
      const facts = { ...revocation.facts, accidents: [] };
      const answer = await decideByReference(award, { ...revocation, asOf, facts });
      return answer.ok && answer.decision.notices.map(({ code }) => code);
    };
    expect(await on("2025-07-02")).toEqual([]);
    expect(await on("2025-07-03")).toEqual(["superseded"]);
  });

  test("is refused with everything that is wrong with the question, as by the kernel", async () => {
    const question = { decision: "funding", asOf: "2022-12-11", facts: { wonAwards: true, awardedOn: "2023-02-29" }, extra: 1 };
    expect(await decideByReference(award, question)).toEqual(decide(award, question));
  });
});

describe("facts that are unknown", () => {
  test("are named, every one, each with its place and provision", async () => {
    const facts = { wonAward: true, fraudFound: null, accidents: [{ occurredOn: "2024-01-01" }, { domain: "safety" }] };
    const answer = await decideByReference(award, { ...revocation, facts });
    expect(needed(answer)).toEqual([
      "reference-needs-facts /facts/fraudFound",
      "reference-needs-facts /facts/grantPaidFen",
      "reference-needs-facts /facts/accidents/1/occurredOn",
      "reference-needs-facts /facts/awardedOn",
      "reference-needs-facts /facts/accidents/0/domain",
      "reference-needs-facts /facts/accidents/0/level",
      "reference-needs-facts /facts/accidents/1/level",
      "reference-needs-facts /facts/breaches",
    ]);
    expect(!answer.ok && answer.errors.map(({ provision }) => provision)).not.toContain(undefined);
  });

  test("of a rule that does not apply are not needed", async () => {
    const facts = { wonAward: false };
    const answer = await decideByReference(award, { ...revocation, facts });
    expect(answer.ok && answer.decision.outcome).toBe("no-ground");
    expect(answer.ok && answer.decision.rules?.map(({ status }) => status)).toEqual(Array(3).fill("not-applicable"));
  });

  test("are needed first where they say whether a rule applies", async () => {
    expect(needed(await decideByReference(award, { ...revocation, facts: {} }))).toEqual([
      "reference-needs-facts /facts/wonAward",
    ]);
  });

  test("in fields that no rule reads are not needed", async () => {
    const facts = { ...revocation.facts, breaches: [{ occurredOn: "2024-01-01", seriousInOperation: true }] };
    const answer = await decideByReference(award, { ...revocation, facts });
    expect(answer.ok && answer.decision.outcome).toBe("revoke");
  });

  test("in fields that only another reading reads are not needed", async () => {
    const facts = { wonAward: true, awardedOn: "2024-01-01", priorAwards: [{ awardedOn: "2020-01-01" }], awardRevoked: false };
    const question = { decision: "funding", asOf: "2024-06-01", facts };
    expect(needed(await decideByReference(award, question))).toEqual([]);
    expect(
      needed(await decideByReference(award, { ...question, interpretations: { revokedPriorAward: "does-not-count" } })),
    ).toEqual(["reference-needs-facts /facts/priorAwards/0/revoked"]);
  });

  test("of an output that goes with the outcome are needed, of another outcome's output not", async () => {
    const withOutput = changed(award, ({ pack }) => {
      for (const { name, outputs } of pack.decisions) {
        if (name === "funding")
          outputs?.push({ ...(outputs[0] as (typeof outputs)[number]), name: "fee", value: { fact: "feeChargedFen" } });
      }
    });
    const ask = (wonAward: boolean) => {
      const facts = { wonAward, awardedOn: "2024-01-01", priorAwards: [], awardRevoked: false };
      return decideByReference(withOutput, { decision: "funding", asOf: "2024-06-01", facts });
    };
    expect(needed(await ask(true))).toEqual(["reference-needs-facts /facts/feeChargedFen"]);
    expect(needed(await ask(false))).toEqual([]);
  });
});
