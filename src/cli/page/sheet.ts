/** What the sections of a page are written with: the screen, the award, and its provisions as people cite them. */
import { labelOf, type Provision, provisionsOf } from "../../audit/provisions.js";
import type { Award } from "../../kernel/award.js";
import { type Screen, say } from "../screen.js";
import { padEnd, widthOf } from "../width.js";

export interface Sheet {
  readonly screen: Screen;
  readonly award: Award;
  readonly provisions: ReadonlyMap<string, Provision>;
}

export function sheetOf(screen: Screen, award: Award): Sheet {
  return { screen, award, provisions: provisionsOf(award.files.law) };
}

/** `art. 10 (1)` */
export function cite({ screen, provisions }: Sheet, eId: string): string {
  return say(screen, labelOf(provisions, eId));
}

/** The words of the law, always in the law's language; in marks that they do not hold themselves. */
export function quoted(quote: string): string {
  return /[“”]/.test(quote) ? `「${quote}」` : `“${quote}”`;
}

/** Rows in columns, each as wide as its widest cell; the last column is left ragged. */
export function columns(rows: readonly (readonly string[])[], gap = 2): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : padEnd(cell, (widths[column] ?? 0) + gap)))
      .join("")
      .trimEnd(),
  );
}
