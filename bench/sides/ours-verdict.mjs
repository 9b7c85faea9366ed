/** The product, the outcome alone, by its public entry. */
import { decide, loadAward } from "../../dist/index.js";
import { AS_OF } from "../applicants.mjs";
import { answerOf, overTheWire, readPack } from "../pack.mjs";

export const name = "quality-award-kernel, verdict";

/** @param {readonly import("../applicants.mjs").Applicant[]} applicants */
export async function prepare(applicants) {
  const award = loadAward(await readPack());
  const questions = overTheWire(
    applicants.map(({ facts }) => ({ decision: "eligibility", asOf: AS_OF, facts, detail: "verdict" })),
  );
  return (i) => decide(award, questions[i]);
}

export function comparable(answer) {
  if (!answer.ok) throw new Error(`not decided: ${JSON.stringify(answer.errors)}`);
  return answerOf(answer.decision.outcome, null);
}
