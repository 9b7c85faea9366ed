/** Values chosen by name exist: a default among its readings, the members of a parameter in some enum. */
import type { Fact } from "../../kernel/model.js";
import { isList } from "../../kernel/names.js";
import { nearest } from "../../kernel/nearest.js";
import type { Check } from "../context.js";
import { mentionsOf } from "../mentions.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

export const defaultsKnown: Check = {
  needs: ["interpretations"],
  find: ({ parts }) =>
    parts.interpretations.interpretations.flatMap(({ default: found, readings }, index) => {
      const values = readings.map(({ name }) => name);
      if (values.includes(found)) return [];
      const place = placeIn("interpretations.json", "interpretations", index, "default");
      return [packFailure(place, { code: "unknown-value", found, values, near: nearest(found, values) })];
    }),
};

/** Where a parameter is compared, its members are held to that enum; one that waits for a procedure to read it, to any. */
export const membersKnown: Check = {
  needs: ["facts", "parameters", "rules"],
  find(context) {
    const { parts, rules } = context;
    const values = [...new Set(parts.facts.facts.flatMap(enumValues))];
    const mentions = mentionsOf([parts.facts.derived, [...rules.values()]]);
    return parts.parameters.parameters.flatMap(({ name, value }, index): readonly PackFailure[] => {
      if (typeof value === "number" || mentions.has(name)) return [];
      return value.flatMap((found, at) => {
        if (values.includes(found)) return [];
        const place = placeIn("parameters.json", "parameters", index, "value", at);
        return [packFailure(place, { code: "unknown-value", found, values, near: nearest(found, values) })];
      });
    });
  },
};

function enumValues(fact: Fact): readonly string[] {
  return (isList(fact) ? fact.fields : [fact]).flatMap((declared) =>
    declared.type === "enum" ? declared.values.map(({ name }) => name) : [],
  );
}
