/** Where in a pack something stands. */
import { pointerStep } from "../kernel/failure.js";

export interface Place {
  /** `facts.json`; `.` is the pack as a whole. */
  readonly file: string;
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
}

export type Step = string | number;

export function placeIn(file: string, ...steps: readonly Step[]): Place {
  return { file, pointer: steps.map(pointerStep).join("") };
}

export function inside(place: Place, ...steps: readonly Step[]): Place {
  return { file: place.file, pointer: place.pointer + steps.map(pointerStep).join("") };
}

/** Whether `inner` is `outer` or stands inside it. */
export function isWithin(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && (inner.pointer === outer.pointer || inner.pointer.startsWith(`${outer.pointer}/`));
}

/** Steps of a JSON Pointer. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
