/** Faults of a header, those of one cause as one. */
import { type Criteria, itemsOf } from "../../kernel/criteria.js";
import type { ColumnFault } from "../../scoring/columns.js";

export type HeaderFault =
  | ColumnFault
  /** Most of the columns that are needed are lacking: what was taken for the header is likely none. */
  | { readonly code: "wrong-header"; readonly headings: readonly string[] }
  /** All that lack and have nothing near them, by clause or name. */
  | { readonly code: "no-columns"; readonly wanted: readonly string[] };

/** @param headings those of the row that was taken for the header */
export function headerFaults(
  faults: readonly ColumnFault[],
  headings: readonly string[],
  criteria: Criteria,
): readonly HeaderFault[] {
  const lacking = faults.filter((fault) => fault.code === "no-column");
  const needed = itemsOf(criteria).length + 1;
  if (2 * lacking.length <= needed) return faults;
  const alone = lacking.filter(({ near }) => near === null);
  const wanted = alone.map((fault) => fault.wanted.split(" ")[0] as string);
  const others = faults.filter((fault) => fault.code !== "no-column" || fault.near !== null);
  return [
    { code: "wrong-header", headings },
    ...others,
    ...(wanted.length === 0 ? [] : [{ code: "no-columns" as const, wanted }]),
  ];
}
