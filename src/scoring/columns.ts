/** What the columns of a table of sheets hold, by their headings. */
import { type Criteria, itemsOf } from "../kernel/criteria.js";
import type { Text } from "../kernel/model.js";
import { nearest } from "../kernel/nearest.js";
import type { Column } from "./batch.js";

export type NameColumn = "applicant" | "reviewer" | "stage";

export type ColumnFault =
  /** A heading that is written as a clause, and is none of the criteria; or begins with one of them, and not with its title. */
  | ({ readonly code: "unknown-clause"; readonly column: number; readonly heading: string } & UnknownClause)
  | { readonly code: "column-twice"; readonly column: number; readonly heading: string; readonly first: number }
  /** An item, or the applicant, for which there is no column; with a heading that may be meant. */
  | { readonly code: "no-column"; readonly wanted: string; readonly near: string | null }
  /** A heading that a caller said holds something, and does not stand in the table. */
  | { readonly code: "unknown-heading"; readonly heading: string; readonly near: string | null };

/** What may be meant by a heading that is no clause. */
export interface UnknownClause {
  readonly near: string | null;
  /** The item whose clause it begins with, and whose title is another. */
  readonly titled: { readonly clause: string; readonly title: Text } | null;
}

export type MappedColumns =
  | {
      readonly ok: true;
      readonly columns: readonly Column[] /** Headings that hold nothing of ours. */;
      readonly unread: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly ColumnFault[] };

/** Headings of names, as examiners write them. */
const NAMES: Readonly<Record<NameColumn, readonly string[]>> = {
  applicant: ["applicant", "applicant id", "申报单位", "申报单位名称", "单位", "单位名称", "企业", "企业名称"],
  reviewer: ["reviewer", "reviewer id", "examiner", "评审员", "评审专家", "专家", "专家姓名"],
  stage: ["stage", "阶段", "评审阶段"],
};

/**
 * @param headings as they stand in the table
 * @param given headings by what they hold, a clause or the name of a name column, where they say it in other words
 * @returns the columns; or every heading that cannot be what it seems, and everything there is no heading for
 */
export function mapColumns(
  headings: readonly string[],
  criteria: Criteria,
  given: ReadonlyMap<string, string> = new Map(),
): MappedColumns {
  const items = itemsOf(criteria);
  const meanings = meaningsWith(criteria, given);
  const faults: ColumnFault[] = [...given].flatMap(([meant, heading]) => faultsOfGiven(meant, heading, headings, meanings));
  const first = new Map<Column, number>();
  const columns = headings.map((heading, column): Column => {
    const meant = meaningOf(heading, meanings);
    if (meant === undefined) {
      if (isLikeClause(heading)) faults.push({ code: "unknown-clause", column, heading, ...unknownClause(heading, items) });
      return null;
    }
    if (meant === null) return null;
    const before = first.get(meant);
    if (before !== undefined) faults.push({ code: "column-twice", column, heading, first: before });
    first.set(meant, before ?? column);
    return meant;
  });
  const unread = headings.filter((_, column) => columns[column] === null);
  const wanted = [...items.map(({ clause, title }, item) => ({ column: item as Column, clause, title: title.zh })), APPLICANT];
  for (const { column, clause, title } of wanted) {
    if (first.has(column)) continue;
    faults.push({ code: "no-column", wanted: `${clause} ${title}`, near: nearest(title, unread) ?? nearest(clause, unread) });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, columns, unread };
}

const APPLICANT = { column: "applicant" as Column, clause: "applicant", title: "申报单位" };

/** Headings one by one, where there is no header to read them from: the keys of a record. */
export interface HeadingMeanings {
  /** What stands under it: `undefined` where criteria know no such heading, `null` where no score does, such as a category's sum. */
  meaningOf(heading: string): Column | undefined;
  isLikeClause(heading: string): boolean;
  unknownClause(heading: string): UnknownClause;
}

/** @param given as `mapColumns` takes them */
export function headingMeanings(criteria: Criteria, given: ReadonlyMap<string, string> = new Map()): HeadingMeanings {
  const meanings = meaningsWith(criteria, given);
  const items = itemsOf(criteria);
  return {
    meaningOf: (heading) => meaningOf(heading, meanings),
    isLikeClause,
    unknownClause: (heading) => unknownClause(heading, items),
  };
}

/** By heading: `null` for what criteria know and no score stands in, such as the sum of a category. */
type Meanings = Map<string, Column>;

function meaningsWith(criteria: Criteria, given: ReadonlyMap<string, string>): Meanings {
  const meanings = meaningsOf(criteria);
  for (const [meant, heading] of given) {
    const column = meanings.get(plain(meant));
    if (column !== undefined) meanings.set(plain(heading), column);
  }
  return meanings;
}

function meaningsOf(criteria: Criteria): Meanings {
  const meanings: Meanings = new Map();
  for (const { clause, title } of criteria.categories) for (const name of namesOf(clause, title)) meanings.set(name, null);
  for (const [item, { clause, title }] of itemsOf(criteria).entries())
    for (const name of namesOf(clause, title)) meanings.set(name, item);
  for (const [name, words] of Object.entries(NAMES)) for (const word of words) meanings.set(word, name as NameColumn);
  return meanings;
}

/** A clause, a title, or one before the other. */
function namesOf(clause: string, { zh, en }: { readonly zh: string; readonly en: string }): readonly string[] {
  return [clause, zh, en, `${clause} ${zh}`, `${clause}${zh}`, `${clause} ${en}`].map(plain);
}

function meaningOf(heading: string, meanings: Meanings): Column | undefined {
  return meanings.get(plain(heading));
}

function faultsOfGiven(meant: string, heading: string, headings: readonly string[], meanings: Meanings): readonly ColumnFault[] {
  if (!meanings.has(plain(meant)))
    return [{ code: "unknown-clause", column: -1, heading: meant, near: nearest(meant, meanings.keys()), titled: null }];
  if (headings.some((other) => plain(other) === plain(heading))) return [];
  return [{ code: "unknown-heading", heading, near: nearest(heading, headings) }];
}

/** Without what differs between keyboards: full-width letters, case, spaces at the ends and doubled. */
export function plain(heading: string): string {
  return heading
    .normalize("NFKC")
    .replace(/^\uFEFF/, "")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase();
}

function unknownClause(heading: string, items: ReturnType<typeof itemsOf>): UnknownClause {
  const written = plain(heading);
  const [number = ""] = /^\d+(\.\d+)+/.exec(written) ?? [];
  const titled = written === number ? undefined : items.find(({ clause }) => clause === number);
  const near = nearest(
    written,
    items.map(({ clause }) => clause),
  );
  return { near, titled: titled === undefined ? null : { clause: titled.clause, title: titled.title } };
}

function isLikeClause(heading: string): boolean {
  return /^\d+(\.\d+)+\b/.test(plain(heading));
}
