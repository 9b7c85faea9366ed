/** The values of a question: facts as the caller gave them, derived facts computed when first asked for. */
import type { JsonValue } from "../kernel/answer.js";
import type { Name, Names } from "../kernel/names.js";
import { evaluate } from "./derive.js";
import { unknownBeneath } from "./needs.js";
import type { Cells, Values } from "./values.js";

/** @param facts as the caller gave them, found sound */
export function valuesOf(
  names: Names,
  facts: Readonly<Record<string, unknown>>,
  readings: ReadonlyMap<string, string>,
  asOf: string,
): Values {
  const computed = new Map<string, JsonValue>();
  const values: Values = { names, readings, value, rows: (list) => value(list) as readonly Cells[] | null };
  return values;

  function value(name: string): JsonValue {
    const known = computed.get(name);
    if (known !== undefined) return known;
    const found = compute(names.byName.get(name) as Name);
    computed.set(name, found);
    return found;
  }

  function compute(name: Name): JsonValue {
    switch (name.source) {
      case "as-of":
        return asOf;
      case "given":
        return scalar(own(facts, name.name));
      case "given-list": {
        const rows = own(facts, name.name);
        if (!Array.isArray(rows)) return null;
        return rows.map((row) => Object.fromEntries(name.fact.fields.map((field) => [field.name, scalar(own(row, field.name))])));
      }
      case "parameter":
        return name.parameter.value;
      case "interpretation":
        return readings.get(name.name) ?? null;
      case "derived": {
        const { expression } = name.derived;
        return unknownBeneath(expression, values).length > 0 ? null : evaluate(expression, values);
      }
    }
  }
}

/** A finding may come wrapped: `{ value, by?, evidence? }`. */
function scalar(given: unknown): JsonValue {
  if (given === undefined || given === null) return null;
  if (typeof given === "object") return scalar(own(given, "value"));
  return typeof given === "number" ? given + 0 : (given as JsonValue);
}

function own(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
}
