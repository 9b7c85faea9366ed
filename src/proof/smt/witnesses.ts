/** How many rows of a list a decision may have to tell apart. */
import type { Plan } from "../../kernel/plan.js";

/**
 * One row for each place where a row has to be found: to make `some` true or `every` false, or to be the latest or earliest.
 * Leaving out all other rows changes none of these, so a list of so many rows stands for a list of any number.
 * @returns a number for each list that is read, at least one
 */
export function witnessesOf(plans: readonly Plan[]): ReadonlyMap<string, number> {
  const witnesses = new Map<string, number>();
  const names = new Set(plans.flatMap(({ reads }) => reads));
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { op, list } = node as { readonly op?: unknown; readonly list?: unknown };
    if (typeof list === "string" && op !== "count") witnesses.set(list, (witnesses.get(list) ?? 0) + 1);
    Object.values(node).forEach(walk);
  };
  for (const name of names) {
    if (name.source === "given-list") witnesses.set(name.name, witnesses.get(name.name) ?? 1);
    if (name.source === "derived") walk(name.derived.expression);
  }
  return new Map([...witnesses].map(([list, number]) => [list, Math.max(1, number)]));
}
