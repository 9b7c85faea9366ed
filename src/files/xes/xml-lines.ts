/** Elements of XES as lines of XML. */
import type { AttributeType } from "./document.js";
import { timestampOf } from "./timestamp.js";
import { attributeText } from "./xml-text.js";

/** An element that holds others, indented below it. */
export function holding(
  tag: string,
  lines: readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): readonly string[] {
  const opening = `${tag}${attributesOf(attributes)}`;
  if (lines.length === 0) return [`<${opening}/>`];
  return [`<${opening}>`, ...lines.map((line) => `  ${line}`), `</${tag}>`];
}

export function alone(tag: string, attributes: Readonly<Record<string, string>>): string {
  return `<${tag}${attributesOf(attributes)}/>`;
}

export function string(key: string, value: string): string {
  return valued("string", key, value);
}

/** @param day `YYYY-MM-DD`, of which the first moment is written */
export function date(key: string, day: string): string {
  return valued("date", key, timestampOf(day));
}

/** @param value a whole number, which keeps its sign where it is zero */
export function int(key: string, value: number): string {
  return valued("int", key, Object.is(value, -0) ? "-0" : String(value));
}

export function boolean(key: string, value: boolean): string {
  return valued("boolean", key, String(value));
}

export function list(key: string, items: readonly string[]): readonly string[] {
  const values = holding(
    "values",
    items.map((item) => string("qak:item", item)),
  );
  return holding("list", values, { key });
}

function valued(type: AttributeType, key: string, value: string): string {
  return alone(type, { key, value });
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${attributeText(value)}"`)
    .join("");
}
