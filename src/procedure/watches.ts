/** A watch for everything a procedure asks. */
import type { Constraint } from "../kernel/procedure.js";
import { watchAbsence } from "./absence.js";
import { watchChainPrecedence } from "./chain-precedence.js";
import { watchConduct } from "./conduct.js";
import { watchExactly } from "./exactly.js";
import { watchNotCoexistence } from "./not-coexistence.js";
import { watchPrecedence } from "./precedence.js";
import { watchResponse } from "./response.js";
import type { Court, Watch } from "./watch.js";

export function watchesOf(constraints: readonly Constraint[], court: Court): readonly Watch[] {
  return [watchConduct(court), ...constraints.map((constraint) => watchOf(constraint, court))];
}

function watchOf(constraint: Constraint, court: Court): Watch {
  switch (constraint.template) {
    case "precedence":
      return watchPrecedence(constraint, court);
    case "response":
      return watchResponse(constraint, court);
    case "chain-precedence":
      return watchChainPrecedence(constraint, court);
    case "absence":
      return watchAbsence(constraint, court);
    case "exactly":
      return watchExactly(constraint, court);
    case "not-coexistence":
      return watchNotCoexistence(constraint, court);
  }
}
