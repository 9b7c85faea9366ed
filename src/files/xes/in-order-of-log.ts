import type { FailureList } from "../../kernel/failure-list.js";
import { KEYS } from "./keys.js";
import type { ReadEvent } from "./read-event.js";

/**
 * Events by the places they say, where any says one: then all of them have to, each another, though some may be gone.
 * Otherwise by time, those of one time in the order of the file.
 */
export function inOrderOfLog(events: readonly ReadEvent[], failures: FailureList): readonly ReadEvent[] {
  if (events.every(({ place }) => place === undefined)) return [...events].sort((a, b) => a.seconds - b.seconds);
  const taken = new Set<number>();
  const before = failures.length;
  for (const { place, taker } of events) {
    if (place === undefined) taker.lacks(KEYS.place);
    else if (!/^\d{1,15}$/.test(place.value.trim()) || taken.has(Number(place.value)))
      taker.wrong(place, { code: "no-place-in-log", found: place.value });
    else taken.add(Number(place.value));
  }
  if (failures.length > before) return events;
  return [...events].sort((a, b) => Number(a.place?.value) - Number(b.place?.value));
}
