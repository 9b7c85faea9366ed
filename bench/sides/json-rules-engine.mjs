/** json-rules-engine over the pack's own rules, unmodified; it reports each rule and which of its conditions held. */
import { Engine } from "json-rules-engine";
import { answerFromHolds, applicabilityRules, factsForPeers, readRules } from "../pack.mjs";

export const name = "json-rules-engine";

const rules = await readRules();

/** @param {readonly import("../applicants.mjs").Applicant[]} applicants */
export async function prepare(applicants) {
  const { constants, facts } = await factsForPeers(applicants);
  const engine = new Engine([...rules, ...applicabilityRules(rules)]);
  for (const [constant, value] of Object.entries(constants)) engine.addFact(constant, value);
  return (i) => engine.run(facts[i]);
}

export function comparable({ results }) {
  const held = new Set(results.map((result) => result.name));
  return answerFromHolds(rules, (rule) => held.has(rule));
}
