/** Questions to a pack, drawn from its vocabulary. */
import fc from "fast-check";
import type { JsonValue, Question } from "../../src/kernel/answer.js";
import type { Award } from "../../src/kernel/award.js";
import type { CivilDate, Condition, Fact, Field, ScalarFact, ScalarType } from "../../src/kernel/model.js";
import { isList } from "../../src/kernel/names.js";
import { asOfFrom, dateNear } from "./dates.js";

export type Facts = Readonly<Record<string, JsonValue>>;

export interface FactsOptions {
  /** Past dates are no later. */
  readonly asOf: CivilDate;
  /** Facts to give; all of the vocabulary where absent. */
  readonly only?: ReadonlySet<string>;
  /** Chance in percent that a fact, a row's cell or a whole list is unknown; 0 where absent. */
  readonly unknown?: number;
  /** Rows of a list at most; 4 where absent. */
  readonly rows?: number;
}

/** The same facts twice: all of them, and with some hidden. */
export interface Hidden {
  readonly complete: Facts;
  readonly partial: Facts;
}

/** Facts a caller may give; complete unless `unknown` says otherwise. */
export function factsOf(award: Award, options: FactsOptions): fc.Arbitrary<Facts> {
  return hiddenFactsOf(award, options).map(({ partial }) => partial);
}

/** Complete facts and the same with some hidden: absent, `null`, or a list with unknown cells. */
export function hiddenFactsOf(award: Award, options: FactsOptions): fc.Arbitrary<Hidden> {
  const given = award.files.facts.facts.filter(({ name }) => options.only?.has(name) ?? true);
  const { asOf } = options;
  const { numbers, spans, days } = landmarksOf(award);
  const other = fc.oneof(fc.constantFrom(asOf, ...days), dateNear({ anchors: [asOf], spans, latest: asOf }));
  const oneSpan = fc.constantFrom(0, ...spans).map((span) => [span]);
  // Often all dates lie one span apart or none, so that one is the very first or last day counted from another.
  const gathered = fc.record({ anchors: other.map((day) => [day]), spans: oneSpan });
  const scattered = fc.record({ anchors: other.map((day) => [asOf, day, ...days]), spans: fc.constant(spans) });
  return fc.tuple(fc.boolean(), fc.oneof(gathered, scattered)).chain(([isHopeful, around]) => {
    const context = { ...options, ...around, numbers, hopes: isHopeful ? hopesOf(award) : null };
    const drawn = given.map((fact) => [fact.name, factOf(fact, context)] as const);
    return fc.record(Object.fromEntries(drawn)).map((facts) => ({
      complete: record(facts, "whole"),
      partial: record(facts, "shown"),
    }));
  });
}

/** A reading for some of the interpretations; the others are left to their default. */
export function readingsOf(award: Award): fc.Arbitrary<Readonly<Record<string, string>>> {
  const { interpretations } = award.files.interpretations;
  const readings = interpretations.map(({ name, readings }) => [
    name,
    fc.constantFrom(...readings.map((reading) => reading.name)),
  ]);
  return fc.record(Object.fromEntries(readings), { requiredKeys: [] }).map((chosen) => chosen as Record<string, string>);
}

export type HiddenQuestion = { readonly complete: Question; readonly partial: Question };

/** A question with every fact that the decision reads. */
export function questionOf(award: Award, decision: string): fc.Arbitrary<Question> {
  return hiddenQuestionOf(award, decision, 0).map(({ complete }) => complete);
}

/** The same question twice: with complete facts, and with some hidden. */
export function hiddenQuestionOf(award: Award, decision: string, unknown: number): fc.Arbitrary<HiddenQuestion> {
  const { from, until } = award.files.pack.inForce;
  const only = new Set(award.plans.get(decision)?.reads.map(({ name }) => name));
  return asOfFrom(from, until).chain((asOf) =>
    fc
      .tuple(hiddenFactsOf(award, { asOf, only, unknown }), readingsOf(award))
      .map(([{ complete, partial }, interpretations]) => ({
        complete: { decision, asOf, facts: complete, interpretations },
        partial: { decision, asOf, facts: partial, interpretations },
      })),
  );
}

/** A value as it is, and as it is shown where some of it may be hidden. */
interface Drawn {
  readonly whole: JsonValue;
  readonly shown: JsonValue | undefined;
}

interface Context extends FactsOptions {
  readonly anchors: readonly CivilDate[];
  readonly spans: readonly number[];
  /** Numbers that the pack counts with; values beside them decide. */
  readonly numbers: readonly number[];
  /** Values that nearly every boolean takes, so that no rule stands in the way; `null` for a fair draw of everything. */
  readonly hopes: ReadonlyMap<string, boolean> | null;
}

