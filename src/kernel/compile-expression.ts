/** Expressions and conditions of a checked pack, as nodes over the state. */
import { all, any, not } from "./connectives.js";
import { addYears, parseDate, startOfYear, subtractYears, wholeYears, yearOf } from "./date.js";
import { derived } from "./expressions/derived.js";
import type { FieldUse } from "./expressions/field-use.js";
import { testOfValue, valueOfTest } from "./expressions/flag.js";
import { earliest, latest, type Parts, sum } from "./expressions/fold.js";
import { constant, field, scalar } from "./expressions/leaf.js";
import { rising, risingAndFalling, risingInBoth } from "./expressions/monotone.js";
import { product } from "./expressions/product.js";
import { count, some } from "./expressions/quantifier.js";
import type { Each, Rows } from "./expressions/rows.js";
import { select } from "./expressions/select.js";
import type { Condition, Conditions, Each as EachExpression, Expression, ListFact, Operand } from "./model.js";
import { boundsOf, fieldIndex, type Name, type Names, type ValueType, valueType } from "./names.js";
import type { Test, Value } from "./node.js";
import { operators } from "./operators/all.js";
import { compare } from "./operators/compare.js";
import { isIn } from "./operators/membership.js";

export interface Compiler {
  expression(expression: Expression): Value;
  test(conditions: Conditions): Test;
  /** How the fields of each list are used by all that was compiled, by the list's number. */
  readonly uses: readonly (readonly FieldUse[])[];
}

/** A typed operand: what it is worth and how a literal beside it is to be read. */
interface Typed {
  readonly value: Value;
  readonly type: ValueType;
}

/**
 * INVARIANT: the pack is checked, so every name resolves, types fit and derived facts have no cycle.
 * @throws Error naming the reference, where that does not hold
 */
