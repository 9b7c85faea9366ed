/** The product from text to text: a question read from JSON, decided and explained, the answer written as JSON. */
import { decide, loadAward } from "../../dist/index.js";
import { AS_OF } from "../applicants.mjs";
import { readPack } from "../pack.mjs";
import { comparable as comparableAnswer } from "./ours-full.mjs";

export const name = "quality-award-kernel, JSON text to JSON text";

/** @param {readonly import("../applicants.mjs").Applicant[]} applicants */
export async function prepare(applicants) {
  const award = loadAward(await readPack());
  const texts = applicants.map(({ facts }) => JSON.stringify({ decision: "eligibility", asOf: AS_OF, facts }));
  return (i) => JSON.stringify(decide(award, JSON.parse(texts[i])));
}

export function comparable(text) {
  return comparableAnswer(JSON.parse(text));
}
