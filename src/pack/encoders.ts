/** What encodes the law: rules, what a selection says, and what a procedure asks, and what is owed; each by the name that rows of the ledger give it. */
import { type PackContext, rulesOf } from "./context.js";
import type { PartName } from "./parts.js";
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
const PROCEDURE = "procedure/";
const OBLIGATIONS = "obligations/";

export function encodersOf(context: PackContext): readonly Encoder[] {
  const { selection, procedure, obligations } = context.sound;
  return [
    ...rulesOf(context).map(({ decision, rule, place }) => ({
      name: `${decision}/${rule.name}`,
      provision: rule.event.params.provision,
      place: inside(place, "event", "params"),
    })),
    ...(procedure?.constraints ?? []).map(({ name, provision }, index) => ({
      name: `${PROCEDURE}${name}`,
      provision,
      place: placeIn("procedure.json", "constraints", index),
    })),
    ...(obligations?.duties ?? []).map(({ name, provision }, index) => ({
      name: `${OBLIGATIONS}${name}`,
      provision,
      place: placeIn("obligations.json", "duties", index),
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

/** Parts beside the rules that encode the law; no decision may bear the name of a part. */
export const ENCODING_PARTS = ["selection", "procedure", "obligations"] as const satisfies readonly PartName[];

/** The part that a row of the ledger means by a name, where it means no rule. */
export function encodingPart(name: string): (typeof ENCODING_PARTS)[number] | undefined {
  return ENCODING_PARTS.find((part) => name.startsWith(`${part}/`));
}
