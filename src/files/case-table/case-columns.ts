/** What the columns of a table of cases mean, by their headings: names, or labels in either language. */
import type { Award } from "../../kernel/award.js";
import type { Field, Interpretation, ListFact, ScalarFact, Text } from "../../kernel/model.js";
import { isList } from "../../kernel/names.js";
import { nearest } from "../../kernel/nearest.js";
import { columnLetters } from "../tables/column-letters.js";
import type { CellProblem } from "./cell-failure.js";
import { sameText } from "./choice.js";

/** What every case has, besides facts. */
export const HEADS = ["case", "decision", "asOf", "outcome", "provision", "comment"] as const;
export type Head = (typeof HEADS)[number];

export type CaseColumn =
  | { readonly is: "head"; readonly head: Head }
  | { readonly is: "fact"; readonly fact: ScalarFact }
  /** The list as a whole, as JSON or none. */
  | { readonly is: "list"; readonly fact: ListFact }
  /** A field of one member. */
  | { readonly is: "member"; readonly fact: ListFact; readonly number: number; readonly field: Field }
  | { readonly is: "interpretation"; readonly interpretation: Interpretation };

export interface ColumnFault {
  /** From 0; `null` where a column lacks. */
  readonly column: number | null;
  readonly problem: CellProblem;
}

export const HEAD_LABELS: Readonly<Record<Head, Text>> = {
  case: { zh: "案例", en: "case" },
  decision: { zh: "判定事项", en: "decision" },
  asOf: { zh: "判定日", en: "as of" },
  outcome: { zh: "应有结论", en: "expected outcome" },
  provision: { zh: "应有依据", en: "expected provision" },
  comment: { zh: "备注", en: "comment" },
};

const NEEDED: readonly Head[] = ["case", "decision", "asOf", "outcome"];
/** A member goes by its number, from 1: `事故记录[1].等级`. */
const MEMBER = /^(.+?) ?\[ ?([1-9]\d{0,3}) ?\] ?\. ?(.+)$/;

/** @returns a column for each heading, `null` where there is none, `wrong` where it is at fault */
export function caseColumns(
  award: Award,
  headings: readonly string[],
): { readonly columns: readonly (CaseColumn | null | "wrong")[]; readonly faults: readonly ColumnFault[] } {
  const faults: ColumnFault[] = [];
  const known = knownColumns(award);
  const firstOf = new Map<string, number>();
  const columns = headings.map((heading, column): CaseColumn | null | "wrong" => {
    if (heading.trim() === "") return null;
    const found = columnNamed(heading, known);
    if ("problem" in found) {
      faults.push({ column, problem: found.problem });
      return "wrong";
    }
    const first = firstOf.get(found.name);
    if (first !== undefined) {
      faults.push({ column, problem: { code: "column-twice", heading: heading.trim(), first: columnLetters(first) } });
      return "wrong";
    }
    firstOf.set(found.name, column);
    return found.column;
  });
  const lacking = NEEDED.filter((head) => !firstOf.has(head));
  faults.push(...lacking.map((head) => ({ column: null, problem: { code: "no-column", wanted: HEAD_LABELS[head] } as const })));
  return { columns, faults };
}

interface Known {
  readonly name: string;
  readonly labels: readonly string[];
  readonly column: CaseColumn;
}

function knownColumns({ files }: Award): readonly Known[] {
  const heads = HEADS.map((head) => ({ name: head, labels: bothOf(HEAD_LABELS[head]), column: { is: "head", head } as const }));
  const facts = files.facts.facts.map((fact) => ({
    name: fact.name,
    labels: bothOf(fact.label),
    column: isList(fact) ? ({ is: "list", fact } as const) : ({ is: "fact", fact } as const),
  }));
  const interpretations = files.interpretations.interpretations.map((interpretation) => ({
    name: interpretation.name,
    labels: bothOf(interpretation.question),
    column: { is: "interpretation", interpretation } as const,
  }));
  return [...heads, ...facts, ...interpretations];
}

type Found = { readonly name: string; readonly column: CaseColumn } | { readonly problem: CellProblem };

function columnNamed(heading: string, known: readonly Known[]): Found {
  const [, list, number, field] = MEMBER.exec(sameText(heading)) ?? [];
  if (list !== undefined && number !== undefined && field !== undefined) {
    return memberNamed(heading, list, Number(number), field, known);
  }
  const found = oneNamed(heading, known);
  if (found.length === 1) return found[0] as Known;
  const near = nearest(
    heading.trim(),
    known.flatMap(({ name, labels }) => [name, ...labels]),
  );
  return found.length === 0
    ? { problem: { code: "unknown-heading", heading: heading.trim(), near } }
    : { problem: { code: "unclear-heading", heading: heading.trim(), names: found.map(({ name }) => name) } };
}

function memberNamed(heading: string, list: string, number: number, field: string, known: readonly Known[]): Found {
  const lists = known.flatMap(({ name, labels, column }) => (column.is === "list" ? [{ name, labels, fact: column.fact }] : []));
  const [fact] = oneNamed(list, lists);
  const fields = (fact?.fact.fields ?? []).map((own) => ({ name: own.name, labels: bothOf(own.label), own }));
  const [named] = oneNamed(field, fields);
  if (fact !== undefined && named !== undefined) {
    const column = { is: "member", fact: fact.fact, number, field: named.own } as const;
    return { name: `${fact.name}[${number}].${named.name}`, column };
  }
  const all = lists.flatMap((one) =>
    one.fact.fields.flatMap((own) => [
      `${one.name}[${number}].${own.name}`,
      ...(["zh", "en"] as const).map((language) => `${one.fact.label[language]}[${number}].${own.label[language]}`),
    ]),
  );
  return { problem: { code: "unknown-heading", heading: heading.trim(), near: nearest(heading.trim(), all) } };
}

/** By name, or else by label. */
function oneNamed<T extends Pick<Known, "name" | "labels">>(heading: string, known: readonly T[]): readonly T[] {
  const wanted = sameText(heading);
  const byName = known.filter(({ name }) => sameText(name) === wanted);
  return byName.length > 0 ? byName : known.filter(({ labels }) => labels.some((label) => sameText(label) === wanted));
}

function bothOf({ zh, en }: Text): readonly string[] {
  return [zh, en];
}
