/**
 * The one namespace of a pack: facts, derived facts, parameters, interpretations and `asOf`,
 * each with its type, its slot in the state and the bounds its value must lie between.
 */
import { FIRST_DAY, LAST_DAY } from "./date.js";
import type { Bounds } from "./expressions/leaf.js";
import type {
  DerivedFact,
  Fact,
  Field,
  Interpretation,
  ListFact,
  PackFiles,
  Parameter,
  ScalarFact,
  ScalarType,
  Text,
} from "./model.js";

export const AS_OF = "asOf";
export const AS_OF_SLOT = 0;

export type ValueType =
  | { readonly type: "boolean" }
  | { readonly type: "integer"; readonly unit: string }
  | { readonly type: "date" }
  /** Values in declared order; the state holds their index. */
  | { readonly type: "enum"; readonly values: readonly string[] }
  | { readonly type: "list" }
  | { readonly type: "members"; readonly values: readonly string[] };

interface NameHead {
  readonly name: string;
  readonly label: Text;
  readonly type: ValueType;
}

export type Name =
  | (NameHead & { readonly source: "as-of"; readonly slot: number; readonly bounds: Bounds })
  | (NameHead & { readonly source: "given"; readonly slot: number; readonly bounds: Bounds; readonly fact: ScalarFact })
  | (NameHead & {
      readonly source: "given-list";
      readonly list: number;
      readonly fact: ListFact;
      readonly fields: readonly { readonly name: string; readonly type: ValueType }[];
    })
  | (NameHead & { readonly source: "derived"; readonly slot: number; readonly derived: DerivedFact })
  | (NameHead & { readonly source: "parameter"; readonly parameter: Parameter })
  | (NameHead & {
      readonly source: "interpretation";
      readonly slot: number;
      readonly bounds: Bounds;
      readonly interpretation: Interpretation;
    });

export interface Names {
  /** In the order: `asOf`, facts, derived facts, parameters, interpretations, as declared. */
  readonly byName: ReadonlyMap<string, Name>;
  readonly scalarCount: number;
  readonly lists: readonly ListFact[];
}

/** @param pack its names need not be unique: the first of a name is kept, and the pack's checks report the others */
export function collectNames(pack: Pick<PackFiles, "facts" | "parameters" | "interpretations">): Names {
  const byName = new Map<string, Name>();
  const lists: ListFact[] = [];
  let slot = AS_OF_SLOT;
  const add = (name: Name) => {
    if (!byName.has(name.name)) byName.set(name.name, name);
  };
  add({
    name: AS_OF,
    label: { zh: "判定日", en: "day as of which is decided" },
    type: { type: "date" },
    source: "as-of",
    slot,
    bounds: { low: FIRST_DAY, high: LAST_DAY, notAfter: null },
  });
  for (const fact of pack.facts.facts) {
    if (isList(fact)) {
      const fields = fact.fields.map((field) => ({ name: field.name, type: valueType(field) }));
      add({ name: fact.name, label: fact.label, type: { type: "list" }, source: "given-list", list: lists.length, fact, fields });
      lists.push(fact);
    } else {
      slot += 1;
      add({ name: fact.name, label: fact.label, type: valueType(fact), source: "given", slot, bounds: boundsOf(fact), fact });
    }
  }
  for (const derived of pack.facts.derived) {
    slot += 1;
    add({ name: derived.name, label: derived.label, type: derivedType(derived), source: "derived", slot, derived });
  }
  for (const parameter of pack.parameters.parameters) {
    add({ name: parameter.name, label: parameter.label, type: parameterType(parameter), source: "parameter", parameter });
  }
  for (const interpretation of pack.interpretations.interpretations) {
    const values = interpretation.readings.map((reading) => reading.name);
    slot += 1;
    add({
      name: interpretation.name,
      label: interpretation.question,
      type: { type: "enum", values },
      source: "interpretation",
      slot,
      bounds: { low: 0, high: values.length - 1, notAfter: null },
      interpretation,
    });
  }
  return { byName, scalarCount: slot + 1, lists };
}

export function isList(fact: Fact): fact is ListFact {
  return fact.type === "list";
}

export function valueType(declared: ScalarType): ValueType {
  if (declared.type === "integer") return { type: "integer", unit: declared.unit };
  if (declared.type === "enum") return { type: "enum", values: declared.values.map((value) => value.name) };
  return { type: declared.type };
}

export function boundsOf(declared: ScalarType): Bounds {
  switch (declared.type) {
    case "boolean":
      return { low: 0, high: 1, notAfter: null };
    case "integer":
      return { low: declared.min, high: declared.max, notAfter: null };
    case "date":
      return { low: FIRST_DAY, high: LAST_DAY, notAfter: declared.past ? AS_OF_SLOT : null };
    case "enum":
      return { low: 0, high: declared.values.length - 1, notAfter: null };
  }
}

export function fieldIndex(list: ListFact, field: string): number {
  return list.fields.findIndex((candidate: Field) => candidate.name === field);
}

function derivedType(derived: DerivedFact): ValueType {
  return derived.type === "integer" ? { type: "integer", unit: derived.unit ?? "" } : { type: derived.type };
}

function parameterType(parameter: Parameter): ValueType {
  return typeof parameter.value === "number"
    ? { type: "integer", unit: parameter.unit ?? "" }
    : { type: "members", values: parameter.value };
}
