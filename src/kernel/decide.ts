/** The kernel's one question: what do these rules say of these facts on this day, and why? */
import type { Answer, Decision, Notice, Question } from "./answer.js";
import type { Award } from "./award.js";
import type { Conceal } from "./confidential/conceal.js";
import { concealDecision } from "./confidential/conceal-decision.js";
import { type Case, explainConsequences, explainOutputs, explainRules } from "./explain.js";
import { explainInterpretations } from "./explain-interpretations.js";
import { exploreOutcome, settledOutcome } from "./explore-outcome.js";
import { valueOfName } from "./json-value.js";
import { missingFacts, openConsequences, openOutputs } from "./missing.js";
import { NOT_MINIMAL, OPEN_CONSEQUENCES, REMEDIES_INCOMPLETE, superseded } from "./notice.js";
import { onlyOutcome, outcomeName } from "./outcome.js";
import { type ReadQuestion, readQuestion } from "./question.js";
import { remediesOf } from "./remedy.js";
import { KERNEL_VERSION } from "./version.js";
import { worldOf } from "./world.js";

const KERNEL = Object.freeze({ version: KERNEL_VERSION });
const NO_REMEDIES = { possible: [], fixed: [], complete: true } as const;

export interface DecideOptions {
  /** Makes the digests of what a question declares confidential, by `concealWith`; without it such a question is refused. */
  readonly conceal?: Conceal | undefined;
}

/**
 * Decides, and explains the decision by the provisions it rests on.
 *
 * Pure: the same award, question and key give the same answer, byte for byte once written as JSON.
 * @param award made by `loadAward`
 * @param question checked here: an answer with `ok: false` lists everything that is wrong with it
 * @throws never, for an award made by `loadAward`
 * @example
 * const answer = decide(award, { decision: "title-use", asOf: "2024-06-01", facts: { wonAward: false } });
 * // answer.ok && answer.decision.outcome === "not-permitted"
 */
export function decide(award: Award, question: Question | unknown, { conceal }: DecideOptions = {}): Answer {
  const read = readQuestion(award, question, conceal);
  if ("length" in read) return { ok: false, errors: read };
  const decision = read.detail === "verdict" ? verdict(award, read) : explained(award, read);
  const { concealment, plan, state } = read;
  if (concealment === null) return { ok: true, decision };
  return { ok: true, decision: concealDecision(decision, { plan, concealment, lookUp: (name) => valueOfName(name, state) }) };
}

function verdict(award: Award, read: ReadQuestion): Decision {
  const outcome = outcomeName(read.plan, settledOutcome(worldOf(read.plan, read.state)));
  return headOf(award, read, outcome, superseded(award, read.asOf));
}

function explained(award: Award, read: ReadQuestion): Decision {
  const { plan, readings, provenance } = read;
  const world = worldOf(plan, read.state);
  const worlds = exploreOutcome(world);
  const index = onlyOutcome(worlds.results);
  const outcome = outcomeName(plan, index);
  const of: Case = { world, readings, provenance };
  const consequences = explainConsequences(of);
  const notices = superseded(award, read.asOf);
  if (index >= 0 && consequences.some((consequence) => consequence.status === "undetermined")) notices.push(OPEN_CONSEQUENCES);
  const unfavourable = plan.declaration.outcomes[index]?.favourable === false;
  const decision = headOf(award, read, outcome, notices);
  decision.title = plan.declaration.title;
  const rules = explainRules(of);
  decision.rules = rules;
  if (plan.declaration.hitPolicy === "collect") decision.consequences = consequences;
  if (plan.declaration.outputs !== undefined) decision.outputs = explainOutputs(world, outcome);
  decision.missing = missingFacts(plan, award.files.pack, [
    ["outcome", worlds.essential],
    ["consequences", plan.declaration.hitPolicy === "collect" ? openConsequences(world) : []],
    ["outputs", openOutputs(world, outcome)],
  ]);
  const remedies = unfavourable ? remediesOf(world) : NO_REMEDIES;
  decision.remedies = { possible: remedies.possible, fixed: remedies.fixed };
  decision.interpretations = explainInterpretations(award, read, world, rules, worlds);
  if (world.state.effort.isCut) notices.push(NOT_MINIMAL);
  if (!remedies.complete) notices.push(REMEDIES_INCOMPLETE);
  return decision;
}

type Building<T> = { -readonly [Member in keyof T]: T[Member] };

function headOf(award: Award, read: ReadQuestion, outcome: string, notices: readonly Notice[]): Building<Decision> {
  const decision: Building<Decision> = {
    award: award.id,
    decision: read.plan.declaration.name,
    asOf: read.asOf,
    outcome,
    notices,
    ruleset: award.ruleset,
    kernel: KERNEL,
  };
  if (read.id !== null) decision.id = read.id;
  return decision;
}
