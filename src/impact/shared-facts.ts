/** Facts that two packs mean alike: of one name, and of one type down to the values and bounds. */
import type { Fact, ScalarType } from "../kernel/model.js";
import type { Name } from "../kernel/names.js";

export type Given = Extract<Name, { source: "given" | "given-list" }>;

export function isGiven(name: Name): name is Given {
  return name.source === "given" || name.source === "given-list";
}

/** @returns their names */
export function sharedFacts(first: readonly Name[], second: readonly Name[]): ReadonlySet<string> {
  const types = new Map(first.filter(isGiven).map(({ name, fact }) => [name, typeOf(fact)]));
  return new Set(second.filter(isGiven).flatMap(({ name, fact }) => (types.get(name) === typeOf(fact) ? [name] : [])));
}

function typeOf(fact: Fact): string {
  if (fact.type !== "list") return JSON.stringify(scalarType(fact));
  return JSON.stringify([fact.maxItems, fact.fields.map((field) => [field.name, scalarType(field)])]);
}

function scalarType(type: ScalarType): readonly unknown[] {
  switch (type.type) {
    case "boolean":
      return [type.type];
    case "integer":
      return [type.type, type.unit, type.min, type.max];
    case "date":
      return [type.type, type.past];
    case "enum":
      return [type.type, ...type.values.map(({ name }) => name)];
  }
}
