/** The names a random pack has declared so far, by what they are worth. */
import type { Field, ScalarType } from "../../src/kernel/model.js";

/** A type, and of an integer its unit. */
export type Kind = "boolean" | "date" | "year" | "day" | "piece";

export interface Scope {
  /** A name is plain where it is a fact or parameter, whose bounds are narrow; what is derived may be large. */
  readonly names: Readonly<Record<Kind, { readonly name: string; readonly plain: boolean }[]>>;
  /** Enum facts and interpretations. */
  readonly choices: Choice[];
  /** Parameters that are lists of values, and the values they choose from. */
  readonly members: Choice[];
  readonly lists: { readonly name: string; readonly fields: readonly Field[] }[];
}

export interface Choice {
  readonly name: string;
  readonly values: readonly string[];
}

export function emptyScope(): Scope {
  const names = { boolean: [], date: [{ name: "asOf", plain: true }], year: [], day: [], piece: [] };
  return { names, choices: [], members: [], lists: [] };
}

export function addName(scope: Scope, kind: Kind | readonly string[], name: string, plain: boolean): void {
  if (typeof kind === "string") scope.names[kind].push({ name, plain });
  else scope.choices.push({ name, values: kind });
}

/** The kind of a type, or the values of an enum. */
export function kindOfType(type: ScalarType): Kind | readonly string[] {
  if (type.type === "enum") return type.values.map(({ name }) => name);
  return type.type === "integer" ? (type.unit as Kind) : type.type;
}
