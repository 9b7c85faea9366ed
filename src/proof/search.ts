/** Looks for a case of which something is true, among all complete cases. */
import { type Found, readAnswer } from "./smt/answer.js";
import { inBits, inIntegers, type Numbers } from "./smt/numbers.js";
import type { Values } from "./smt/read-world.js";
import { Script } from "./smt/script.js";
import { isSymbol, type Term } from "./smt/term.js";
import type { Solver } from "./solver.js";

/** What is looked for, in a script that was given all it needs. */
export interface Goal {
  readonly found: Term;
  /** What is to be known of the case. */
  readonly asks: readonly Term[];
}

/** How lists are written out. */
export interface Size {
  /** How many rows, for the number of those that a decision may have to tell apart. */
  readonly rows: (witnesses: number) => number;
  /** Whether there may be more rows than are written out. */
  readonly more: boolean;
}

export type Search =
  | { readonly status: "none" }
  | { readonly status: "found"; readonly values: Values }
  /** There may be one among longer lists than were tried. */
  | { readonly status: "not-found-in-short-lists" }
  | { readonly status: "unknown"; readonly reason: string };

/** How the solver is asked. */
interface Way {
  readonly numbers: Numbers;
  readonly logic?: string;
  /** What it may spend on one question, in steps of its own: the same on every machine. */
  readonly steps: number;
}

const IN_BITS: Way = { numbers: inBits, steps: 20_000_000 };
const IN_INTEGERS: Way = { numbers: inIntegers, steps: 20_000_000 };
/** By what the solver has for bits and nothing else: longer to begin, but it comes further. */
const IN_BITS_ALONE: Way = { numbers: inBits, logic: "QF_BV", steps: 60_000_000 };

/** Rows tried beyond those told apart, where rows are counted or summed. */
const MORE_ROWS = [2, 6, 14];

/**
 * Where rows are counted or summed, what is beyond the rows written out is left open at first. If nothing is found even so,
 * there is nothing; else the case is looked for again in lists of a few more rows and no others.
 */
export async function search(solver: Solver, goalIn: (script: Script, size: Size) => Goal): Promise<Search> {
  const open = await askEitherWay(solver, goalIn, { rows: (witnesses) => witnesses, more: true });
  if (open.answer.status !== "found" || !open.isOpen) return open.answer;
  for (const more of MORE_ROWS) {
    const { answer, isPartial } = await askEitherWay(solver, goalIn, { rows: (witnesses) => witnesses + more, more: false });
    if (answer.status !== "none" || !isPartial) return answer;
  }
  return { status: "not-found-in-short-lists" };
}

interface Asked {
  readonly answer: Exclude<Search, { status: "not-found-in-short-lists" }>;
  /** Whether further rows were left open. */
  readonly isOpen: boolean;
  /** Whether further rows were left out of account. */
  readonly isPartial: boolean;
}

/** With numbers in bits, in bits alone where nothing is left open, and then in integers; integers first where rows are added up. */
async function askEitherWay(solver: Solver, goalIn: (script: Script, size: Size) => Goal, size: Size): Promise<Asked> {
  const trial = new Script(inBits);
  goalIn(trial, size);
  const ways = trial.addsRowsUp ? [IN_INTEGERS, IN_BITS] : [IN_BITS, ...(trial.isOpen ? [] : [IN_BITS_ALONE]), IN_INTEGERS];
  let asked: Asked = { answer: { status: "unknown", reason: "" }, isOpen: false, isPartial: false };
  for (const way of ways) {
    asked = await ask(solver, goalIn, size, way);
    if (asked.answer.status !== "unknown") return asked;
  }
  return asked;
}

async function ask(solver: Solver, goalIn: (script: Script, size: Size) => Goal, size: Size, way: Way): Promise<Asked> {
  const script = new Script(way.numbers);
  const { found, asks } = goalIn(script, size);
  script.assert(found);
  const named = [...new Set(asks)].filter(isSymbol);
  const { isOpen, isPartial } = script;
  const answer = answerOf(readAnswer(await solver.run(checkOf(script, named, way))), named, way.numbers);
  return { answer, isOpen, isPartial };
}

function answerOf({ status, reason, values }: Found, named: readonly Term[], numbers: Numbers): Asked["answer"] {
  if (status === "unsat") return { status: "none" };
  if (status === "unknown") return { status: "unknown", reason: reason ?? status };
  return { status: "found", values: { numbers, of: new Map(named.map((term, place) => [term, values[place] as bigint])) } };
}

/** @param named constants whose values are asked for */
export function checkOf(script: Script, named: readonly Term[], { steps, logic }: Omit<Way, "numbers"> = IN_BITS): string {
  const asked = named.length === 0 ? [] : [`(get-value (${named.join(" ")}))`];
  return [`(set-option :rlimit ${steps})`, script.text(logic), "(check-sat)", "(get-info :reason-unknown)", ...asked].join("\n");
}
