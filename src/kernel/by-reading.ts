/** What a pack leaves to the reading of an interpretation. */
import type { ByReading, Choice, Duty } from "./obligations.js";

export function isByReading<T>(given: ByReading<T>): given is Choice<T> {
  return typeof given === "object" && given !== null && "interpretation" in given;
}

/** @param readings of all interpretations, by their names */
export function underReadings<T>(given: ByReading<T>, readings: ReadonlyMap<string, string>): T {
  return isByReading(given) ? (given.readings[readings.get(given.interpretation) as string] as T) : given;
}

/** Names of the interpretations that a duty reads. */
export function interpretationsIn({ repeats, endedBy }: Duty): readonly string[] {
  return [repeats?.every, endedBy].flatMap((given) =>
    given !== undefined && isByReading<unknown>(given) ? [given.interpretation] : [],
  );
}
