/** A question as a caller puts it, unknown JSON, into a state ready to decide; everything wrong with it at once. */
import type { Award } from "./award.js";
import type { Conceal } from "./confidential/conceal.js";
import { concealFailures } from "./confidential/conceal-failures.js";
import { type Concealment, concealmentOf } from "./confidential/concealment.js";
import { hidingOf, readConfidential } from "./confidential/hiding.js";
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
  /** `null` where nothing is confidential. */
  readonly concealment: Concealment | null;
}

const MEMBERS = ["id", "decision", "asOf", "facts", "interpretations", "confidential", "detail"];
const DETAILS = ["full", "verdict"] as const;

/**
 * @param conceal makes the digests of what the question declares confidential, without which such a question is refused
 * @returns the question, or everything that is wrong with it, what is confidential concealed
 */
export function readQuestion(award: Award, question: unknown, conceal?: Conceal | undefined): ReadQuestion | readonly Failure[] {
  const failures: Failure[] = [];
  const read = readMembers(award, question, conceal, failures);
  return read ?? concealFailures(failures, hidingOf(award, question, conceal));
}

/** @returns `null` where something is wrong with it */
function readMembers(award: Award, question: unknown, conceal: Conceal | undefined, failures: Failure[]): ReadQuestion | null {
  if (!isRecord(question)) {
    failures.push(failure("", { code: "not-an-object", found: question }));
    return null;
  }
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
  const declared = readConfidential(question, failures);
  if (declared.length > 0 && conceal === undefined) failures.push(failure("/confidential", { code: "no-confidential-key" }));
  if (failures.length > 0 || plan === null) return null;
  return {
    id,
    plan,
    asOf: asOfText,
    state,
    readings,
    chosen,
    provenance,
    detail: detail as "full" | "verdict",
    concealment: declared.length === 0 || conceal === undefined ? null : concealmentOf(award.names, declared, conceal),
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
