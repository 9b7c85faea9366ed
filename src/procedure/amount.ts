/** Numbers and periods that a procedure fixes, or leaves to a parameter. */
import type { Period } from "../kernel/period.js";
import type { Amount, Span } from "../kernel/procedure.js";
import type { Scene } from "./condition.js";

export function amountOf(amount: Amount, { parameters }: Pick<Scene, "parameters">): number {
  return typeof amount === "number" ? amount : (parameters.get(amount.parameter) as number);
}

export function periodOf({ amount, unit }: Span, scene: Pick<Scene, "parameters">): Period {
  return { amount: amountOf(amount, scene), unit };
}
