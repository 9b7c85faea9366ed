/** Expressions and conditions of a checked pack as terms over a world. Complete facts: everything has two values. */
import { parseDate } from "../../kernel/date.js";
import type { Comparison, Condition, Conditions, Each, Expression, Operand } from "../../kernel/model.js";
import { AS_OF, type Name, type Names, type ValueType } from "../../kernel/names.js";
import { mentionsOf } from "../../pack/mentions.js";
import { addAnyDays, addDays, addYears, constantDay, startOfYear, subtractYears, wholeYears, yearOf } from "./day.js";
import { extremeOf, isBeyond } from "./extreme.js";
import { type Numbers, placeTerm } from "./numbers.js";
import { restOf } from "./rows.js";
import type { Script } from "./script.js";
import { and, choose, equal, not, or, type Term } from "./term.js";
import {
  chooseValue,
  constantPlace,
  constantWhole,
  dated,
  dateOf,
  differenceOf,
  flag,
  isLessThan,
  named,
  productOf,
  sumOf,
  type Value,
  type Whole,
  whole,
  wholeOf,
} from "./value.js";
import type { List, Row, World } from "./world.js";

export interface Translator {
  /** The value of a fact, derived fact, parameter or interpretation, or of `asOf`. */
  name(name: string): Value;
  test(conditions: Conditions): Term;
}

