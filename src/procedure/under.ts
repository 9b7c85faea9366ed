/** Which constraints are asked under the readings taken, and which interpretations decide that. */
import type { Constraint, Procedure } from "../kernel/procedure.js";
import type { Readings } from "../kernel/read-readings.js";

export function constraintsUnder({ constraints }: Procedure, { readings }: Readings): readonly Constraint[] {
  return constraints.filter(({ under }) => under === undefined || readings.get(under.interpretation) === under.reading);
}

/** Names of the interpretations by which a constraint is asked or not. */
export function interpretationsOf({ constraints }: Procedure): readonly string[] {
  return constraints.flatMap(({ under }) => (under === undefined ? [] : [under.interpretation]));
}
