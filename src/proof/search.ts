/** Looks for a case of which something is true, among all complete cases. */

import { readAnswer } from "./smt/answer.js";
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
  /** How many rows, for the number of those that a decision may have to tell apart and for the longest list. */
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

/** What the solver may spend on one question, in steps of its own: the same on every machine. */
const MOST_STEPS = 40_000_000;

/** Rows tried beyond those told apart, where rows are counted or summed. */
const MORE_ROWS = [2, 6, 14];

/**
 * Where rows are counted or summed, what is beyond the rows written out is left open at first. If nothing is found even so,
 * there is nothing; else the case is looked for again in lists of a few more rows and no others.
 */
export async function search(solver: Solver, goalIn: (script: Script, size: Size) => Goal): Promise<Search> {
  const open = await ask(solver, goalIn, { rows: (witnesses) => witnesses, more: true });
  if (open.answer.status !== "found" || !open.isOpen) return open.answer;
  for (const more of MORE_ROWS) {
    const { answer } = await ask(solver, goalIn, { rows: (witnesses) => witnesses + more, more: false });
    if (answer.status !== "none") return answer;
  }
  return { status: "not-found-in-short-lists" };
}

interface Asked {
  readonly answer: Exclude<Search, { status: "not-found-in-short-lists" }>;
  /** Whether further rows were left open. */
  readonly isOpen: boolean;
}

async function ask(solver: Solver, goalIn: (script: Script, size: Size) => Goal, size: Size): Promise<Asked> {
  const script = new Script();
  const { found, asks } = goalIn(script, size);
  script.assert(found);
  const named = [...new Set(asks)].filter(isSymbol);
  const { isOpen } = script;
  const { status, reason, values } = readAnswer(await solver.run(checkOf(script, named)));
  if (status === "unsat") return { answer: { status: "none" }, isOpen };
  if (status === "unknown") return { answer: { status: "unknown", reason: reason ?? status }, isOpen };
  return { answer: { status: "found", values: new Map(named.map((term, place) => [term, values[place] as bigint])) }, isOpen };
}

/** @param named constants whose values are asked for */
export function checkOf(script: Script, named: readonly Term[]): string {
  const asked = named.length === 0 ? [] : [`(get-value (${named.join(" ")}))`];
  return [`(set-option :rlimit ${MOST_STEPS})`, script.text(), "(check-sat)", "(get-info :reason-unknown)", ...asked].join("\n");
}
