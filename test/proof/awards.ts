/** The packs that ship, and what is asked of a file of cases. */
import { runCases } from "../../src/audit/cases.js";
import { checkCases } from "../../src/audit/check-cases.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import type { CaseFile, ProofResult } from "../../src/proof/result.js";

export const nm = await loadPackFolder("rules/nm-chairman-2022");
export const craft = await loadPackFolder("test/packs/good/invented-craft-2030");

/** Whether a file of cases is sound, and each case passes on both engines. */
export async function casesPass(award: Award, file: CaseFile): Promise<boolean> {
  const checked = checkCases(award, JSON.parse(JSON.stringify(file)));
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  const results = await runCases(award, checked.cases);
  return results.every(({ passed, reference }) => passed && reference === "agrees");
}

/** What is not proved, in short: `accidents-never-help refuted`, `no-dead-rule/operating-years refuted`. */
export function shortcomings(results: readonly ProofResult[]): readonly string[] {
  return results.flatMap(({ property, rule, outcome, status }) =>
    status === "proved" ? [] : [`${[property, ...((rule ?? outcome) ? [rule ?? outcome] : [])].join("/")} ${status}`],
  );
}