/** @throws Error where the pack is not as its checks leave it */
export function translatorOf(script: Script, names: Names, world: World): Translator {
  const { numbers } = script;
  const derivedValues = new Map<string, Value>();
  return { name: valueOfNamed, test: (conditions) => test(conditions, null) };

  function valueOfNamed(of: string): Value {
    if (of === AS_OF) return dated(world.asOf);
    const name = declared(of);
    switch (name.source) {
      case "given":
        return world.scalar(of);
      case "interpretation":
        return world.reading(of);
      case "parameter":
        if (typeof name.parameter.value !== "number") throw new Error(`\`${of}\` is a list of values`);
        return constantWhole(numbers, name.parameter.value);
      case "derived": {
        const known = derivedValues.get(of);
        if (known !== undefined) return known;
        const value = named(script, `${world.prefix}${of}`, expression(name.derived.expression));
        derivedValues.set(of, value);
        return value;
      }
      default:
        throw new Error(`\`${of}\` is no value`);
    }
  }

  function expression(of: Expression): Value {
    if (typeof of !== "object") return literal(numbers, of, null);
    if ("fact" in of) return valueOfNamed(of.fact);
    if (!("op" in of)) throw new Error("a field outside a list");
    const day = (part: Expression): Term => dateOf(expression(part));
    const number = (part: Expression): Whole => wholeOf(expression(part));
    switch (of.op) {
      case "wholeYears":
        return whole(wholeYears(numbers, day(of.from), day(of.to)));
      case "addYears":
        return dated(addYears(numbers, day(of.date), number(of.years).term));
      case "subtractYears":
        return dated(subtractYears(numbers, day(of.date), number(of.years).term));
      case "addDays":
        return dated(shifted(numbers, day(of.date), number(of.days)));
      case "startOfYear":
        return dated(startOfYear(day(of.date)));
      case "yearOf":
        return whole(yearOf(numbers, day(of.date)));
      case "latest":
      case "earliest":
        return dated(extreme(of.of, of.op === "latest"));
      case "sum":
        return of.of.map((part) => (isEach(part) ? sumOfRows(part) : number(part))).reduce((a, b) => sumOf(numbers, a, b));
      case "difference":
        return differenceOf(numbers, number(of.of), number(of.less));
      case "product":
        return of.of.map(number).reduce((a, b) => productOf(numbers, a, b));
      case "select":
        return selected(of.by.fact, of.cases);
      case "count":
        return whole(count(of.list, of.where));
      case "some":
        return flag(some(of.list, of.where));
      case "every":
        return flag(not(some(of.list, { not: of.where })));
    }
  }

  function selected(by: string, cases: Readonly<Record<string, Expression>>): Value {
    const at = valueOfNamed(by).term;
    const values = valuesOf(declared(by)).map((value) => expression(cases[value] as Expression));
    const last = values.at(-1);
    if (last === undefined) throw new Error(`\`${by}\` has no values`);
    return values
      .slice(0, -1)
      .reduceRight<Value>((rest, value, place) => chooseValue(equal(at, placeTerm(place)), value, rest), last);
  }

  function some(name: string, where: Conditions | undefined): Term {
    return or(...world.list(name).rows.map((row) => meets(row, where, name)));
  }

  function count(name: string, where: Conditions | undefined): Term {
    const list = world.list(name);
    const met = list.rows.map((row) => choose(meets(row, where, name), numbers.numeral(1), numbers.numeral(0)));
    return sumOfTerms([...rest("count", name, list, where, { low: 0, high: 1 }, ""), ...met]);
  }

  function sumOfRows({ list: name, field, where }: Each): Whole {
    script.addUp();
    const list = world.list(name);
    const fact = listFact(name);
    const type = fact.fields.find((candidate) => candidate.name === field);
    if (type?.type !== "integer") throw new Error(`\`${field}\` of \`${name}\` is no number`);
    const met = list.rows.map((row) => choose(meets(row, where, name), fieldOf(row, field).term, numbers.numeral(0)));
    const bounds = { low: Math.min(0, type.min), high: Math.max(0, type.max) };
    return whole(sumOfTerms([...rest("sum", name, list, where, bounds, field), ...met]));
  }

  /** One after the other, so that two sums that begin alike have that beginning in common. */
  function sumOfTerms(terms: readonly Term[]): Term {
    return terms.length === 0 ? numbers.numeral(0) : terms.reduce((sum, term) => numbers.add(sum, term));
  }

  /** What further rows come to. */
  function rest(
    op: "count" | "sum",
    name: string,
    list: List,
    where: Conditions | undefined,
    each: { readonly low: number; readonly high: number },
    field: string,
  ): readonly Term[] {
    const { further } = list;
    if (further.kind === "left-out") script.leaveOut();
    if (further.kind !== "open") return [];
    const mentioned = [...mentionsOf(where)];
    const reads = mentioned.flatMap((read) => (isFixed(read) ? [] : [valueOfNamed(read)]));
    return [
      restOf(script, {
        key: JSON.stringify([op, further.of, field, where ?? null, ...mentioned.map(meaningOf)]),
        reads,
        each,
        room: further.room,
        rows: listFact(name).maxItems,
      }),
    ];
  }

  function extreme(parts: readonly (Expression | Each)[], latest: boolean): Term {
    const plain = parts.flatMap((part) => (isEach(part) ? [] : [dateOf(expression(part))]));
    const among = parts
      .filter(isEach)
      .flatMap(({ list, field, where }) =>
        world.list(list).rows.map((row) => ({ day: dateOf(fieldOf(row, field)), isAmong: meets(row, where, list) })),
      );
    const start = plain.reduce((best, day) => choose(isBeyond(day, best, latest), day, best));
    return extremeOf(script, world.prefix, start, among, latest);
  }

  function meets(row: Row, where: Conditions | undefined, list: string): Term {
    return where === undefined ? row.present : and(row.present, test(where, { row, list }));
  }

  function test(condition: Condition, at: At | null): Term {
    if ("all" in condition) return and(...condition.all.map((part) => test(part, at)));
    if ("any" in condition) return or(...condition.any.map((part) => test(part, at)));
    if ("not" in condition) return not(test(condition.not, at));
    return comparison(condition, at);
  }

  function comparison(of: Comparison, at: At | null): Term {
    const { operator, value } = of;
    const left = operand(of, at);
    const type = typeOfOperand(of, at);
    if (operator === "in" || operator === "notIn") {
      const values = type.type === "enum" ? type.values : [];
      const places = members(value).map((member) => values.indexOf(member));
      const isMember = or(...places.map((place) => equal(left.term, placeTerm(place))));
      return operator === "in" ? isMember : not(isMember);
    }
    const right = typeof value === "object" ? operand(value as { readonly fact: string }, at) : literal(numbers, value, type);
    switch (operator) {
      case "equal":
        return equal(left.term, right.term);
      case "notEqual":
        return not(equal(left.term, right.term));
      case "lessThan":
      case "before":
        return isLessThan(numbers, left, right);
      case "lessThanInclusive":
      case "onOrBefore":
        return not(isLessThan(numbers, right, left));
      case "greaterThan":
      case "after":
        return isLessThan(numbers, right, left);
      case "greaterThanInclusive":
      case "onOrAfter":
        return not(isLessThan(numbers, left, right));
    }
  }

  function operand(of: Exclude<Operand, string | number | boolean>, at: At | null): Value {
    if ("fact" in of) return valueOfNamed(of.fact);
    if (at === null) throw new Error(`field \`${of.field}\` outside a list`);
    return fieldOf(at.row, of.field);
  }

  function typeOfOperand(of: Exclude<Operand, string | number | boolean>, at: At | null): ValueType {
    if ("fact" in of) return of.fact === AS_OF ? { type: "date" } : declared(of.fact).type;
    const list = at === null ? undefined : declared(at.list);
    const found = list?.source === "given-list" ? list.fields.find(({ name }) => name === of.field) : undefined;
    if (found === undefined) throw new Error(`no field \`${of.field}\``);
    return found.type;
  }

  function members(value: unknown): readonly string[] {
    if (Array.isArray(value)) return value as readonly string[];
    const { type } = declared((value as { readonly fact: string }).fact);
    return type.type === "members" ? type.values : [];
  }

  function declared(name: string): Name {
    const found = names.byName.get(name);
    if (found === undefined) throw new Error(`no fact \`${name}\``);
    return found;
  }

  /** What a name stands for beside its value as a term: the same words may mean something else in another pack. */
  function meaningOf(of: string): unknown {
    const name = of === AS_OF ? null : declared(of);
    if (name === null) return null;
    return name.source === "parameter" ? name.parameter.value : [name.type.type, ...valuesOf(name)];
  }

  function isFixed(name: string): boolean {
    return names.byName.get(name)?.source === "parameter";
  }

  function listFact(name: string) {
    const found = declared(name);
    if (found.source !== "given-list") throw new Error(`\`${name}\` is no list`);
    return found.fact;
  }
}

