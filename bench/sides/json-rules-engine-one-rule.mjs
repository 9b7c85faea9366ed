/**
 * json-rules-engine asked for the outcome alone: every condition in one rule, which spares it the work a rule makes.
 * No longer the pack's file, but what somebody would write who wants no reasons.
 */
import { Engine } from "json-rules-engine";
import { answerOf, factsForPeers, readRules } from "../pack.mjs";

export const name = "json-rules-engine, one rule";

/** @param {readonly import("../applicants.mjs").Applicant[]} applicants */
export async function prepare(applicants) {
  const { constants, facts } = await factsForPeers(applicants);
  const engine = new Engine([
    { name: "eligible", conditions: { all: (await readRules()).map(whereItApplies) }, event: { type: "eligible" } },
  ]);
  for (const [constant, value] of Object.entries(constants)) engine.addFact(constant, value);
  return (i) => engine.run(facts[i]);
}

export function comparable({ results }) {
  return answerOf(results.length > 0 ? "eligible" : "ineligible", null);
}

function whereItApplies({ conditions, event }) {
  const { appliesWhen } = event.params;
  return appliesWhen === undefined ? conditions : { any: [{ not: appliesWhen }, conditions] };
}
