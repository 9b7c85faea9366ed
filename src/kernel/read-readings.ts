/** The readings under which a caller asks: those it chose, and the default of every other interpretation. */
import type { Award } from "./award.js";
import { type Failure, failure, pointerStep } from "./failure.js";
import { nearest } from "./nearest.js";
import { isRecord } from "./read-facts.js";

export interface Readings {
  /** Of every interpretation. */
  readonly readings: ReadonlyMap<string, string>;
  /** Interpretations whose reading the caller chose. */
  readonly chosen: ReadonlySet<string>;
}

const NOTHING_CHOSEN: ReadonlySet<string> = new Set();

/** @param given the member `interpretations` of a question; what is wrong with it is added to `failures` */
export function readReadings(award: Award, given: unknown, failures: { push(found: Failure): unknown }): Readings {
  if (given === undefined) return { readings: award.defaults, chosen: NOTHING_CHOSEN };
  if (!isRecord(given)) {
    failures.push(failure("/interpretations", { code: "not-an-object", found: given }));
    return { readings: award.defaults, chosen: NOTHING_CHOSEN };
  }
  const readings = new Map(award.defaults);
  const chosen = new Set<string>();
  for (const key of Object.keys(given)) {
    const pointer = `/interpretations${pointerStep(key)}`;
    const reading = given[key];
    const name = award.names.byName.get(key);
    if (name?.source !== "interpretation" || name.type.type !== "enum") {
      const known = [...award.defaults.keys()];
      failures.push(failure(pointer, { code: "unknown-interpretation", name: key, known, near: nearest(key, known) }));
      continue;
    }
    if (reading === null) continue;
    const { values } = name.type;
    if (!values.includes(reading as string)) {
      const near = typeof reading === "string" ? nearest(reading, values) : null;
      failures.push(
        failure(pointer, { code: "not-a-value", found: reading, values, near, orNull: true }, name.interpretation.provision),
      );
      continue;
    }
    readings.set(key, reading as string);
    chosen.add(key);
  }
  return { readings, chosen };
}
