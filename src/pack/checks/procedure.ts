/** A procedure speaks of what there is: activities, evidence, data, parameters; and compares what can be compared. */

import { nearest } from "../../kernel/nearest.js";
import type {
  Activity,
  Amount,
  Condition,
  Constraint,
  DataField,
  DataType,
  Operand,
  Procedure,
  Which,
} from "../../kernel/procedure.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

export const procedureNamesKnown: Check = {
  needs: ["procedure", "parameters"],
  find({ parts: { procedure, parameters } }) {
    const known = parameters.parameters.filter(({ value }) => typeof value === "number").map(({ name }) => name);
    return [
      ...twice(procedure),
      ...evidenceOf(procedure),
      ...procedure.constraints.flatMap((constraint, at) =>
        wrongIn(constraint, placeIn("procedure.json", "constraints", at), procedure, known),
      ),
    ];
  },
};

/** Lists of which no two entries bear one name. */
function twice({ edition, applicant, evidence, activities, constraints }: Procedure): readonly PackFailure[] {
  const lists = { edition, applicant, evidence, activities, constraints };
  const inLists = Object.entries(lists).flatMap(([list, entries]) => repeated(entries, placeIn("procedure.json", list)));
  const inData = activities.flatMap(({ data }, at) => repeated(data, placeIn("procedure.json", "activities", at, "data")));
  return [...inLists, ...inData];
}

function repeated(entries: readonly { readonly name: string }[], place: Place): readonly PackFailure[] {
  const names = entries.map(({ name }) => name);
  return names.flatMap((found, at) =>
    names.indexOf(found) === at ? [] : [packFailure(inside(place, at, "name"), { code: "duplicate-value", found })],
  );
}

function evidenceOf({ evidence, activities }: Procedure): readonly PackFailure[] {
  const names = evidence.map(({ name }) => name);
  return activities.flatMap((activity, at) =>
    activity.evidence.flatMap((name, which) =>
      unknown("evidence", name, names, placeIn("procedure.json", "activities", at, "evidence", which)),
    ),
  );
}

type Kind = "activity" | "evidence" | "data" | "parameter";

function unknown(kind: Kind, found: string, known: readonly string[], place: Place): readonly PackFailure[] {
  if (known.includes(found)) return [];
  return [packFailure(place, { code: "unknown-in-procedure", kind, found, near: nearest(found, known) })];
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
    unknown("activity", activity, [...activities.keys()], inside(place, ...steps, "activity")),
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
    typeof amount === "number" ? [] : unknown("parameter", amount.parameter, parameters, inside(place, ...steps, "parameter")),
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
    unknown(
      "data",
      name,
      one.filter((known) => other.includes(known)),
      inside(at, which),
    ),
  );
}

interface Setting {
  readonly procedure: Procedure;
  readonly parameters: readonly string[];
  readonly self: Activity;
  /** `null` where nothing is held against it. */
  readonly other: Activity | null;
}

/** What a value is, as far as it matters for comparing it. */
type Kinds = "text" | "texts" | "date" | "number" | "boolean";

function wrongCondition({ left, is, right }: Condition, place: Place, setting: Setting): readonly PackFailure[] {
  const [a, b] = [kindOf(left, inside(place, "left"), setting), kindOf(right, inside(place, "right"), setting)];
  if (typeof a !== "string" || typeof b !== "string")
    return [...(typeof a === "string" ? [] : a), ...(typeof b === "string" ? [] : b)];
  const fits =
    is === "including" || is === "not-including"
      ? a === "texts" && b === "text"
      : a === b && a !== "texts" && (is === "equal" || is === "different" || a === "date" || a === "number");
  return fits ? [] : [packFailure(inside(place, "is"), { code: "not-comparable", found: is, left: a, right: b })];
}

function kindOf(operand: Operand, place: Place, setting: Setting): Kinds | readonly PackFailure[] {
  if ("value" in operand)
    return typeof operand.value === "string" ? "text" : typeof operand.value === "number" ? "number" : "boolean";
  if (operand.of === "other" && setting.other === null) return [packFailure(inside(place, "of"), { code: "no-other-event" })];
  const kind = "its" in operand ? ITS[operand.its] : dataKind(operand.data, fieldsOf(operand.of, setting), inside(place, "data"));
  if (operand.plus === undefined || typeof kind !== "string") return kind;
  const missing = unknown("parameter", operand.plus.parameter, setting.parameters, inside(place, "plus", "parameter"));
  if (missing.length > 0) return missing;
  const isShiftable = kind === "date" || ("its" in operand && operand.its === "year");
  return isShiftable ? kind : [packFailure(inside(place, "plus"), { code: "not-shiftable", found: kind })];
}

const ITS: Readonly<Record<"day" | "year" | "applicant" | "person", Kinds>> = {
  day: "date",
  year: "number",
  applicant: "text",
  person: "text",
};

function fieldsOf(of: "this" | "other" | "applicant" | "edition", { procedure, self, other }: Setting): readonly DataField[] {
  if (of === "edition" || of === "applicant") return procedure[of];
  return of === "this" ? self.data : (other as Activity).data;
}

function dataKind(name: string, fields: readonly DataField[], place: Place): Kinds | readonly PackFailure[] {
  const field = fields.find((own) => own.name === name);
  if (field !== undefined) return kindOfType(field.type);
  return unknown(
    "data",
    name,
    fields.map((own) => own.name),
    place,
  );
}

function kindOfType(type: DataType): Kinds {
  if (typeof type === "object") return "oneOf" in type ? "text" : "number";
  return type;
}
