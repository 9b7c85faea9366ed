/** What a property is given must be possible: of what never is, anything may be claimed. */
import { declareCase } from "../asked-case.js";
import { claimTerm } from "../claim-term.js";
import type { StatedProperty } from "../claims.js";
import { NEVER_GIVEN } from "../reasons.js";
import type { ProofResult } from "../result.js";
import { search } from "../search.js";
import type { DecisionTerms } from "../smt/decision.js";
import type { Solver } from "../solver.js";

/** @returns the result, or that the property claims nothing */
export async function unlessNeverGiven(
  solver: Solver,
  { award, plan, asked, given, property }: StatedProperty,
  result: ProofResult,
): Promise<ProofResult> {
  if (result.status !== "proved" || given === null) return result;
  const compared = { award, plans: [plan, asked], readings: property.readings ?? {}, worlds: 1 };
  const found = await search(solver, (script, size) => {
    const { decisions, terms } = declareCase(script, compared, size);
    const [decision, comparisons] = decisions as readonly [DecisionTerms, DecisionTerms];
    return { found: claimTerm(given, { plan, decision, asked: comparisons }), asks: terms };
  });
  return found.status === "none" ? { ...result, status: "refuted", reason: NEVER_GIVEN } : result;
}
