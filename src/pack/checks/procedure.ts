/** A procedure speaks of what there is: activities, evidence, data, parameters; and compares what can be compared. */

import type { Interpretation } from "../../kernel/model.js";
import { nearest } from "../../kernel/nearest.js";
import type { Activity, Amount, Constraint, Procedure, Which } from "../../kernel/procedure.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";
import { unknownIn, wrongCondition } from "./conditions.js";

export const procedureNamesKnown: Check = {
  needs: ["procedure", "parameters", "interpretations"],
  find({ parts: { procedure, parameters, interpretations } }) {
    const known = parameters.parameters.filter(({ value }) => typeof value === "number").map(({ name }) => name);
    return [
      ...twice(procedure),
      ...evidenceOf(procedure),
      ...readingsOf(procedure, interpretations.interpretations),
      ...procedure.constraints.flatMap((constraint, at) =>
        wrongIn(constraint, placeIn("procedure.json", "constraints", at), procedure, known),
      ),
    ];
  },
};

function twice({ edition, applicant, evidence, activities, constraints }: Procedure): readonly PackFailure[] {
  const lists = { edition, applicant, evidence, activities, constraints };
  const inLists = Object.entries(lists).flatMap(([list, entries]) => repeated(entries, placeIn("procedure.json", list)));
  const inData = activities.flatMap(({ data }, at) => repeated(data, placeIn("procedure.json", "activities", at, "data")));
  return [...inLists, ...inData];
}

/** Entries that bear the name of one before. */
export function repeated(entries: readonly { readonly name: string }[], place: Place): readonly PackFailure[] {
  const names = entries.map(({ name }) => name);
  return names.flatMap((found, at) =>
    names.indexOf(found) === at ? [] : [packFailure(inside(place, at, "name"), { code: "duplicate-value", found })],
  );
}

function evidenceOf({ evidence, activities }: Procedure): readonly PackFailure[] {
  const names = evidence.map(({ name }) => name);
  return activities.flatMap((activity, at) =>
    activity.evidence.flatMap((name, which) =>
      unknownIn("evidence", name, names, placeIn("procedure.json", "activities", at, "evidence", which)),
    ),
  );
}

function readingsOf({ constraints }: Procedure, interpretations: readonly Interpretation[]): readonly PackFailure[] {
  return constraints.flatMap(({ under }, at) => {
    if (under === undefined) return [];
    const place = placeIn("procedure.json", "constraints", at, "under");
    const declared = interpretations.find(({ name }) => name === under.interpretation);
    const names = interpretations.map(({ name }) => name);
    if (declared === undefined) return unknownIn("interpretation", under.interpretation, names, inside(place, "interpretation"));
    const values = declared.readings.map(({ name }) => name);
    const found = under.reading;
    if (values.includes(found)) return [];
    return [packFailure(inside(place, "reading"), { code: "unknown-value", found, values, near: nearest(found, values) })];
  });
}

/** Each member of a constraint that stands for events, with the activity that `other` is of, where there is one. */
function whichesOf(constraint: Constraint): readonly (readonly [Which, readonly (string | number)[]])[] {
  if ("first" in constraint) {
    return [
      [constraint.first, ["first"]],
      [constraint.second, ["second"]],
    ];
  }
  const own = [constraint.of, ["of"]] as const;
  if (constraint.template !== "absence" || constraint.between === undefined) return [own];
  const { opens, closes } = constraint.between;
  return [own, [opens, ["between", "opens"]], [closes, ["between", "closes"]]];
}

function wrongIn(
  constraint: Constraint,
  place: Place,
  procedure: Procedure,
  parameters: readonly string[],
): readonly PackFailure[] {
  const activities = new Map(procedure.activities.map((activity) => [activity.name, activity]));
  const whiches = whichesOf(constraint);
  const lost = whiches.flatMap(([{ activity }, steps]) =>
    unknownIn("activity", activity, [...activities.keys()], inside(place, ...steps, "activity")),
  );
  if (lost.length > 0) return lost;
  const of = ({ activity }: Which) => activities.get(activity) as Activity;
  const conditions = whiches.flatMap(([which, steps]) =>
    (which.where ?? []).flatMap((condition, at) =>
      wrongCondition(condition, inside(place, ...steps, "where", at), { procedure, parameters, self: of(which), other: null }),
    ),
  );
  const required =
    constraint.template !== "precedence"
      ? []
      : (constraint.requires ?? []).flatMap((condition, at) =>
          wrongCondition(condition, inside(place, "requires", at), {
            procedure,
            parameters,
            self: of(constraint.second),
            other: of(constraint.first),
          }),
        );
  const amounts = amountsOf(constraint).flatMap(([amount, steps]) =>
    typeof amount === "number" ? [] : unknownIn("parameter", amount.parameter, parameters, inside(place, ...steps, "parameter")),
  );
  return [...conditions, ...required, ...amounts, ...wrongSame(constraint, place, of)];
}

function amountsOf(constraint: Constraint): readonly (readonly [Amount, readonly string[]])[] {
  const found: (readonly [Amount, readonly string[]])[] = [];
  for (const span of ["after", "within"] as const) {
    const period =
      span in constraint ? (constraint as { readonly [_ in typeof span]?: { readonly amount: Amount } })[span] : undefined;
    if (period !== undefined) found.push([period.amount, [span, "amount"]]);
  }
  if (constraint.template === "absence" && constraint.beyond !== undefined) found.push([constraint.beyond, ["beyond"]]);
  if (constraint.template === "exactly") found.push([constraint.times, ["times"]]);
  return found;
}

/** What events must have in common both of them have, or who did it. */
function wrongSame(constraint: Constraint, place: Place, of: (which: Which) => Activity): readonly PackFailure[] {
  const held = constraint.template === "absence" ? constraint.between : "same" in constraint ? constraint : undefined;
  if (held?.same === undefined) return [];
  const pair = "opens" in held ? [held.opens, held.closes] : [held.first, held.second];
  const [one = [], other = []] = pair.map((which) => ["person", ...of(which).data.map(({ name }) => name)]);
  const at = "opens" in held ? inside(place, "between", "same") : inside(place, "same");
  return held.same.flatMap((name, which) =>
    unknownIn(
      "data",
      name,
      one.filter((known) => other.includes(known)),
      inside(at, which),
    ),
  );
}
