/** What a mutant bears on: the decisions it can change, and in each the rules. */
import type { Award } from "../../kernel/award.js";
import type { Plan } from "../../kernel/plan.js";
import { fileOf } from "../../pack/parts.js";
import { stepsOf } from "../../pack/place.js";
import type { RuleMutant } from "./mutant.js";

/** Names of rules by decision; a decision that is not changed is not in it. */
export type Bearing = ReadonlyMap<string, ReadonlySet<string>>;

/** @param award of the pack that the mutant is made from */
export function bearingOf({ file, pointer }: Pick<RuleMutant, "file" | "pointer">, { files, plans }: Award): Bearing {
  const steps = stepsOf(pointer);
  for (const [decision, rules] of Object.entries(files.rules)) {
    if (file !== fileOf(decision)) continue;
    return new Map([
      [
        decision,
        new Set(
          rules
            .slice(Number(steps[0]))
            .slice(0, 1)
            .map(({ name }) => name),
        ),
      ],
    ]);
  }
  const index = Number(steps[1]);
  const name = file === fileOf("parameters") ? files.parameters.parameters[index]?.name : files.facts.derived[index]?.name;
  if (name === undefined || (file !== fileOf("parameters") && file !== fileOf("facts"))) return new Map();
  return new Map([...plans].flatMap(([decision, plan]) => (reads(plan, name) ? [[decision, rulesReading(plan, name)]] : [])));
}

function reads(plan: Plan, wanted: string): boolean {
  return plan.reads.some(({ name }) => name === wanted);
}

function rulesReading({ rules }: Plan, wanted: string): ReadonlySet<string> {
  return new Set(rules.filter((plan) => [...plan.reads].some(({ name }) => name === wanted)).map(({ rule }) => rule.name));
}
