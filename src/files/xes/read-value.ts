/** What an attribute of XES says, as JSON. */
import type { Problem } from "../../kernel/failure.js";
import type { XesAttribute } from "./document.js";
import { parseTimestamp } from "./timestamp.js";

export type Value = string | number | boolean | readonly Value[];

export type Valued = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

/** A time becomes its civil day, a list the values of its items. */
export function readValue({ type, value: written, items }: XesAttribute): Valued {
  const text = written.trim();
  const wrong: Valued = { ok: false, problem: { code: "not-of-type", found: written, type } };
  switch (type) {
    case "string":
    case "id":
      return valued(written);
    case "boolean": {
      const value = BOOLEANS.get(text);
      return value === undefined ? wrong : valued(value);
    }
    case "int":
      if (!INTEGER.test(text)) return wrong;
      return Number.isSafeInteger(Number(text)) ? valued(Number(text)) : rounded(text);
    case "float":
      return DECIMAL.test(text) && Number.isFinite(Number(text)) ? valued(Number(text)) : wrong;
    case "date": {
      const time = parseTimestamp(text);
      return time === null ? { ok: false, problem: { code: "not-a-time", found: written } } : valued(time.day);
    }
    case "list":
      return listed(items);
  }
}

function valued(value: Value): Valued {
  return { ok: true, value };
}

function rounded(token: string): Valued {
  return { ok: false, problem: { code: "rounded-number", token } };
}

function listed(items: readonly XesAttribute[]): Valued {
  const values: Value[] = [];
  for (const item of items) {
    const read = readValue(item);
    if (!read.ok) return read;
    values.push(read.value);
  }
  return valued(values);
}
