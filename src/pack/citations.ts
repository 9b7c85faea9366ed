/** Everything in a pack that cites the law, with the words it quotes. */
import { type PackContext, rulesOf } from "./context.js";
import { inside, type Place, placeIn } from "./place.js";
import { rulingsOf } from "./rulings.js";

export interface Citation {
  readonly provision: string;
  readonly quote?: string;
  /** Of the object that has the members `provision` and `quote`. */
  readonly place: Place;
}

export function citationsOf(context: PackContext): readonly Citation[] {
  const { pack, ledger, facts, parameters, interpretations, selection, procedure, obligations, properties } = context.sound;
  return [
    ...(pack === undefined ? [] : [{ provision: pack.inForce.provision, place: placeIn("pack.json", "inForce") }]),
    ...(pack?.decisions ?? []).flatMap((decision, index) =>
      cited(decision.outputs ?? [], placeIn("pack.json", "decisions", index, "outputs")),
    ),
    ...cited(ledger?.provisions ?? [], placeIn("ledger.json", "provisions")),
    ...cited(facts?.facts ?? [], placeIn("facts.json", "facts")),
    ...cited(facts?.derived ?? [], placeIn("facts.json", "derived")),
    ...cited(parameters?.parameters ?? [], placeIn("parameters.json", "parameters")),
    ...cited(interpretations?.interpretations ?? [], placeIn("interpretations.json", "interpretations")),
    ...cited(procedure?.activities ?? [], placeIn("procedure.json", "activities")),
    ...cited(procedure?.constraints ?? [], placeIn("procedure.json", "constraints")),
    ...cited(obligations?.duties ?? [], placeIn("obligations.json", "duties")),
    ...cited(properties?.properties ?? [], placeIn("properties.json", "properties")),
    ...cited(selection?.stages ?? [], placeIn("selection.json", "stages")),
    ...(selection === undefined ? [] : rulingsOf(selection)).map(({ ruling: { provision, quote }, place }) => ({
      provision,
      quote,
      place,
    })),
    ...rulesOf(context).flatMap(({ rule, place }) => {
      const { provision, quote, consequences } = rule.event.params;
      const at = inside(place, "event", "params");
      return [{ provision, quote, place: at }, ...cited(consequences ?? [], inside(at, "consequences"))];
    }),
  ];
}

function cited(all: readonly { readonly provision: string; readonly quote?: string }[], place: Place): readonly Citation[] {
  return all.map(({ provision, quote }, index) => ({
    provision,
    ...(quote === undefined ? {} : { quote }),
    place: inside(place, index),
  }));
}
