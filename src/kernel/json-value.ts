/** Values of the state as JSON, the way a caller writes them. */
import type { JsonValue } from "./answer.js";
import { formatDate } from "./date.js";
import type { Name, ValueType } from "./names.js";
import type { State } from "./state.js";

/** @returns `null` where the number is `NaN`, unknown */
export function jsonOf(value: number, type: ValueType): JsonValue {
  if (value !== value) return null;
  switch (type.type) {
    case "boolean":
      return value === 1;
    case "date":
      return formatDate(value);
    case "enum":
      return type.values[value] ?? null;
    default:
      return value;
  }
}

/** The value of a name; a list as its rows with every field, `null` where unknown. */
export function valueOfName(name: Name, state: State): JsonValue {
  if (name.source === "parameter") return name.parameter.value;
  if (name.source === "given-list") {
    const rows = state.lists[name.list];
    if (rows === null || rows === undefined) return null;
    return rows.map(({ cells }) => {
      const row: Record<string, JsonValue> = {};
      name.fields.forEach((type, index) => {
        row[type.name] = jsonOf(cells[index] as number, type.type);
      });
      return row;
    });
  }
  return jsonOf(state.scalars[name.slot] as number, name.type);
}
