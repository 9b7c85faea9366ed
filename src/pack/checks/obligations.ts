/** Duties speak of activities of applicants, of data they have, and of interpretations with all their readings. */
import { isByReading } from "../../kernel/by-reading.js";
import type { Interpretation } from "../../kernel/model.js";
import type { ByReading, Choice, Duty, Repetition } from "../../kernel/obligations.js";
import type { Activity, Amount, Procedure, Span, Which } from "../../kernel/procedure.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";
import { kindOfType, unknownIn, wrongCondition } from "./conditions.js";
import { repeated } from "./procedure.js";

interface Known {
  readonly procedure: Procedure;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly parameters: readonly string[];
  readonly interpretations: readonly Interpretation[];
}

type Steps = readonly (string | number)[];

export const obligationsFit: Check = {
  needs: ["obligations", "procedure", "parameters", "interpretations"],
  find({ parts: { obligations, procedure, parameters, interpretations } }) {
    const known: Known = {
      procedure,
      activities: new Map(procedure.activities.map((activity) => [activity.name, activity])),
      parameters: parameters.parameters.filter(({ value }) => typeof value === "number").map(({ name }) => name),
      interpretations: interpretations.interpretations,
    };
    return [
      ...repeated(obligations.duties, placeIn("obligations.json", "duties")),
      ...obligations.duties.flatMap((duty, at) => wrongIn(duty, placeIn("obligations.json", "duties", at), known)),
    ];
  },
};

function wrongIn(duty: Duty, place: Place, known: Known): readonly PackFailure[] {
  const { within, repeats, endedBy } = duty;
  const choices: (readonly [Choice<unknown>, Steps])[] = [
    ...(repeats === undefined ? [] : choiceIn(repeats.every, ["repeats", "every"])),
    ...(endedBy === undefined ? [] : choiceIn(endedBy, ["endedBy"])),
  ];
  return [
    ...whichesOf(duty).flatMap(([which, steps]) => wrongWhich(which, inside(place, ...steps), known)),
    ...wrongUnless(duty, place, known),
    ...choices.flatMap(([choice, steps]) => wrongReadings(choice, inside(place, ...steps), known)),
    ...amountsOf(duty).flatMap(([amount, steps]) =>
      typeof amount === "number"
        ? []
        : unknownIn("parameter", amount.parameter, known.parameters, inside(place, ...steps, "parameter")),
    ),
    ...(repeats === undefined ? [] : wrongYear(duty, repeats, inside(place, "repeats"), known)),
    ...(within !== undefined && repeats !== undefined ? [packFailure(inside(place, "within"), { code: "two-time-limits" })] : []),
  ];
}

function choiceIn<T>(given: ByReading<T>, steps: Steps): readonly (readonly [Choice<T>, Steps])[] {
  return isByReading(given) ? [[given, steps]] : [];
}

/** What is given, or given for a reading, each with its place. */
function optionsOf<T>(given: ByReading<T>, steps: Steps): readonly (readonly [T, Steps])[] {
  if (!isByReading(given)) return [[given, steps]];
  return Object.entries(given.readings).map(([name, option]) => [option, [...steps, "readings", name]]);
}

function whichesOf({ binds, trigger, fulfilledBy, endedBy }: Duty): readonly (readonly [Which, Steps])[] {
  const all: (readonly [Which | null | undefined, Steps])[] = [
    [binds, ["binds"]],
    [trigger, ["trigger"]],
    [fulfilledBy, ["fulfilledBy"]],
    ...(endedBy === undefined ? [] : optionsOf(endedBy, ["endedBy"])),
  ];
  return all.flatMap(([which, steps]) => (which ? [[which, steps] as const] : []));
}

function wrongWhich({ activity: found, where = [] }: Which, place: Place, known: Known): readonly PackFailure[] {
  const activity = known.activities.get(found);
  if (activity === undefined) return unknownIn("activity", found, [...known.activities.keys()], inside(place, "activity"));
  if (activity.of !== "applicant") return [packFailure(inside(place, "activity"), { code: "not-of-an-applicant", found })];
  const setting = { procedure: known.procedure, parameters: known.parameters, self: activity, other: null };
  return where.flatMap((condition, at) => wrongCondition(condition, inside(place, "where", at), setting));
}

function wrongUnless({ binds, unless = [] }: Duty, place: Place, known: Known): readonly PackFailure[] {
  const self = known.activities.get(binds.activity);
  if (self === undefined) return [];
  const setting = { procedure: known.procedure, parameters: known.parameters, self, other: null };
  return unless.flatMap((condition, at) => wrongCondition(condition, inside(place, "unless", at), setting));
}

function wrongReadings(
  { interpretation, readings }: Choice<unknown>,
  place: Place,
  { interpretations }: Known,
): readonly PackFailure[] {
  const declared = interpretations.find(({ name }) => name === interpretation);
  const names = interpretations.map(({ name }) => name);
  if (declared === undefined) return unknownIn("interpretation", interpretation, names, inside(place, "interpretation"));
  const [given, expected] = [Object.keys(readings), declared.readings.map(({ name }) => name)];
  if (given.length === expected.length && expected.every((name) => given.includes(name))) return [];
  return [packFailure(inside(place, "readings"), { code: "readings-differ", given, readings: expected })];
}

function amountsOf({ within, repeats }: Duty): readonly (readonly [Amount, Steps])[] {
  const spans: (readonly [Span, Steps])[] = [
    ...(within === undefined ? [] : [[within, ["within"]] as const]),
    ...(repeats === undefined ? [] : optionsOf(repeats.every, ["repeats", "every"])),
  ];
  const times = repeats?.times === undefined ? [] : [[repeats.times, ["repeats", "times"]] as const];
  return [...spans.map(([{ amount }, steps]) => [amount, [...steps, "amount"]] as const), ...times];
}

function wrongYear(duty: Duty, { every, yearIn: found }: Repetition, place: Place, known: Known): readonly PackFailure[] {
  const activity = known.activities.get(duty.fulfilledBy.activity);
  if (found === undefined || activity === undefined) return [];
  const field = activity.data.find(({ name }) => name === found);
  const inYears = optionsOf(every, []).every(([{ unit }]) => unit === "years" || unit === "calendar-years");
  if (field !== undefined && kindOfType(field.type) === "number" && inYears) return [];
  return [packFailure(inside(place, "yearIn"), { code: "year-without-number", found })];
}
