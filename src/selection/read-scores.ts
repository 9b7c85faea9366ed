/** The scores of one sheet, by clause, each held to the scale of the criteria. */
import { type Criteria, itemsOf } from "../kernel/criteria.js";
import { pointerStep } from "../kernel/failure.js";
import type { FailureList } from "../kernel/failure-list.js";
import { isRecord } from "../kernel/read-facts.js";
import { nearestOf } from "../kernel/read-members.js";
import { MISSING } from "../scoring/layout.js";

/** @returns what reads them into a byte an item in the order of the criteria, `MISSING` where it was not scored */
export function scoreReader(criteria: Criteria) {
  const { scale, standard } = criteria;
  const { min, max, step } = scale;
  const places = new Map(itemsOf(criteria).map(({ clause }, place) => [clause, place]));
  return (value: unknown, pointer: string, failures: FailureList): Uint8Array => {
    const scores = new Uint8Array(places.size).fill(MISSING);
    if (value === undefined) return scores;
    if (!isRecord(value)) {
      failures.add(pointer, { code: "not-an-object", found: value });
      return scores;
    }
    for (const clause of Object.keys(value)) {
      const score = numberIn(value[clause]);
      const place = places.get(clause);
      if (isScore(score) && place !== undefined) {
        scores[place] = score;
        continue;
      }
      const at = pointer + pointerStep(clause);
      if (place === undefined) {
        failures.add(at, { code: "unknown-clause", name: clause, standard, near: nearestOf(clause, places.keys(), failures) });
      } else if (score !== null) {
        const code = isNumber(score) ? "off-scale" : "no-number";
        failures.add(at, { code, found: value[clause], min, max, step });
      }
    }
    return scores;
  };

  function isScore(score: unknown): score is number {
    return (
      Number.isInteger(score) && (score as number) >= min && (score as number) <= max && ((score as number) - min) % step === 0
    );
  }
}

/** Digits as text are that number: tables that become JSON have them so. */
function numberIn(value: unknown): unknown {
  return typeof value === "string" && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value;
}

/** Whether it is a number, if not one of the scale: `-5`, and `60.0` as text. */
function isNumber(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && /^[+-]?\d+(\.\d+)?$/.test(value.trim()));
}
