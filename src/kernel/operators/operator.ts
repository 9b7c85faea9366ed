import type { OperatorName } from "../model.js";

/** Types whose values an operator compares; both sides have the same one. */
export type ComparedType = "boolean" | "integer" | "date" | "enum";

/** A comparison of two numbers, and what can be said of it when each is only known to lie between two bounds. */
export interface Operator {
  readonly name: OperatorName;
  readonly types: readonly ComparedType[];
  holds(left: number, right: number): boolean;
  /** Holds for every pair within the bounds. */
  always(leftLow: number, leftHigh: number, rightLow: number, rightHigh: number): boolean;
  /** Holds for no pair within the bounds. */
  never(leftLow: number, leftHigh: number, rightLow: number, rightHigh: number): boolean;
}
