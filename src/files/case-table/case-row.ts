/** A row of a table of cases into a case; everything wrong with it at once, each at its column. */
import type { Case, ExpectedDecision } from "../../audit/case.js";
import { caseFailure } from "../../audit/case-failure.js";
import { provisionNamed } from "../../audit/provision-named.js";
import { UNDETERMINED } from "../../kernel/outcome.js";
import { readQuestion } from "../../kernel/question.js";
import { isUnread, type TableRow } from "../tables/table.js";
import { HEAD_LABELS, type Head } from "./case-columns.js";
import { type CellProblem, describeCell } from "./cell-failure.js";
import { choiceOf } from "./choice.js";
import { factsOf } from "./facts-of-row.js";
import { readDay } from "./read-value.js";
import type { PlacedCell, RowContext } from "./row-context.js";
import type { TableCaseFailure } from "./table-case-failure.js";

/**
 * @param above columns in which something stands in a row above
 * @returns `case` is `null` where something is wrong
 */
export function readCaseRow(
  context: RowContext,
  row: TableRow,
  above: ReadonlySet<number>,
): { readonly case: Case | null; readonly failures: readonly TableCaseFailure[] } {
  const failures: TableCaseFailure[] = [];
  const add = (column: number | null, failure: Omit<TableCaseFailure, "pointer" | "column">) => {
    failures.push({ pointer: "", ...failure, ...(column === null ? {} : { column }) });
  };
  const wrong = (column: number, problem: CellProblem) =>
    add(column, { code: problem.code, ...("found" in problem ? { found: problem.found } : {}), message: describeCell(problem) });

  const cells = filledCells(context, row, wrong, add);
  const heads = headCells(context, cells);
  const sentence = needed("case");
  const decision = needed("decision");
  const plan = decision === null ? undefined : planNamed(decision);
  const asOfCell = needed("asOf");
  const asOf = asOfCell === null ? null : readAsOf(asOfCell);
  const expect = plan === undefined ? null : readExpectation(plan.declaration.outcomes);
  const comment = heads.get("comment");
  const { facts, interpretations, places } = factsOf(context, cells, wrong);
  if (plan !== undefined && asOf !== null) checkQuestion(plan.declaration.name, asOf);
  if (failures.length > 0 || sentence === null || plan === undefined || asOf === null || expect === null) {
    return { case: null, failures };
  }
  const question = { decision: plan.declaration.name, asOf, facts, ...(isEmpty(interpretations) ? {} : { interpretations }) };
  const said = comment === undefined ? {} : { comment: String(comment.cell).trim() };
  return { case: { case: String(sentence.cell).trim(), ...said, ...question, expect }, failures };

  function needed(head: Head): PlacedCell | null {
    const found = heads.get(head);
    if (found !== undefined) return found;
    // A column that lacks is told once, not in every row.
    const column = columnOf(context, head);
    if (column >= 0) wrong(column, { code: "empty-cell", wanted: HEAD_LABELS[head], isBelow: above.has(column) });
    return null;
  }

  function planNamed({ column, cell }: PlacedCell) {
    const { decisions } = context.award.files.pack;
    const found = String(cell).trim();
    const choice = choiceOf(
      found,
      decisions.map(({ name, title }) => ({ name, label: title })),
    );
    if (choice.ok) return context.award.plans.get(choice.name);
    wrong(column, { code: "not-a-choice", found, known: choice.known, near: choice.near });
    return undefined;
  }

  function readAsOf({ column, cell }: PlacedCell): string | null {
    const day = readDay(cell, true);
    if (day.ok) return String(day.value);
    wrong(column, day.problem);
    return null;
  }

  function readExpectation(outcomes: Parameters<typeof choiceOf>[1]): ExpectedDecision | null {
    const outcome = heads.get("outcome");
    const cited = heads.get("provision");
    const column = columnOf(context, "outcome");
    if (outcome === undefined && column >= 0) wrong(column, { code: "no-outcome", isBelow: above.has(column) });
    const found = String(outcome?.cell ?? "").trim();
    const choice = outcome === undefined ? null : choiceOf(found, [...outcomes, OPEN]);
    if (choice !== null && !choice.ok) {
      wrong(column, { code: "not-a-choice", found, known: choice.known, near: choice.near });
    }
    const provision = cited === undefined ? null : readProvision(cited);
    if (choice?.ok !== true) return null;
    return { outcome: choice.name, ...(provision === null ? {} : { provision }) };
  }

  function readProvision({ column, cell }: PlacedCell): string | null {
    const name = String(cell).trim();
    const named = provisionNamed(context.provisions, name);
    if (named.ok) return named.eId;
    const { code, message } = caseFailure("", { code: "unknown-provision", name, near: named.near });
    add(column, { code, found: name, message });
    return null;
  }

  /** What the kernel has against the values, told at the cell each came from. */
  function checkQuestion(decisionName: string, day: string): void {
    const read = readQuestion(context.award, { decision: decisionName, asOf: day, facts, interpretations });
    if (!Array.isArray(read)) return;
    for (const { pointer, ...failure } of read) {
      add(pointer === "/asOf" ? columnOf(context, "asOf") : (placeOf(pointer, places) ?? null), failure);
    }
  }
}

/** As every decision may come out where facts are missing. */
export const OPEN = { name: UNDETERMINED, label: { zh: "未定", en: "undetermined" } };

function filledCells(
  { columns }: RowContext,
  row: TableRow,
  wrong: (column: number, problem: CellProblem) => void,
  add: (column: number, failure: Omit<TableCaseFailure, "pointer" | "column">) => void,
): readonly PlacedCell[] {
  return row.cells.flatMap((cell, column): readonly PlacedCell[] => {
    if (columns[column] === "wrong" || cell === null || (typeof cell === "string" && cell.trim() === "")) return [];
    if (isUnread(cell)) {
      const { code, message } = cell.failure;
      add(column, { code, message });
    } else if (columns[column] === null || columns[column] === undefined) {
      wrong(column, { code: "no-heading", found: String(cell).trim() });
    } else return [{ column, cell }];
    return [];
  });
}

function headCells({ columns }: RowContext, cells: readonly PlacedCell[]): ReadonlyMap<Head, PlacedCell> {
  return new Map(
    cells.flatMap((placed) => {
      const column = columns[placed.column];
      return typeof column === "object" && column?.is === "head" ? [[column.head, placed] as const] : [];
    }),
  );
}

function columnOf({ columns }: RowContext, head: Head): number {
  return columns.findIndex((column) => typeof column === "object" && column?.is === "head" && column.head === head);
}

/** The column of the longest pointer at or above this one. */
function placeOf(pointer: string, places: ReadonlyMap<string, number>): number | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const column = places.get(at);
    if (column !== undefined) return column;
  }
  return undefined;
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
