/** A change of one fact never turns the outcome the wrong way: two worlds that differ in nothing else. */
import type { Award } from "../../kernel/award.js";
import type { Alteration, ListFact, Monotone, ScalarFact } from "../../kernel/model.js";
import type { Name } from "../../kernel/names.js";
import { type Asked, type AskedCase, caseOf, declareCase, readCase } from "../asked-case.js";
import { claimHolds } from "../claim-holds.js";
import { claimTerm } from "../claim-term.js";
import { type StatedProperty, stateProperty } from "../claims.js";
import { caseFile, type DecidedCase } from "../counterexample.js";
import { KERNEL_DISAGREES, SHORT_LISTS, solverGivesUp } from "../reasons.js";
import { type ProofResult, proved } from "../result.js";
import { search } from "../search.js";
import { type DecisionTerms, isFavourable } from "../smt/decision.js";
import type { Script } from "../smt/script.js";
import { and, equal, not, type Term } from "../smt/term.js";
import { flag, isLessThan } from "../smt/value.js";
import { declareWorld, withRow, withScalar } from "../smt/variables.js";
import type { World } from "../smt/world.js";
import type { Solver } from "../solver.js";
import { unlessNeverGiven } from "./given.js";
import { headOf } from "./head.js";
import { decideEach } from "./one-case.js";

export async function proveMonotone(solver: Solver, award: Award, property: Monotone): Promise<ProofResult> {
  const head = headOf(property);
  const stated = stateProperty(award, property);
  const { plan, asked: compared } = stated;
  const asked: Asked = {
    award: stated.award,
    plans: [plan, compared],
    readings: property.readings ?? {},
    worlds: 2,
  };
  let looked: readonly [AskedCase, AskedCase] | null = null;
  const found = await search(solver, (script, size) => {
    const before = declareCase(script, asked, size);
    const after = caseOf(script, { ...asked, plans: [plan] }, changedWorld(script, before.world, property.change, stated));
    looked = [before, after];
    return { found: turned(stated, property, before, after), asks: [...before.terms, ...after.terms] };
  });
  if (found.status === "none") return unlessNeverGiven(solver, stated, proved(head));
  if (found.status === "unknown") return { ...head, status: "undecided", reason: solverGivesUp(found.reason) };
  if (found.status === "not-found-in-short-lists" || looked === null) {
    return { ...head, status: "unconfirmed", reason: SHORT_LISTS };
  }
  const [before, after] = looked as readonly [AskedCase, AskedCase];
  const was = decideEach(readCase(before, asked, found.values), asked);
  const is = decideEach(readCase(after, { ...asked, plans: [plan] }, found.values), { ...asked, plans: [plan] });
  if (was === null || is === null || !hasTurned(stated, property, was, is[0] as DecidedCase)) {
    return { ...head, status: "unconfirmed", reason: KERNEL_DISAGREES };
  }
  const sentences = [`a case before the change of ${property.name}`, `the same case after the change of ${property.name}`];
  const cases = [was[0] as DecidedCase, is[0] as DecidedCase];
  return { ...head, status: "refuted", counterexample: caseFile(award, cases, sentences) };
}

function changedWorld(script: Script, world: World, change: Alteration, { award }: StatedProperty): World {
  const prefix = "after ";
  if ("add" in change) return withRow(script, world, factNamed(award, change.add) as ListFact, prefix);
  const name = "turn" in change ? change.turn : change.raise;
  const before = world.scalar(name);
  if ("turn" in change) {
    script.assert(equal(before.term, `${!change.to}`));
    return withScalar(world, name, flag(`${change.to}`), prefix);
  }
  const reads = [award.names.byName.get(name) as Name];
  const shared = { ...world, has: () => false };
  const raised = declareWorld(script, { prefix, reads, from: "", readings: {}, rows: () => 0, more: false, shared }).scalar(name);
  script.assert(isLessThan(script.numbers, before, raised));
  return withScalar(world, name, raised, prefix);
}

function turned({ plan, given }: StatedProperty, { never }: Monotone, before: AskedCase, after: AskedCase): Term {
  const [decision, asked] = before.decisions as readonly [DecisionTerms, DecisionTerms];
  const [other] = after.decisions as readonly [DecisionTerms];
  const [was, is] = [isFavourable(plan, decision.outcome), isFavourable(plan, other.outcome)];
  const within = given === null ? [] : [claimTerm(given, { plan, decision, asked })];
  return and(...within, ...(never === "better" ? [not(was), is] : [was, not(is)]));
}

/** The same, of what the kernel decides. */
function hasTurned(
  { plan, given }: StatedProperty,
  { never }: Monotone,
  [before, asked]: readonly DecidedCase[],
  after: DecidedCase,
): boolean {
  if (before === undefined || asked === undefined) return false;
  if (given !== null && !claimHolds(given, before.decision, asked.decision)) return false;
  const isHoped = ({ decision }: DecidedCase) =>
    plan.declaration.outcomes.some(({ name, favourable }) => favourable && name === decision.outcome);
  return isHoped(after) === (never === "better") && isHoped(before) !== isHoped(after);
}

function factNamed({ names }: Award, name: string): ListFact | ScalarFact {
  const found = names.byName.get(name);
  if (found?.source !== "given" && found?.source !== "given-list") throw new Error(`no fact \`${name}\``);
  return found.fact;
}
