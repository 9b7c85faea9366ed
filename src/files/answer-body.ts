/**
 * A question as it comes over HTTP or stands in a file: the kernel's, its decision named elsewhere, and the engine to decide by.
 */
import type { Answer } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { decide } from "../kernel/decide.js";
import { type Failure, failure, pointerStep } from "../kernel/failure.js";
import { nearest } from "../kernel/nearest.js";
import { isRecord } from "../kernel/read-facts.js";
import { ENGINES } from "./engines.js";

const MEMBERS = ["id", "asOf", "facts", "interpretations", "engine", "detail"];

/** A hostile megabyte can hold a hundred thousand mistakes; a reader needs no more than this to begin. */
const MAX_ERRORS = 1000;

/**
 * @param body `{ id?, asOf, facts, interpretations?, engine?, detail? }`, unknown JSON
 * @returns at once with the compiled engine, later with the reference engine
 */
export function answerBody(award: Award, decision: string, body: unknown): Answer | Promise<Answer> {
  if (!isRecord(body)) return { ok: false, errors: [failure("", { code: "not-an-object", found: body })] };
  const question: Record<string, unknown> = { decision };
  const errors: Failure[] = [];
  let engine: unknown = "compiled";
  for (const key of Object.keys(body)) {
    if (key === "engine") engine = body[key] ?? "compiled";
    else if (MEMBERS.includes(key)) question[key] = body[key];
    else errors.push(failure(pointerStep(key), { code: "unknown-member", name: key, near: nearest(key, MEMBERS) }));
  }
  if (!ENGINES.includes(engine as "compiled")) {
    const near = typeof engine === "string" ? nearest(engine, ENGINES) : null;
    errors.push(failure("/engine", { code: "not-a-value", found: engine, values: ENGINES, near }));
  }
  // A question with a mistake here is still checked by the kernel, so that everything wrong is said at once.
  const answer = engine === "reference" && errors.length === 0 ? byReference(award, question) : decide(award, question);
  return answer instanceof Promise ? answer.then((later) => withErrors(errors, later)) : withErrors(errors, answer);
}

/** Loaded when it is asked for: few questions ask for it. */
async function byReference(award: Award, question: unknown): Promise<Answer> {
  const { decideByReference } = await import("../reference/decide.js");
  return decideByReference(award, question);
}

function withErrors(before: readonly Failure[], answer: Answer): Answer {
  if (answer.ok && before.length === 0) return answer;
  const errors = answer.ok ? before : [...before, ...answer.errors];
  if (errors.length <= MAX_ERRORS) return { ok: false, errors };
  const rest = failure("", { code: "more-errors", listed: MAX_ERRORS, count: errors.length - MAX_ERRORS });
  return { ok: false, errors: [...errors.slice(0, MAX_ERRORS), rest] };
}
