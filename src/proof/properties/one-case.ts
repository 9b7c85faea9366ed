/** A property of each case alone: proved where no case breaks it. */
import type { Decision } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import { type Asked, type AskedCase, declareCase, readCase } from "../asked-case.js";
import { caseFile, type DecidedCase, decidedBy } from "../counterexample.js";
import { KERNEL_DISAGREES, SHORT_LISTS, solverGivesUp } from "../reasons.js";
import { type ProofResult, proved, type ResultHead } from "../result.js";
import { search } from "../search.js";
import { type Shown, simpler } from "../simpler.js";
import type { DecisionTerms } from "../smt/decision.js";
import type { Term } from "../smt/term.js";
import type { Solver } from "../solver.js";

export interface OneCase {
  readonly head: ResultHead;
  /** Whose case files the counterexample belongs to. */
  readonly award: Award;
  readonly asked: Asked;
  /** @param decisions of the plans asked, in order */
  readonly broken: (decisions: readonly DecisionTerms[]) => Term;
  /** The same, of what the kernel decides. */
  readonly isBroken: (decisions: readonly Decision[]) => boolean;
}

export async function proveOfOneCase(solver: Solver, claim: OneCase): Promise<ProofResult> {
  const { head, award, asked } = claim;
  let looked: AskedCase | null = null;
  const found = await search(solver, (script, size) => {
    looked = declareCase(script, asked, size);
    return { found: claim.broken(looked.decisions), asks: looked.terms };
  });
  if (found.status === "none") return proved(head);
  if (found.status === "unknown") return { ...head, status: "undecided", reason: solverGivesUp(found.reason) };
  if (found.status === "not-found-in-short-lists" || looked === null) {
    return { ...head, status: "unconfirmed", reason: SHORT_LISTS };
  }
  const decided = decideEach(readCase(looked, asked, found.values), asked);
  if (decided === null || !claim.isBroken(decided.map(({ decision }) => decision))) {
    return { ...head, status: "unconfirmed", reason: KERNEL_DISAGREES };
  }
  const [first] = simplerCase(claim, decided);
  return { ...head, status: "refuted", counterexample: caseFile(award, [first], [`a case that breaks ${head.property}`]) };
}

function simplerCase({ asked, isBroken }: OneCase, decided: readonly DecidedCase[]): readonly [DecidedCase] {
  const { question } = decided[0] as DecidedCase;
  const shown = { asOf: question.asOf, facts: question.facts as Shown["facts"] };
  const decide = (of: Shown) => decideEach({ ...question, ...of }, asked);
  const simple = simpler(shown, asked.award.files.pack.inForce.from, (of) => {
    const still = decide(of);
    return still !== null && isBroken(still.map(({ decision }) => decision));
  });
  return (decide(simple) ?? decided) as readonly [DecidedCase];
}

/** What the kernel says to the same facts for each of the plans. */
export function decideEach(question: DecidedCase["question"], { award, plans }: Asked): readonly DecidedCase[] | null {
  const decided = plans.map(({ declaration }) => decidedBy(award, { ...question, decision: declaration.name }));
  return decided.includes(null) ? null : (decided as readonly DecidedCase[]);
}
