/** Names are declared once: in the one namespace of values, and wherever else something is chosen by name. */
import { isList } from "../../kernel/names.js";
import { type Check, type PackContext, rulesOf } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

interface Named {
  readonly name: string;
}

export const namesOnce: Check = {
  needs: [],
  find(context) {
    const namespace = namespaceOf(context);
    return [namespace, ...scopesOf(context)].flatMap(repeatedIn);
  },
};

interface Declared extends Named {
  readonly place: Place;
}

function repeatedIn(scope: readonly Declared[]): readonly PackFailure[] {
  const first = new Map<string, Place>();
  return scope.flatMap(({ name: found, place }) => {
    const taken = first.get(found);
    if (taken !== undefined) {
      return [packFailure(inside(place, "name"), { code: "duplicate-name", found, first: `${taken.file}#${taken.pointer}` })];
    }
    first.set(found, place);
    return [];
  });
}

function declared(names: readonly Named[], place: Place): readonly Declared[] {
  return names.map(({ name }, index) => ({ name, place: inside(place, index) }));
}

function namespaceOf({ sound }: PackContext): readonly Declared[] {
  return [
    ...declared(sound.facts?.facts ?? [], placeIn("facts.json", "facts")),
    ...declared(sound.facts?.derived ?? [], placeIn("facts.json", "derived")),
    ...declared(sound.parameters?.parameters ?? [], placeIn("parameters.json", "parameters")),
    ...declared(sound.interpretations?.interpretations ?? [], placeIn("interpretations.json", "interpretations")),
  ];
}

function scopesOf(context: PackContext): readonly (readonly Declared[])[] {
  const { pack, facts, interpretations, selection } = context.sound;
  return [
    declared(pack?.bodies ?? [], placeIn("pack.json", "bodies")),
    declared(pack?.decisions ?? [], placeIn("pack.json", "decisions")),
    ...(pack?.decisions ?? []).flatMap(({ outcomes, outputs }, index) => {
      const place = placeIn("pack.json", "decisions", index);
      return [declared(outcomes, inside(place, "outcomes")), declared(outputs ?? [], inside(place, "outputs"))];
    }),
    ...(facts?.facts ?? []).flatMap((fact, index) => {
      const place = placeIn("facts.json", "facts", index);
      if (!isList(fact)) return fact.type === "enum" ? [declared(fact.values, inside(place, "values"))] : [];
      const fields = inside(place, "fields");
      const values = fact.fields.map((field, at) =>
        field.type === "enum" ? declared(field.values, inside(fields, at, "values")) : [],
      );
      return [declared(fact.fields, fields), ...values];
    }),
    ...(interpretations?.interpretations ?? []).map(({ readings }, index) =>
      declared(readings, placeIn("interpretations.json", "interpretations", index, "readings")),
    ),
    declared(selection?.stages ?? [], placeIn("selection.json", "stages")),
    ...[...context.rules].map(([decision, rules]) => declared(rules, placeIn(`${decision}.json`))),
    ...rulesOf(context).map(({ rule, place }) =>
      declared(rule.event.params.consequences ?? [], inside(place, "event", "params", "consequences")),
    ),
  ];
}
