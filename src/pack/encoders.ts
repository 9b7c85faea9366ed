/** What encodes the law: rules, and what a selection says; each by the name that rows of the ledger give it. */
import { type PackContext, rulesOf } from "./context.js";
import { inside, type Place, placeIn } from "./place.js";
import { rulingsOf } from "./rulings.js";

export interface Encoder {
  /** `eligibility/operating-years`, `selection/ranking`, `selection/stages/site` */
  readonly name: string;
  readonly provision: string;
  /** Of the object that has the member `provision`. */
  readonly place: Place;
}

const SELECTION = "selection/";

export function encodersOf(context: PackContext): readonly Encoder[] {
  const { selection } = context.sound;
  return [
    ...rulesOf(context).map(({ decision, rule, place }) => ({
      name: `${decision}/${rule.name}`,
      provision: rule.event.params.provision,
      place: inside(place, "event", "params"),
    })),
    ...(selection?.stages ?? []).map(({ name, provision }, index) => ({
      name: `${SELECTION}stages/${name}`,
      provision,
      place: placeIn("selection.json", "stages", index),
    })),
    ...(selection === undefined ? [] : rulingsOf(selection)).map(({ name, ruling: { provision }, place }) => ({
      name: `${SELECTION}${name}`,
      provision,
      place,
    })),
  ];
}

/** Whether a row means the selection: nothing else can be called so, since no decision may bear the name of a part. */
export function isOfSelection(name: string): boolean {
  return name.startsWith(SELECTION);
}
