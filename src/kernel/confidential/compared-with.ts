import type { Condition, Rule } from "../model.js";

/** Names on the right of the comparisons of a rule that have the fact on their left. */
export function comparedWith(fact: string, { conditions }: Rule): ReadonlySet<string> {
  const names = new Set<string>();
  walk(conditions);
  return names;

  function walk(condition: Condition): void {
    if ("not" in condition) walk(condition.not);
    else if ("all" in condition) condition.all.forEach(walk);
    else if ("any" in condition) condition.any.forEach(walk);
    else if ("fact" in condition && condition.fact === fact) {
      const { value } = condition;
      if (typeof value === "object" && "fact" in value) names.add(value.fact);
    }
  }
}
