/** What the sections of a selection have in common: rows of applicants, values, ranks, and the law's words below a heading. */
import type { Applicant, Ranked } from "../../../selection/answer.js";
import { block, heading, type Screen } from "../../screen.js";
import { padEnd, widthOf } from "../../width.js";
import { cite, quoted, type Sheet } from "../sheet.js";

/** An applicant's row. */
export interface Row {
  /** One column wide, painted. */
  readonly mark: string;
  /** Right-aligned but for the last. */
  readonly cells: readonly string[];
  /** Last, where there is room, and on a line of its own where there is none. */
  readonly label: string;
}

export function rowLines(screen: Screen, rows: readonly Row[]): readonly string[] {
  const { width, paint } = screen;
  const widths = (rows[0]?.cells ?? []).map((_, at) => Math.max(...rows.map(({ cells }) => widthOf(cells[at] ?? ""))));
  const laid = rows.map(({ mark, cells, label }) => {
    const padded = cells.map((cell, at) => (at === cells.length - 1 ? padEnd : padStart)(cell, widths[at] ?? 0));
    return { line: `  ${mark} ${padded.join("  ")}`, label };
  });
  if (laid.every(({ line, label }) => widthOf(line) + 2 + widthOf(label) <= width)) {
    return laid.map(({ line, label }) => `${line}  ${label}`);
  }
  return laid.flatMap(({ line, label }) => [line.trimEnd(), ...block(screen, 6, label, { style: paint.dim })]);
}

/** `612.50`, `533.89–543.49` while scores are missing, `–` for none. */
export function valueInShort({ value, range }: Ranked): string {
  if (value !== null) return value.text;
  return range === undefined ? "–" : `${range.least.text}–${range.greatest.text}`;
}

export function rankInShort({ rank, ranks }: Ranked): string {
  if (rank !== null) return String(rank);
  return ranks === undefined ? "–" : `${ranks.best}–${ranks.worst}`;
}

/** The id and the name of each, as one reads them. */
export function labelsOf(applicants: readonly Applicant[]): (id: string) => string {
  const names = new Map(applicants.map(({ id, name }) => [id, name]));
  return (id) => {
    const name = names.get(id);
    return name === undefined || name === id ? id : `${id} ${name}`;
  };
}

/** A heading, and the words of the law that what stands below it rests on. */
export function lawHeading(
  sheet: Sheet,
  title: { readonly zh: string; readonly en: string },
  law: { readonly provision: string; readonly quote: string },
): readonly string[] {
  return [...heading(sheet.screen, title), ...lawLines(sheet, 2, law)];
}

export function lawLines(
  sheet: Sheet,
  indent: number,
  { provision, quote }: { readonly provision: string; readonly quote: string },
): readonly string[] {
  return block(sheet.screen, indent, `${cite(sheet, provision)} ${quoted(quote)}`, { style: sheet.screen.paint.cyan });
}

function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}
