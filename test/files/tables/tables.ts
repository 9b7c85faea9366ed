/** Tables of random shape, with the texts that formats trip over. */
import * as fc from "fast-check";
import type { OutColumn, OutRow } from "../../../src/files/tables/out-table.js";

export interface RandomTable {
  readonly columns: readonly OutColumn[];
  readonly rows: readonly OutRow[];
}

/** Quotes, ends of lines, formulas, escapes, Chinese, emoji, control characters, what XML cannot hold; anything else. */
const trips = fc.constantFrom(
  '"',
  ",",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "=1+1",
  "+",
  "-",
  "@",
  "'",
  "_x0041_",
  "_x005F_",
  "&lt;",
  "<",
  "]]>",
  "单位甲",
  "🏆",
  " ",
  "\u0000",
  "\u000b",
  "\ufffe",
  "\ufeff",
  "0",
  "",
);

export const text = fc.oneof(
  fc.array(fc.oneof(trips, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 6 }).map((parts) => parts.join("")),
  trips,
);

/** Numbers of at most 15 digits, as numbers and as bigints. */
const integer = fc.oneof(
  fc.integer(),
  fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
  fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
);

const column = fc.record({ type: fc.constantFrom("text", "integer", "decimal"), scale: fc.integer({ min: 0, max: 6 }) });

export const table: fc.Arbitrary<RandomTable> = fc.array(column, { minLength: 1, maxLength: 5 }).chain((shapes) => {
  const columns = shapes.map(
    ({ type, scale }, index): OutColumn => ({
      name: `c${index}`,
      label: { zh: `第 ${index} 列`, en: `column "${index}"` },
      type,
      ...(type === "decimal" ? { scale } : {}),
    }),
  );
  const row = fc.tuple(
    ...columns.map(({ type }) => fc.option<string | number | bigint>(type === "text" ? text : integer, { nil: null, freq: 6 })),
  );
  return fc.array(row, { maxLength: 8 }).map((rows) => ({ columns, rows }));
});

/** What a number of a column is, by way of its digits and not of a product. */
export function numberOf({ scale = 0 }: OutColumn, value: number | bigint): number {
  return Number(`${value}e-${scale}`);
}
