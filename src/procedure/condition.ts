/** Whether a condition on events holds; of what an event does not say it is not known. */
import { addYears, civilOf, startOfYear } from "../kernel/date.js";
import type { Comparison, Condition, Operand, Shift } from "../kernel/procedure.js";
import { TRUE, type Truth, truthOf, UNKNOWN } from "../kernel/truth.js";
import type { CaseEvent, CaseLog, DataValue } from "./log.js";

/** What conditions are about. */
export interface Scene {
  readonly log: Pick<CaseLog, "edition" | "applicants">;
  /** By name. */
  readonly parameters: ReadonlyMap<string, number>;
}

/** All of them, by Kleene's logic. @param other the event it is held against; `null` where there is none */
export function allHold(conditions: readonly Condition[], scene: Scene, event: CaseEvent, other: CaseEvent | null): Truth {
  let least: Truth = TRUE;
  for (const condition of conditions) {
    const truth = holds(condition, scene, event, other);
    if (truth < least) least = truth;
  }
  return least;
}

function holds({ left, is, right }: Condition, scene: Scene, event: CaseEvent, other: CaseEvent | null): Truth {
  const a = operandValue(left, scene, event, other);
  const b = operandValue(right, scene, event, other);
  return a === undefined || b === undefined ? UNKNOWN : truthOf(compare(a, is, b));
}

function compare(a: DataValue, is: Comparison, b: DataValue): boolean {
  switch (is) {
    case "equal":
      return a === b;
    case "different":
      return a !== b;
    case "at-most":
      return a <= b;
    case "above":
      return a > b;
    case "including":
      return (a as ReadonlySet<string>).has(b as string);
    case "not-including":
      return !(a as ReadonlySet<string>).has(b as string);
  }
}

function operandValue(operand: Operand, scene: Scene, event: CaseEvent, other: CaseEvent | null): DataValue | undefined {
  if ("value" in operand) return operand.value;
  const said = operand.of === "other" ? other : event;
  if (said === null) return undefined;
  const value = "its" in operand ? itsOwn(operand.its, said) : dataOf(operand.of, operand.data, scene, said);
  return value === undefined ? undefined : adjusted(value, operand, scene);
}

/** A value with what its operand adds to it. */
export function adjusted(
  value: DataValue,
  operand: Extract<Operand, { readonly of: string }>,
  scene: Pick<Scene, "parameters">,
): DataValue {
  const { plus } = operand;
  const later = plus === undefined ? value : shifted(value as number, "its" in operand && operand.its === "year", plus, scene);
  return "at" in operand && operand.at !== undefined ? startOfYear(later as number) : later;
}

function itsOwn(what: "day" | "year" | "applicant" | "person", event: CaseEvent): DataValue | undefined {
  switch (what) {
    case "day":
      return event.occurredOn;
    case "year":
      return civilOf(event.occurredOn).year;
    case "applicant":
      return event.applicant ?? undefined;
    case "person":
      return event.person ?? undefined;
  }
}

function dataOf(
  of: "this" | "other" | "applicant" | "edition",
  name: string,
  { log }: Scene,
  event: CaseEvent,
): DataValue | undefined {
  if (of === "edition") return log.edition.get(name);
  if (of === "applicant") return event.applicant === null ? undefined : log.applicants.get(event.applicant)?.get(name);
  return event.data.get(name);
}

function shifted(value: number, isYear: boolean, { parameter }: Shift, { parameters }: Pick<Scene, "parameters">): number {
  const by = parameters.get(parameter) as number;
  return isYear ? value + by : addYears(value, by);
}
