/** The facts of a row, members of lists put together, and the readings it chooses; what is empty is not known. */
import { pointerStep } from "../../kernel/failure.js";
import type { ListFact } from "../../kernel/model.js";
import { parseJson } from "../parse-json.js";
import type { CaseColumn } from "./case-columns.js";
import type { CellProblem } from "./cell-failure.js";
import { choiceOf, sameText } from "./choice.js";
import { type FilledCell, readValue } from "./read-value.js";
import type { PlacedCell, RowContext } from "./row-context.js";

export interface RowFacts {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly interpretations: Readonly<Record<string, string>>;
  /** The column of each value, by its pointer into the question. */
  readonly places: ReadonlyMap<string, number>;
}

type Wrong = (column: number, problem: CellProblem) => void;
type MemberColumn = Extract<CaseColumn, { is: "member" }>;

const NONE = ["none", "无", "没有", "[]"];

export function factsOf({ columns, headings }: RowContext, cells: readonly PlacedCell[], wrong: Wrong): RowFacts {
  const facts: Record<string, unknown> = {};
  const interpretations: Record<string, string> = {};
  const places = new Map<string, number>();
  const members: (PlacedCell & { readonly of: MemberColumn })[] = [];
  for (const { column, cell } of cells) {
    const of = columns[column];
    if (typeof of !== "object" || of === null) continue;
    if (of.is === "fact") setFact(of, column, cell);
    else if (of.is === "list") setList(of.fact, column, cell);
    else if (of.is === "member") members.push({ column, cell, of });
    else if (of.is === "interpretation") setReading(of, column, cell);
  }
  for (const list of new Set(members.map(({ of }) => of.fact))) setMembers(list);
  return { facts, interpretations, places };

  function setFact({ fact }: Extract<CaseColumn, { is: "fact" }>, column: number, cell: FilledCell): void {
    const read = readValue(fact, cell);
    places.set(`/facts/${fact.name}`, column);
    if (read.ok) facts[fact.name] = read.value;
    else wrong(column, read.problem);
  }

  function setList({ name }: ListFact, column: number, cell: FilledCell): void {
    const read = readList(cell);
    places.set(`/facts/${name}`, column);
    if (read.ok) facts[name] = read.value;
    else wrong(column, read.problem);
  }

  function setReading({ interpretation }: Extract<CaseColumn, { is: "interpretation" }>, column: number, cell: FilledCell): void {
    const found = String(cell).trim();
    const choice = choiceOf(found, interpretation.readings);
    places.set(`/interpretations/${interpretation.name}`, column);
    if (choice.ok) interpretations[interpretation.name] = choice.name;
    else wrong(column, { code: "not-a-choice", found, known: choice.known, near: choice.near });
  }

  /** Members by their numbers; one of which nothing is filled in is none. */
  function setMembers(list: ListFact): void {
    const own = members.filter(({ of }) => of.fact === list);
    const at = `/facts/${list.name}`;
    const whole = places.get(at);
    if (whole !== undefined) {
      const heading = headings[own[0]?.column ?? 0] ?? "";
      wrong(whole, { code: "list-and-members", heading: heading.trim() });
      return;
    }
    const numbers = [...new Set(own.map(({ of }) => of.number))].sort((a, b) => a - b);
    facts[list.name] = numbers.map((number, index) => {
      const cellsOf = own.filter(({ of }) => of.number === number);
      return Object.fromEntries(cellsOf.flatMap((placed) => member(placed, at + pointerStep(index))));
    });
    places.set(at, own[0]?.column ?? 0);
  }

  function member({ column, cell, of }: PlacedCell & { readonly of: MemberColumn }, at: string): readonly [string, unknown][] {
    const read = readValue(of.field, cell);
    places.set(at + pointerStep(of.field.name), column);
    if (read.ok) return [[of.field.name, read.value]];
    wrong(column, read.problem);
    return [];
  }
}

type ReadList = { readonly ok: true; readonly value: readonly unknown[] } | { readonly ok: false; readonly problem: CellProblem };

function readList(cell: FilledCell): ReadList {
  const found = String(cell).trim();
  if (NONE.includes(sameText(found))) return { ok: true, value: [] };
  const json = parseJson(found);
  if (json.ok && Array.isArray(json.value)) return { ok: true, value: json.value };
  const reason = json.ok || !/^[[{]/.test(found) ? null : (json.errors[0]?.message ?? null);
  return { ok: false, problem: { code: "not-a-json-list", found, reason } };
}
