/** Facts and fields made ready to be read: each in one shape, what is asked of its values worked out once. */
import { parseDate } from "./date.js";
import type { Fact, Field, ListFact, ScalarFact, ScalarType } from "./model.js";
import { isList, type Names } from "./names.js";

/** A fact that callers give. */
export interface Intake {
  readonly key: string;
  readonly fact: Fact;
  /** Slot of a scalar, or number of a list. */
  readonly at: number;
  /** Of a scalar. */
  readonly scalar: ScalarIntake | null;
  /** Of a list. */
  readonly fields: readonly FieldIntake[];
}

export interface FieldIntake {
  readonly key: string;
  readonly field: Field;
  readonly scalar: ScalarIntake;
}

export interface ScalarIntake {
  /** Numbers by the values of a boolean or enum. */
  readonly values: ReadonlyMap<unknown, number> | null;
  readonly isDate: boolean;
  /** A date may not be later than `asOf`. */
  readonly isPast: boolean;
  /** Of an integer. */
  readonly min: number;
  readonly max: number;
}

export type ScalarFactIntake = Intake & { readonly fact: ScalarFact; readonly scalar: ScalarIntake };
export type ListFactIntake = Intake & { readonly fact: ListFact };

export function intakesOf(names: Names): ReadonlyMap<string, Intake> {
  const intakes = new Map<string, Intake>();
  for (const name of names.byName.values()) {
    if (name.source === "given") intakes.set(name.name, intakeOf(name.fact, name.slot));
    if (name.source === "given-list") intakes.set(name.name, intakeOf(name.fact, name.list));
  }
  return intakes;
}

function intakeOf(fact: Fact, at: number): Intake {
  const fields = isList(fact) ? fact.fields.map((field) => ({ key: field.name, field, scalar: scalarIntakeOf(field) })) : [];
  return { key: fact.name, fact, at, scalar: isList(fact) ? null : scalarIntakeOf(fact), fields };
}

function scalarIntakeOf(declared: ScalarType): ScalarIntake {
  return {
    values: valuesOf(declared),
    isDate: declared.type === "date",
    isPast: declared.type === "date" && declared.past === true,
    min: declared.type === "integer" ? declared.min : 0,
    max: declared.type === "integer" ? declared.max : 0,
  };
}

function valuesOf(declared: ScalarType): ReadonlyMap<unknown, number> | null {
  if (declared.type === "boolean") {
    return new Map([
      [false, 0],
      [true, 1],
    ]);
  }
  return declared.type === "enum" ? new Map(declared.values.map(({ name }, index) => [name, index])) : null;
}

/** The value as a number; `NaN` where it is not sound, and then somebody has to say why. */
export function soundValue(intake: ScalarIntake, value: unknown, asOf: number): number {
  if (intake.values !== null) return intake.values.get(value) ?? Number.NaN;
  if (intake.isDate) {
    const day = typeof value === "string" ? parseDate(value) : null;
    return day === null || (intake.isPast && day > asOf) ? Number.NaN : day;
  }
  // Adding zero makes a negative zero an ordinary one.
  return Number.isSafeInteger(value) && (value as number) >= intake.min && (value as number) <= intake.max
    ? (value as number) + 0
    : Number.NaN;
}
