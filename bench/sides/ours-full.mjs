/** The product, each decision with its explanation, by its public entry. */
import { decide, loadAward } from "../../dist/index.js";
import { AS_OF } from "../applicants.mjs";
import { answerOf, overTheWire, readPack } from "../pack.mjs";

export const name = "quality-award-kernel, with explanation";

/** @param {readonly import("../applicants.mjs").Applicant[]} applicants */
export async function prepare(applicants) {
  const award = loadAward(await readPack());
  const questions = overTheWire(applicants.map(({ facts }) => ({ decision: "eligibility", asOf: AS_OF, facts, detail: "full" })));
  return (i) => decide(award, questions[i]);
}

/** Not timed. An explanation counts only where it is made: plain data, nothing put off until somebody looks. */
export function comparable(answer) {
  if (!answer.ok) throw new Error(`not decided: ${JSON.stringify(answer.errors)}`);
  if (!isPlain(answer)) throw new Error("the answer is no plain data, so part of the explanation may be yet to be made");
  const { outcome, rules } = answer.decision;
  return answerOf(
    outcome,
    rules.map(({ name: rule, status }) => [rule, status]),
  );
}

/** Arrays, objects without accessors, and scalars, all the way down. */
function isPlain(value) {
  if (typeof value !== "object" || value === null) return typeof value !== "function";
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(Object.getOwnPropertyDescriptors(value)).every((own) => own.get === undefined && isPlain(own.value));
}
