/** The comparisons of a decision, and what becomes of each in a case. */
import type { Award } from "../../kernel/award.js";
import { type Compiler, compilerOf } from "../../kernel/compile-expression.js";
import type { Comparison, ListFact, Operand } from "../../kernel/model.js";
import { fieldIndex, type Name, type Names } from "../../kernel/names.js";
import type { Plan } from "../../kernel/plan.js";
import type { Row, State } from "../../kernel/state.js";
import { isComparison, type Owner, type RuleNode, ruleNodes } from "../rule-nodes.js";
import type { CaseRun } from "./case-run.js";

/** One comparison of the rules of a decision, or of a derived fact that they read. */
export interface Leaf extends RuleNode {
  readonly node: Comparison;
  /** In each row where it stands in a `where`, else once; none where its rule may not apply, or no rule or output in the case reads its derived fact. `null` is unknown. */
  truthsIn(run: CaseRun): readonly (boolean | null)[];
  /** Both sides as numbers, dates as days, wherever both are known. Not of a comparison with a list. */
  sidesIn(run: CaseRun): readonly (readonly [left: number, right: number])[];
}

type Found = RuleNode & { readonly node: Comparison };

/** Those of the rules first, each in the order of its file. */
export function leavesOf({ files, names }: Award, plan: Plan): readonly Leaf[] {
  const compiler = compilerOf(names);
  const derived = new Set(plan.reads.flatMap((name) => (name.source === "derived" ? [name.name] : [])));
  const own = [...ruleNodes(files)].filter(({ owner }) =>
    "derived" in owner ? derived.has(owner.derived) : owner.decision === plan.declaration.name,
  );
  return own.flatMap((found) => (isComparison(found.node) ? [leafOf({ ...found, node: found.node }, names, compiler)] : []));
}

/** In words of the pack: `operatingYears greaterThanInclusive minOperatingYears`. */
export function nameOfLeaf({ node, list }: Pick<Leaf, "node" | "list">): string {
  const { operator, value } = node;
  return `${list === null ? "" : `${list}: `}${inShort(node)} ${operator} ${inShort(value)}`;
}

function inShort(part: Comparison["value"] | Comparison): string {
  if (typeof part !== "object") return String(part);
  if ("fact" in part) return part.fact;
  return "field" in part ? part.field : JSON.stringify(part);
}

function leafOf(found: Found, names: Names, compiler: Compiler): Leaf {
  const { node, list } = found;
  const fact = list === null ? null : listNamed(list, names);
  const value = fact === null ? compiler.test({ all: [node] }) : null;
  const ofRow = fact === null ? null : compiler.expression({ op: "some", list: fact.name, where: { all: [node] } });
  const left = sideOf("field" in node ? { field: node.field } : { fact: node.fact }, fact, compiler);
  const right = typeof node.value === "object" && !isOperand(node.value) ? null : sideOf(node.value as Operand, fact, compiler);
  return {
    ...found,
    truthsIn: (run) =>
      placesIn(run, found, names).map(([state]) =>
        known(value?.truth(state, null) ?? 2 * (ofRow?.at(state, null) ?? Number.NaN)),
      ),
    sidesIn: (run) =>
      placesIn(run, found, names)
        .map(([state, row]) => [left(state, row), right?.(state, row) ?? Number.NaN] as const)
        .filter((sides) => !sides.some(Number.isNaN)),
  };
}

/** Of Kleene's values as the kernel has them, 0, 1 and 2, and of a number that is unknown. */
function known(truth: number): boolean | null {
  return truth === 2 ? true : truth === 0 ? false : null;
}

/** Where a comparison is made: the state and no row, or for each row of its list a state in which it is the only one. */
function placesIn(run: CaseRun, { owner, list }: Found, names: Names): readonly (readonly [State, Row | null])[] {
  const { state } = run;
  if (!isMade(owner, run, names)) return [];
  if (list === null) return [[state, null]];
  const place = names.lists.findIndex(({ name }) => name === list);
  return (state.lists[place] ?? []).map((row) => [{ ...state, lists: state.lists.with(place, [row]) }, row] as const);
}

function isMade(owner: Owner, { applying, read }: CaseRun, { byName }: Names): boolean {
  if ("derived" in owner) return read.has(byName.get(owner.derived) as Name);
  return owner.part === "appliesWhen" || applying.has(owner.rule);
}

function sideOf(operand: Operand, list: ListFact | null, compiler: Compiler): (state: State, row: Row | null) => number {
  if (typeof operand === "object" && "field" in operand) {
    const index = list === null ? -1 : fieldIndex(list, operand.field);
    return (_state, row) => row?.cells[index] ?? Number.NaN;
  }
  const value = compiler.expression(operand);
  return (state) => value.at(state, null);
}

function isOperand(value: object): boolean {
  return "fact" in value || "field" in value;
}

function listNamed(list: string, { lists }: Names): ListFact | null {
  return lists.find(({ name }) => name === list) ?? null;
}
