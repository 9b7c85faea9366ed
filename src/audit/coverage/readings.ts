/** Readings of the open points that a decision reads: each is to be used by some case, and by one in which it matters. */
import type { Name, Names } from "../../kernel/names.js";
import type { Plan } from "../../kernel/plan.js";
import { collectReads } from "../../kernel/reads.js";
import type { Probes } from "./probe.js";

/**
 * `used`: a rule that applies reads the point under this reading, or an output does; `matters`: under another the outcome
 * would be another. A point on which only amounts and days turn cannot matter so, and is to be used alone.
 */
export const readingProbes: Probes = ({ names }, plan) => {
  const decisive = readByConditions(plan, names);
  return plan.interpretations.flatMap(({ name }) =>
    name.interpretation.readings.map(({ name: reading }) => ({
      head: {
        kind: "reading",
        decision: plan.declaration.name,
        name: `${name.name}: ${reading}`,
        provision: name.interpretation.provision,
        needs: decisive.has(name) ? ["used", "matters"] : ["used"],
      },
      seenIn: ({ decision }) => {
        const result = (decision.interpretations ?? []).find((candidate) => candidate.name === name.name);
        if (result?.reading !== reading) return [];
        return result.wouldChange ? ["used", "matters"] : ["used"];
      },
    })),
  );
};

/** What decides whether a rule hits. */
function readByConditions({ rules }: Plan, names: Names): ReadonlySet<Name> {
  const read = new Set<Name>();
  for (const { rule } of rules) {
    const { appliesWhen } = rule.event.params;
    collectReads(rule.conditions, names, null, read);
    if (appliesWhen !== undefined) collectReads(appliesWhen, names, null, read);
  }
  return read;
}
