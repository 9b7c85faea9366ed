/** What a selection says beside its stages, line by line: of a cut, then of ties across it. */
import type { Ruling, Selection } from "../kernel/selection.js";
import { inside, type Place, placeIn } from "./place.js";

export interface PlacedRuling {
  /** Members of selection.json, from the outermost: `ranking`, `awards/ties`. */
  readonly name: string;
  readonly ruling: Ruling;
  readonly place: Place;
}

export function rulingsOf({ stages: _, ...rulings }: Selection): readonly PlacedRuling[] {
  return Object.entries(rulings).flatMap(([name, ruling]) => {
    const place = placeIn("selection.json", name);
    const own = { name, ruling, place };
    return "ties" in ruling ? [own, { name: `${name}/ties`, ruling: ruling.ties, place: inside(place, "ties") }] : [own];
  });
}
