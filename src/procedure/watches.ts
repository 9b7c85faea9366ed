/** A watch for everything a procedure asks. */
import type { Activity, Constraint } from "../kernel/procedure.js";
import { watchAbsence } from "./absence.js";
import { watchChainPrecedence } from "./chain-precedence.js";
import { watchConduct } from "./conduct.js";
import { watchExactly } from "./exactly.js";
import { whichesOf } from "./matching.js";
import { watchNotCoexistence } from "./not-coexistence.js";
import { watchPrecedence } from "./precedence.js";
import { watchResponse } from "./response.js";
import type { Court, Watch } from "./watch.js";

export interface Watches {
  /** In the order of the procedure. */
  readonly all: readonly Watch[];
  /** By the name of an activity: those to which its events matter, in the same order. The others find nothing in them and note nothing. */
  readonly concerned: ReadonlyMap<string, readonly Watch[]>;
}

export function watchesOf(constraints: readonly Constraint[], court: Court): Watches {
  const conduct = watchConduct(court);
  const others = constraints.map((constraint) => ({ watch: watchOf(constraint, court), concerns: concerns(constraint, court) }));
  const concerned = [...court.activities.values()].map(
    (activity) =>
      [activity.name, [conduct, ...others.filter((one) => one.concerns(activity)).map(({ watch }) => watch)]] as const,
  );
  return { all: [conduct, ...others.map(({ watch }) => watch)], concerned: new Map(concerned) };
}

function concerns(constraint: Constraint, { activities }: Court): (activity: Activity) => boolean {
  const named = new Set(whichesOf(constraint).map(({ activity }) => activity));
  if (constraint.template !== "chain-precedence") return ({ name }) => named.has(name);
  // What comes right before may be anything of the applicant, or of the edition.
  const of = activities.get(constraint.second.activity)?.of;
  return (activity) => named.has(activity.name) || activity.of === of;
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