/** The row at hand. */
interface At {
  readonly row: Row;
  readonly list: string;
}

/** By a few numbers of days each apart, which is quick; by any number where it must be. */
function shifted(numbers: Numbers, date: Term, { term, few = [] }: Whole): Term {
  const [first, ...others] = few.map(({ when, is }) => ({ when, day: addDays(date, is) }));
  if (first === undefined) return addAnyDays(numbers, date, term);
  return others.reduce((rest, { when, day }) => choose(when, day, rest), first.day);
}

function literal(numbers: Numbers, value: number | boolean | string, type: ValueType | null): Value {
  if (typeof value === "number") return constantWhole(numbers, value);
  if (typeof value === "boolean") return flag(`${value}`);
  if (type?.type === "enum") return constantPlace(type.values.indexOf(value));
  const day = parseDate(value);
  if (day === null) throw new Error(`\`${value}\` is no date`);
  return dated(constantDay(day));
}

function fieldOf(row: Row, field: string): Value {
  const value = row.fields.get(field);
  if (value === undefined) throw new Error(`a row has no field \`${field}\``);
  return value;
}

function valuesOf(name: Name): readonly string[] {
  return name.type.type === "enum" ? name.type.values : [];
}

function isEach(part: Expression | Each): part is Each {
  return typeof part === "object" && "op" in part && part.op === "each";
}