function factOf(fact: Fact, context: Context): fc.Arbitrary<Drawn> {
  if (!isList(fact)) return hidden(givenOf(fact, context), context);
  const fields = fact.fields.map((field) => [field.name, hidden(scalarOf(field, context), context)] as const);
  const row = fc.record(Object.fromEntries(fields));
  const rows = fc.array(row, { maxLength: Math.min(context.rows ?? 4, fact.maxItems) });
  return fc
    .tuple(
      context.hopes === null ? rows : fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: rows }),
      chance(context.unknown ?? 0),
    )
    .map(([rows, unknown]) => ({
      whole: rows.map((cells) => record(cells, "whole")),
      shown: unknown ? null : rows.map((cells) => record(cells, "shown")),
    }));
}

/** A finding comes with who found it now and then. */
function givenOf(fact: ScalarFact, context: Context): fc.Arbitrary<JsonValue> {
  const value = scalarOf(fact, context);
  if (fact.kind === "objective") return value;
  return fc
    .tuple(value, chance(10))
    .map(([found, wrapped]) => (wrapped ? { value: found, by: "panel", evidence: ["minutes"] } : found));
}

function scalarOf(type: (ScalarType & { readonly name: string }) | Field, context: Context): fc.Arbitrary<JsonValue> {
  const { asOf, hopes, numbers } = context;
  switch (type.type) {
    case "boolean": {
      const hope = hopes?.get(type.name);
      return hope === undefined ? fc.boolean() : chance(1).map((hopeless) => hope !== hopeless);
    }
    case "integer": {
      const { min, max } = type;
      const near = numbers
        .flatMap((number) => [number - 1, number, number + 1])
        .filter((number) => number >= min && number <= max);
      return fc.oneof(
        fc.constantFrom(min, max, ...near),
        fc.integer({ min, max: Math.min(max, min + 12) }),
        fc.integer({ min, max }),
      );
    }
    case "date":
      return dateNear({ ...context, latest: type.past ? asOf : null });
    case "enum":
      return fc.constantFrom(...type.values.map((value) => value.name));
  }
}

function hidden(value: fc.Arbitrary<JsonValue>, { unknown = 0 }: FactsOptions): fc.Arbitrary<Drawn> {
  if (unknown === 0) return value.map((whole) => ({ whole, shown: whole }));
  return fc
    .tuple(value, chance(unknown), fc.boolean())
    .map(([whole, hide, asNull]) => ({ whole, shown: hide ? (asNull ? null : undefined) : whole }));
}

function chance(percent: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 99 }).map((number) => number >= 100 - percent);
}

/** Left out where `undefined`. */
function record(drawn: Readonly<Record<string, Drawn>>, side: keyof Drawn): Facts {
  return Object.fromEntries(
    Object.entries(drawn).flatMap(([name, value]) => (value[side] === undefined ? [] : [[name, value[side] as JsonValue]])),
  );
}

/** Numbers, spans of years and days that the pack names. */
function landmarksOf(award: Award): Pick<Context, "numbers" | "spans"> & { readonly days: readonly CivilDate[] } {
  const { parameters, facts, pack } = award.files;
  const numbers = parameters.parameters.flatMap(({ value, unit }) => (typeof value === "number" ? [{ value, unit }] : []));
  const written = JSON.stringify(facts.derived).match(/(?<=")\d{4}-\d\d-\d\d(?=")/g) ?? [];
  return {
    numbers: numbers.map(({ value }) => value),
    spans: [...new Set(numbers.filter(({ unit }) => unit === "year").map(({ value }) => value))],
    days: [...new Set([pack.inForce.from, ...written])],
  };
}

/** For each boolean that a rule compares, the value by which the rule stands in nobody's way. */
function hopesOf(award: Award): ReadonlyMap<string, boolean> {
  const hopes = new Map<string, boolean>();
  const walk = (condition: Condition, wanted: boolean): void => {
    if ("not" in condition) walk(condition.not, !wanted);
    else if ("all" in condition) for (const part of condition.all) walk(part, wanted);
    else if ("any" in condition) for (const part of condition.any) walk(part, wanted);
    else if ("fact" in condition && typeof condition.value === "boolean" && !hopes.has(condition.fact)) {
      hopes.set(condition.fact, (condition.value === (condition.operator === "equal")) === wanted);
    }
  };
  for (const { conditions, event } of Object.values(award.files.rules).flat())
    walk(conditions, "violated" in event.params.effect);
  return hopes;
}
