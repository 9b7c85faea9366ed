/** A question as a caller puts it, unknown JSON, into a state ready to decide; everything wrong with it at once. */
import type { Award } from "./award.js";
import { type Failure, failure, pointerStep } from "./failure.js";
import { AS_OF_SLOT } from "./names.js";
import { nearest } from "./nearest.js";
import type { Plan } from "./plan.js";
import { readAsOf, readId } from "./question-head.js";
import { isRecord, type Provenance, readFacts } from "./read-facts.js";
import { type Readings, readReadings } from "./read-readings.js";
import { freshEffort, type State } from "./state.js";

/** A question read and found sound. */
export interface ReadQuestion {
  readonly id: string | null;
  readonly plan: Plan;
  readonly asOf: string;
  readonly state: State;
  readonly readings: ReadonlyMap<string, string>;
  /** Interpretations whose reading the caller chose. */
  readonly chosen: ReadonlySet<string>;
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly detail: "full" | "verdict";
}

const MEMBERS = ["id", "decision", "asOf", "facts", "interpretations", "detail"];
const DETAILS = ["full", "verdict"] as const;

/** @returns the question, or everything that is wrong with it */
export function readQuestion(award: Award, question: unknown): ReadQuestion | readonly Failure[] {
  if (!isRecord(question)) return [failure("", { code: "not-an-object", found: question })];
  const failures: Failure[] = [];
  for (const key of Object.keys(question)) {
    if (!MEMBERS.includes(key)) {
      failures.push(failure(pointerStep(key), { code: "unknown-member", name: key, near: nearest(key, MEMBERS) }));
    }
  }
  for (const name of ["decision", "asOf", "facts"]) {
    if (!Object.hasOwn(question, name)) failures.push(failure("", { code: "missing-member", name }));
  }
  const id = readId(question["id"], failures);
  const plan = readDecision(award, question["decision"], failures);
  const asOf = readAsOf(award, question["asOf"], failures);
  const state = emptyState(award);
  state.scalars[AS_OF_SLOT] = asOf;
  const { readings, chosen } = readReadings(award, question["interpretations"], failures);
  setReadings(award, { readings, chosen }, state);
  const provenance = new Map<string, Provenance>();
  const asOfText = String(question["asOf"]);
  if (question["facts"] !== undefined) {
    readFacts(question["facts"], "/facts", {
      names: award.names,
      intakes: award.intakes,
      layout: award.layout,
      award: award.id,
      asOf,
      asOfText,
      state,
      provenance,
      failures,
    });
  }
  const detail = question["detail"] ?? "full";
  if (!DETAILS.includes(detail as "full")) {
    const near = typeof detail === "string" ? nearest(detail, DETAILS) : null;
    failures.push(failure("/detail", { code: "not-a-value", found: detail, values: DETAILS, near }));
  }
  if (failures.length > 0 || plan === null) return failures;
  return {
    id,
    plan,
    asOf: asOfText,
    state,
    readings,
    chosen,
    provenance,
    detail: detail as "full" | "verdict",
  };
}

export function emptyState(award: Award): State {
  return { scalars: award.blank.slice(), bounds: null, lists: award.names.lists.map(() => null), effort: freshEffort() };
}

function readDecision(award: Award, decision: unknown, failures: Failure[]): Plan | null {
  const plan = typeof decision === "string" ? award.plans.get(decision) : undefined;
  if (plan === undefined && decision !== undefined) {
    const known = [...award.plans.keys()];
    const near = typeof decision === "string" ? nearest(decision, known) : null;
    failures.push(failure("/decision", { code: "unknown-decision", found: decision, known, near }));
  }
  return plan ?? null;
}

function setReadings({ names }: Award, { readings, chosen }: Readings, { scalars }: State): void {
  for (const key of chosen) {
    const name = names.byName.get(key);
    if (name?.source !== "interpretation" || name.type.type !== "enum") continue;
    scalars[name.slot] = name.type.values.indexOf(readings.get(key) as string);
  }
}
