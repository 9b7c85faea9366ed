/** A witness with no row that it can do without: a solver writes rows that nobody asked for. */
import type { JsonValue } from "../kernel/answer.js";

type Facts = Readonly<Record<string, JsonValue>>;

/**
 * @param isWitness whether some facts still are one; those given are
 * @returns facts of which no list can lose a row
 */
export function withoutSpareRows(facts: Facts, isWitness: (facts: Facts) => boolean): Facts {
  let simpler = facts;
  for (const [name, value] of Object.entries(facts)) {
    if (!Array.isArray(value)) continue;
    for (let at = value.length - 1; at >= 0; at -= 1) {
      const rows = simpler[name] as readonly JsonValue[];
      const fewer = { ...simpler, [name]: rows.toSpliced(at, 1) };
      if (isWitness(fewer)) simpler = fewer;
    }
  }
  return simpler;
}
