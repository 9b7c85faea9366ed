/** No gap: whatever the facts, once they are complete the decision comes to an outcome that is declared. */
import type { Award } from "../../kernel/award.js";
import type { Plan } from "../../kernel/plan.js";
import type { ProofResult } from "../result.js";
import { placeTerm } from "../smt/numbers.js";
import { equal } from "../smt/term.js";
import type { Solver } from "../solver.js";
import { type OneCase, proveOfOneCase } from "./one-case.js";

export function proveComplete(solver: Solver, award: Award, plan: Plan): Promise<ProofResult> {
  const { name, outcomes } = plan.declaration;
  const known = outcomes.map((outcome) => outcome.name);
  const claim: OneCase = {
    head: {
      property: "complete",
      kind: "complete",
      decision: name,
      provision: null,
      says: { zh: "事实齐备时总有结论", en: "with complete facts there is always an outcome" },
    },
    award,
    asked: { award, plans: [plan], readings: {}, worlds: 1 },
    broken: ([decision]) => equal(decision?.outcome ?? "", placeTerm(-1)),
    isBroken: ([decision]) => !known.includes(decision?.outcome ?? ""),
  };
  return proveOfOneCase(solver, claim);
}
