/** Exactly so many: more is wrong at once, and fewer never, since another may still come. */
import type { Constraint, Exactly } from "../kernel/procedure.js";
import { watchAbsence } from "./absence.js";
import type { Court, Watch } from "./watch.js";

export function watchExactly({ of, times, ...named }: Constraint & Exactly, court: Court): Watch {
  return watchAbsence({ ...named, template: "absence", of, beyond: times }, court);
}
