/**
 * A question as it comes over HTTP or stands in a file: the kernel's, its decision named elsewhere, and the engine to decide by.
 */
import { keptDecision } from "../audit/kept-decision.js";
import type { Answer } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import type { Conceal } from "../kernel/confidential/conceal.js";
import { concealFailures } from "../kernel/confidential/conceal-failures.js";
import { hidingOf } from "../kernel/confidential/hiding.js";
import { type DecideOptions, decide } from "../kernel/decide.js";
import { ENGINES } from "../kernel/engines.js";
import { type Failure, failure, pointerStep } from "../kernel/failure.js";
import { nearest } from "../kernel/nearest.js";
import { isRecord } from "../kernel/read-facts.js";
import type { Keeper } from "./keep-file.js";

const MEMBERS = ["id", "asOf", "facts", "interpretations", "confidential", "engine", "detail"];

/** A hostile megabyte can hold a hundred thousand mistakes; a reader needs no more than this to begin. */
const MAX_ERRORS = 1000;

/**
 * @param body `{ id?, asOf, facts, interpretations?, confidential?, engine?, detail? }`, unknown JSON
 * @param conceal makes the digests of what the body declares confidential
 * @param keeper is given the decision, where there is one
 * @returns at once with the compiled engine, later with the reference engine
 */
export function answerBody(
  award: Award,
  decision: string,
  body: unknown,
  conceal?: Conceal,
  keeper?: Keeper,
): Answer | Promise<Answer> {
  const shown = (errors: readonly Failure[]) => concealFailures(errors, hidingOf(award, body, conceal));
  if (!isRecord(body)) return { ok: false, errors: shown([failure("", { code: "not-an-object", found: body })]) };
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
  const answer =
    engine === "reference" && errors.length === 0
      ? byReference(award, question, { conceal })
      : decide(award, question, { conceal });
  // A member misspelt here never comes to the kernel, which then cannot know what it was to keep.
  const all = (later: Answer) => {
    const whole = withErrors(errors, later, errors.length === 0 ? (found) => found : shown);
    if (whole.ok) keeper?.keep(keptDecision(award, body, whole.decision, conceal));
    return whole;
  };
  return answer instanceof Promise ? answer.then(all) : all(answer);
}

/** Loaded when it is asked for: few questions ask for it. */
async function byReference(award: Award, question: unknown, options: DecideOptions): Promise<Answer> {
  const { decideByReference } = await import("../reference/decide.js");
  return decideByReference(award, question, options);
}

function withErrors(
  before: readonly Failure[],
  answer: Answer,
  shown: (errors: readonly Failure[]) => readonly Failure[],
): Answer {
  if (answer.ok && before.length === 0) return answer;
  const errors = shown(answer.ok ? before : [...before, ...answer.errors]);
  if (errors.length <= MAX_ERRORS) return { ok: false, errors };
  const rest = failure("", { code: "more-errors", listed: MAX_ERRORS, count: errors.length - MAX_ERRORS });
  return { ok: false, errors: [...errors.slice(0, MAX_ERRORS), rest] };
}
