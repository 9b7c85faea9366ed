/** A question as it may be kept: digests in place of what it declares confidential, the same that stand in its answer. */
import type { JsonValue } from "../answer.js";
import { pointerStep } from "../failure.js";
import { isRecord } from "../read-facts.js";
import { type Conceal, concealedValue } from "./conceal.js";
import { nameOf } from "./conceal-failures.js";
import { MEMBER } from "./member.js";

/** Whether a question that was found sound declares anything confidential. */
export function declaresConfidential(question: Readonly<Record<string, unknown>>): boolean {
  const declared = question[MEMBER];
  return Array.isArray(declared) && declared.length > 0;
}

/** @param question found sound, so that each of its pointers leads to something below `/facts` */
export function concealQuestion(
  question: Readonly<Record<string, unknown>>,
  conceal: Conceal,
): Readonly<Record<string, unknown>> {
  const declared = new Set(question[MEMBER] as readonly string[]);
  const { facts } = question;
  return { ...question, facts: within(facts, ["facts"]) };

  function within(value: unknown, steps: readonly string[]): unknown {
    if (declared.has(steps.map(pointerStep).join(""))) return concealed(value, steps);
    if (Array.isArray(value)) return value.map((item, at) => within(item, [...steps, String(at)]));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, within(member, [...steps, key])]));
  }

  function concealed(value: unknown, steps: readonly string[]): JsonValue {
    const isFinding = steps.length === 2 && isRecord(value);
    if (!isFinding) return concealedValue(conceal, answeredAs(steps), value as JsonValue);
    // In the answer the value of a finding, who found it and its proofs are told apart.
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, concealed(member, [...steps, key])]));
  }
}

/** The value of a finding goes by the name of its fact. */
function answeredAs(steps: readonly string[]): string {
  return nameOf(steps.length === 3 && steps[2] === "value" ? steps.slice(0, 2) : steps);
}
