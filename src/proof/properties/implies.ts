/** Wherever one claim is true of a case, so is another. */
import type { Decision } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import type { Implies } from "../../kernel/model.js";
import { claimHolds } from "../claim-holds.js";
import { claimTerm } from "../claim-term.js";
import { stateProperty } from "../claims.js";
import type { ProofResult } from "../result.js";
import type { DecisionTerms } from "../smt/decision.js";
import { and, not } from "../smt/term.js";
import type { Solver } from "../solver.js";
import { unlessNeverGiven } from "./given.js";
import { headOf } from "./head.js";
import { proveOfOneCase } from "./one-case.js";

export async function proveImplies(solver: Solver, award: Award, property: Implies): Promise<ProofResult> {
  const stated = stateProperty(award, property);
  const { award: extended, plan, asked, given, holds } = stated;
  const parts = [
    ...(given === null ? [] : [{ claim: given, isTrue: true }]),
    ...(holds === null ? [] : [{ claim: holds, isTrue: false }]),
  ];
  const result = await proveOfOneCase(solver, {
    head: headOf(property),
    award,
    asked: { award: extended, plans: [plan, asked], readings: property.readings ?? {}, worlds: 1 },
    broken: (decisions) => {
      const [decision, compared] = decisions as readonly [DecisionTerms, DecisionTerms];
      const terms = parts.map(({ claim, isTrue }) => {
        const term = claimTerm(claim, { plan, decision, asked: compared });
        return isTrue ? term : not(term);
      });
      return and(...terms);
    },
    isBroken: (decisions) => {
      const [decision, compared] = decisions as readonly [Decision, Decision];
      return parts.every(({ claim, isTrue }) => claimHolds(claim, decision, compared) === isTrue);
    },
  });
  return unlessNeverGiven(solver, stated, result);
}
