/** Points as they are, beside columns that round them: two whole numbers, one over the other, in lowest terms. */
import type { Text } from "../../kernel/model.js";
import { type Fraction, reduced } from "../../scoring/fractions.js";
import type { OutColumn, OutRow } from "../tables/out-table.js";

/** @param name of the rounded column */
export function exactColumns(name: string, { zh, en }: Text): readonly OutColumn[] {
  return [
    { name: `${name}Over`, label: { zh: `${zh}（分子）`, en: `${en}: numerator` }, type: "integer" },
    { name: `${name}Under`, label: { zh: `${zh}（分母）`, en: `${en}: denominator` }, type: "integer" },
  ];
}

/** @param value in points over `top`; `null` for none */
export function exactCells(value: Fraction | null, top: number): OutRow {
  if (value === null) return [null, null];
  const { over, under } = reduced({ over: value.over, under: value.under * BigInt(top) });
  return [over, under];
}
