/** What a selection says beside its stages, line by line. */
import type { Ruling, Selection } from "../kernel/selection.js";
import { type Place, placeIn } from "./place.js";

export interface PlacedRuling {
  /** Of the member of selection.json. */
  readonly name: string;
  readonly ruling: Ruling;
  readonly place: Place;
}

export function rulingsOf({ stages: _, ...rulings }: Selection): readonly PlacedRuling[] {
  return Object.entries(rulings).map(([name, ruling]) => ({ name, ruling, place: placeIn("selection.json", name) }));
}