export function compilerOf(names: Names): Compiler {
  const derivedValues = new Map<string, Value>();
  const uses = names.lists.map((list) => list.fields.map((type): FieldUse => ({ type, cuts: [], folded: false })));
  return { expression: (expression) => toValue(expression, null), test: (conditions) => toTest(conditions, null), uses };

  function toValue(expression: Expression, list: ListFact | null): Value {
    if (typeof expression !== "object") return literal(expression, { type: "date" });
    if ("fact" in expression || "field" in expression) return operand(expression, list).value;
    const of = (part: Expression) => toValue(part, list);
    switch (expression.op) {
      case "wholeYears":
        return risingAndFalling((to, from) => wholeYears(from, to), of(expression.to), of(expression.from));
      case "addYears":
        return risingInBoth(addYears, of(expression.date), of(expression.years));
      case "subtractYears":
        return risingAndFalling(subtractYears, of(expression.date), of(expression.years));
      case "addDays":
        return risingInBoth((date, days) => date + days, of(expression.date), of(expression.days));
      case "startOfYear":
        return rising(startOfYear, of(expression.date));
      case "yearOf":
        return rising(yearOf, of(expression.date));
      case "latest":
        return latest(parts(expression.of, list));
      case "earliest":
        return earliest(parts(expression.of, list));
      case "sum":
        return sum(parts(expression.of, list));
      case "difference":
        return risingAndFalling((from, less) => from - less, of(expression.of), of(expression.less));
      case "product":
        return expression.of.map(of).reduce(product);
      case "select": {
        const by = named(expression.by.fact);
        const values = by.type.type === "enum" ? by.type.values : [];
        return select(
          operand(expression.by, list).value,
          values.map((value) => of(expression.cases[value] as Expression)),
        );
      }
      case "count":
        return count(rows(expression.list, expression.where));
      case "some":
        return valueOfTest(some(rows(expression.list, expression.where)));
      case "every":
        return valueOfTest(not(some(rows(expression.list, { not: expression.where }))));
    }
  }

  function parts(of: readonly (Expression | EachExpression)[], list: ListFact | null): Parts {
    const values: Value[] = [];
    const each: Each[] = [];
    for (const part of of) {
      if (typeof part === "object" && "op" in part && part.op === "each") each.push(eachOf(part));
      else values.push(toValue(part, list));
    }
    return { values, each };
  }

  function eachOf(part: EachExpression): Each {
    const { list, fact } = listOf(part.list);
    const index = fieldIndex(fact, part.field);
    useOf(list, index).folded = true;
    const isTied = comparedFields(part.where).includes(part.field);
    return { ...rows(part.list, part.where), isTied, field: field(list, index, boundsOf(fieldAt(fact, index))) };
  }

  function rows(name: string, where: Conditions | undefined): Rows {
    const { list, fact } = listOf(name);
    return {
      list,
      maxItems: fact.maxItems,
      where: where === undefined ? null : toTest(where, fact),
      repeated: repeatedFields(where).map((field) => ({
        field: fieldIndex(fact, field),
        use: useOf(list, fieldIndex(fact, field)),
      })),
      unknownRow: { list, index: -1, cells: new Array<number>(fact.fields.length).fill(Number.NaN) },
    };
  }

  function toTest(condition: Condition, list: ListFact | null): Test {
    if ("all" in condition) return all(condition.all.map((part) => toTest(part, list)));
    if ("any" in condition) return any(condition.any.map((part) => toTest(part, list)));
    if ("not" in condition) return not(toTest(condition.not, list));
    const left = operand(condition, list);
    const { operator, value } = condition;
    const use = "field" in condition && list !== null ? useOf(listOf(list.name).list, fieldIndex(list, condition.field)) : null;
    if (operator === "in" || operator === "notIn") {
      use?.cuts.push(left.value);
      const member = isIn(left.value, members(left.type, value));
      return operator === "in" ? member : not(member);
    }
    if (left.type.type === "boolean" && typeof value === "boolean") {
      use?.cuts.push(left.value);
      const test = testOfValue(left.value);
      return (operator === "equal") === value ? test : not(test);
    }
    const right = typeof value === "object" ? operand(value as { fact: string }, list).value : literal(value, left.type);
    use?.cuts.push(right);
    const declared = operators.get(operator);
    if (declared === undefined) throw new Error(`no operator \`${operator}\``);
    return compare(declared, left.value, right);
  }

  function operand(reference: Exclude<Operand, number | boolean | string>, list: ListFact | null): Typed {
    if ("field" in reference) {
      if (list === null) throw new Error(`field \`${reference.field}\` outside a list`);
      const index = fieldIndex(list, reference.field);
      const declared = fieldAt(list, index);
      return { value: field(listOf(list.name).list, index, boundsOf(declared)), type: valueType(declared) };
    }
    const name = named(reference.fact);
    return { value: valueOfNamed(name), type: name.type };
  }

  function valueOfNamed(name: Name): Value {
    switch (name.source) {
      case "as-of":
      case "given":
      case "interpretation":
        return scalar(name.slot, name.bounds);
      case "parameter":
        return constant(typeof name.parameter.value === "number" ? name.parameter.value : Number.NaN);
      case "derived": {
        const known = derivedValues.get(name.name);
        if (known !== undefined) return known;
        const value = derived(name.slot, toValue(name.derived.expression, null));
        derivedValues.set(name.name, value);
        return value;
      }
      case "given-list":
        throw new Error(`list \`${name.name}\` used as a value`);
    }
  }

  function members(type: ValueType, value: unknown): ReadonlySet<number> {
    const given =
      typeof value === "object" && value !== null && "fact" in value
        ? named(String(value.fact)).type
        : ({ type: "members", values: value as readonly string[] } as const);
    const values = given.type === "members" ? given.values : [];
    return new Set(values.map((member) => (type.type === "enum" ? type.values.indexOf(member) : -1)));
  }

  function useOf(list: number, field: number): FieldUse {
    const use = uses[list]?.[field];
    if (use === undefined) throw new Error(`list ${list} has no field ${field}`);
    return use;
  }

  function named(name: string): Name {
    const found = names.byName.get(name);
    if (found === undefined) throw new Error(`no fact \`${name}\``);
    return found;
  }

  function listOf(name: string): { readonly list: number; readonly fact: ListFact } {
    const found = named(name);
    if (found.source !== "given-list") throw new Error(`\`${name}\` is no list`);
    return { list: found.list, fact: found.fact };
  }
}

/** Fields that a condition compares more than once. */
function repeatedFields(where: Conditions | undefined): readonly string[] {
  const met = comparedFields(where);
  return [...new Set(met.filter((field, index) => met.indexOf(field) !== index))];
}

/** Fields that a condition compares, as often as it does. */
function comparedFields(where: Conditions | undefined): readonly string[] {
  const met: string[] = [];
  const walk = (condition: Condition): void => {
    if ("all" in condition) condition.all.forEach(walk);
    else if ("any" in condition) condition.any.forEach(walk);
    else if ("not" in condition) walk(condition.not);
    else if ("field" in condition) met.push(condition.field);
  };
  if (where !== undefined) walk(where);
  return met;
}

function fieldAt(list: ListFact, index: number): ListFact["fields"][number] {
  const declared = list.fields[index];
  if (declared === undefined) throw new Error(`list \`${list.name}\` has no such field`);
  return declared;
}

function literal(value: number | boolean | string, type: ValueType): Value {
  if (typeof value === "number") return constant(value);
  if (typeof value === "boolean") return constant(value ? 1 : 0);
  if (type.type === "enum") return constant(type.values.indexOf(value));
  return constant(parseDate(value) ?? Number.NaN);
}
