/** Every rule can be satisfied and can be violated, and every outcome can be reached: each is shown by a case that the kernel decides so. */
import { labelOf, provisionsOf } from "../../audit/provisions.js";
import type { Decision } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import type { Plan } from "../../kernel/plan.js";
import type { Text } from "../../kernel/text.js";
import { type Asked, type AskedCase, declareCase, readCase } from "../asked-case.js";
import { statusOf } from "../claim-holds.js";
import { decidedBy } from "../counterexample.js";
import { alwaysOneOf, KERNEL_DISAGREES, neverSo, SHORT_LISTS, solverGivesUp } from "../reasons.js";
import { type ProofResult, proved, type ResultHead } from "../result.js";
import { search } from "../search.js";
import { type DecisionTerms, hasStatus, isOutcome, type RuleTerms } from "../smt/decision.js";
import { isTrue } from "../smt/read-world.js";
import { or, type Term } from "../smt/term.js";
import type { Solver } from "../solver.js";
import { excludingRules } from "./excluding-rules.js";

/** What must happen in some case. */
interface Target {
  readonly head: ResultHead;
  /** What of a rule must be possible; `reached` of an outcome. */
  readonly status: "satisfied" | "violated" | "reached";
  readonly term: (decision: DecisionTerms) => Term;
  readonly happens: (decision: Decision) => boolean;
}

type Missed = Pick<ProofResult, "status" | "reason">;

/** @returns one result for each rule and for each outcome */
export async function proveNoDeadRule(solver: Solver, award: Award, plan: Plan): Promise<readonly ProofResult[]> {
  const targets = targetsOf(plan);
  const missed = new Map<Target, Missed>();
  const asked: Asked = { award, plans: [plan], readings: {}, worlds: 1 };
  let open: readonly Target[] = targets;
  while (open.length > 0) open = await settleSome(solver, asked, open, missed);
  const byHead = new Map<ResultHead, readonly Target[]>();
  for (const target of targets) byHead.set(target.head, [...(byHead.get(target.head) ?? []), target]);
  const results = [...byHead].map(([head, of]) => resultOf(head, of, missed));
  const explained: ProofResult[] = [];
  for (const result of results) explained.push(await withRules(solver, asked, result));
  return explained;
}

/** Of an outcome that is never reached, by which rules, and by the provision of the first of them. */
async function withRules(solver: Solver, asked: Asked, result: ProofResult): Promise<ProofResult> {
  if (result.status !== "refuted" || result.outcome === undefined) return result;
  const rules = await excludingRules(solver, asked, result.outcome);
  const [first] = rules;
  if (first === undefined) return result;
  const provisions = provisionsOf(asked.award.files.law);
  const cited = rules.map(({ name, event }) => ({ name, label: labelOf(provisions, event.params.provision) }));
  const isOtherwise = asked.plans[0]?.declaration.otherwise === result.outcome;
  return { ...result, provision: first.event.params.provision, reason: alwaysOneOf(cited, isOtherwise) };
}

/** Looks for one case in which any of the targets happens. @returns the targets that are still open */
async function settleSome(
  solver: Solver,
  asked: Asked,
  open: readonly Target[],
  missed: Map<Target, Missed>,
): Promise<readonly Target[]> {
  let looked: AskedCase | null = null;
  let terms: readonly Term[] = [];
  const found = await search(solver, (script, size) => {
    looked = declareCase(script, asked, size);
    const [decision] = looked.decisions as readonly [DecisionTerms];
    terms = open.map((target, place) => script.define(`target ${place}`, "Bool", target.term(decision)));
    return { found: or(...terms), asks: [...looked.terms, ...terms] };
  });
  if (found.status !== "found" || looked === null) {
    // One that cannot be told may hide others that can: each is asked alone.
    const isAlone = open.length === 1 || found.status === "none";
    if (!isAlone) return settleEach(solver, asked, open, missed);
    for (const target of open) missed.set(target, whyNot(target, found.status === "unknown" ? found.reason : found.status));
    return [];
  }
  const { values } = found;
  const decided = decidedBy(asked.award, readCase(looked, asked, values));
  const hit = open.filter((_, place) => isTrue(terms[place] as Term, values));
  for (const target of hit) {
    if (decided === null || !target.happens(decided.decision)) {
      missed.set(target, { status: "unconfirmed", reason: KERNEL_DISAGREES });
    }
  }
  return open.filter((target) => !hit.includes(target));
}

async function settleEach(
  solver: Solver,
  asked: Asked,
  open: readonly Target[],
  missed: Map<Target, Missed>,
): Promise<readonly Target[]> {
  for (const target of open) await settleSome(solver, asked, [target], missed);
  return [];
}

function whyNot({ status }: Target, found: string): Missed {
  if (found === "none") return { status: "refuted", reason: neverSo(status) };
  if (found === "not-found-in-short-lists") return { status: "unconfirmed", reason: SHORT_LISTS };
  return { status: "undecided", reason: solverGivesUp(found) };
}

/** The gravest of what was missed. */
function resultOf(head: ResultHead, targets: readonly Target[], missed: ReadonlyMap<Target, Missed>): ProofResult {
  const all = targets.flatMap((target) => missed.get(target) ?? []);
  const gravest = (["refuted", "unconfirmed", "undecided"] as const).flatMap((status) =>
    all.filter((one) => one.status === status),
  );
  return gravest[0] === undefined ? proved(head) : { ...head, ...gravest[0] };
}

function targetsOf(plan: Plan): readonly Target[] {
  const { name, outcomes } = plan.declaration;
  const headOf = (says: Text, provision: string | null) =>
    ({ property: "no-dead-rule", kind: "no-dead-rule", decision: name, provision, says }) as const;
  const rules = plan.rules.flatMap(({ rule }) => {
    const says = { zh: "该规则可能满足，也可能违反", en: "the rule can be satisfied and can be violated" };
    const head = { ...headOf(says, rule.event.params.provision), rule: rule.name };
    return (["satisfied", "violated"] as const).map(
      (status): Target => ({
        head,
        status,
        term: ({ rules: terms }) => hasStatus(terms.find((one) => one.rule.name === rule.name) as RuleTerms, status),
        happens: (decision) => statusOf(decision, rule.name) === status,
      }),
    );
  });
  return [
    ...rules,
    ...outcomes.map(
      (outcome): Target => ({
        head: { ...headOf({ zh: "该结论可能出现", en: "the outcome can be reached" }, null), outcome: outcome.name },
        status: "reached",
        term: (decision) => isOutcome(plan, decision.outcome, outcome.name),
        happens: (decision) => decision.outcome === outcome.name,
      }),
    ),
  ];
}
