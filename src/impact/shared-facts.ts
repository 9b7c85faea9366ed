/** Facts that two packs ask for alike: of one name and kind. An input lies within what both allow. */
import type { Fact, ListFact, ScalarType } from "../kernel/model.js";
import type { Name } from "../kernel/names.js";

export type Given = Extract<Name, { source: "given" | "given-list" }>;

/** A fact as each of the two has it. */
export interface SharedFact {
  readonly first: Fact;
  readonly second: Fact;
}

export function isGiven(name: Name): name is Given {
  return name.source === "given" || name.source === "given-list";
}

/** @returns by name; those that some value suits on both sides */
export function sharedFacts(first: readonly Name[], second: readonly Name[]): ReadonlyMap<string, SharedFact> {
  const known = new Map(first.filter(isGiven).map(({ name, fact }) => [name, fact]));
  const shared = new Map<string, SharedFact>();
  for (const { name, fact } of second.filter(isGiven)) {
    const before = known.get(name);
    if (before !== undefined && areOfOneKind(before, fact)) shared.set(name, { first: before, second: fact });
  }
  return shared;
}

/** Whether one of the two allows what the other does not. */
export function isNarrowed({ first, second }: SharedFact): boolean {
  return JSON.stringify(boundsOf(first)) !== JSON.stringify(boundsOf(second));
}

function areOfOneKind(a: Fact, b: Fact): boolean {
  if (a.type === "list" || b.type === "list") return a.type === "list" && b.type === "list" && haveLikeRows(a, b);
  return haveLikeValues(a, b);
}

function haveLikeRows(a: ListFact, b: ListFact): boolean {
  if (a.fields.length !== b.fields.length) return false;
  return a.fields.every((field) => {
    const other = b.fields.find(({ name }) => name === field.name);
    return other !== undefined && haveLikeValues(field, other);
  });
}

function haveLikeValues(a: ScalarType, b: ScalarType): boolean {
  if (a.type === "integer" && b.type === "integer") return a.unit === b.unit && Math.max(a.min, b.min) <= Math.min(a.max, b.max);
  if (a.type === "enum" && b.type === "enum") return commonNames(a, b).length > 0;
  return a.type === b.type;
}

/** @returns in the order of the first */
export function commonNames(a: Choice, b: Choice): readonly string[] {
  return namesOf(a).filter((name) => namesOf(b).includes(name));
}

/** What is chosen from: values of an enum, or readings. */
export interface Choice {
  readonly values: readonly { readonly name: string }[];
}

export function namesOf({ values }: Choice): readonly string[] {
  return values.map(({ name }) => name);
}

function boundsOf(fact: Fact): unknown {
  if (fact.type !== "list") return boundsOfValue(fact);
  const fields = fact.fields.map((field) => [field.name, boundsOfValue(field)] as const);
  return [fact.maxItems, fields.toSorted(([a], [b]) => (a < b ? -1 : 1))];
}

function boundsOfValue(type: ScalarType): readonly unknown[] {
  switch (type.type) {
    case "boolean":
      return [];
    case "integer":
      return [type.min, type.max];
    case "date":
      return [type.past];
    case "enum":
      return namesOf(type).toSorted();
  }
}
