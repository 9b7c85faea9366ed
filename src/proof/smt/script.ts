/** A script in the making: what is declared, defined and asserted, in order. */
import { CALENDAR } from "./day.js";
import type { Numbers } from "./numbers.js";
import { call, isShort, type Sort, symbol, type Term, TRUE } from "./term.js";

export class Script {
  private readonly lines: string[] = [CALENDAR];
  private readonly taken = new Set<string>();
  private functions = false;
  private sums = false;
  private leavesRowsOut = false;

  /** @param numbers how whole numbers are written in it */
  constructor(readonly numbers: Numbers) {}

  /** A constant that may be anything. */
  declare(name: string, sort: Sort): Term {
    this.take(name);
    this.lines.push(`(declare-const ${symbol(name)} ${sort})`);
    return symbol(name);
  }

  /** A function that may be any; declared once, whoever asks first. */
  declareFunction(name: string, from: readonly Sort[], to: Sort): Term {
    if (!this.taken.has(name)) {
      this.take(name);
      this.functions = true;
      this.lines.push(`(declare-fun ${symbol(name)} (${from.join(" ")}) ${to})`);
    }
    return symbol(name);
  }

  /** A name for a term; a term that is as short is left as it is. */
  define(name: string, sort: Sort, term: Term): Term {
    if (isShort(term)) return term;
    this.take(name);
    this.lines.push(`(define-fun ${symbol(name)} () ${sort} ${term})`);
    return symbol(name);
  }

  /** A name that is still free. */
  fresh(name: string): string {
    let number = 1;
    while (this.taken.has(`${name}#${number}`)) number += 1;
    return `${name}#${number}`;
  }

  assert(term: Term): void {
    if (term !== TRUE) this.lines.push(call("assert", term));
  }

  /** Notes that a field of rows is added up. */
  addUp(): void {
    this.sums = true;
  }

  get addsRowsUp(): boolean {
    return this.sums;
  }

  /** Whether a function is left open: what rows that are not written out come to. */
  get isOpen(): boolean {
    return this.functions;
  }

  /** Notes that rows are left out of account that may change a count or a sum. */
  leaveOut(): void {
    this.leavesRowsOut = true;
  }

  get isPartial(): boolean {
    return this.leavesRowsOut;
  }

  /** @param logic of SMT-LIB, where not the one that suits the numbers */
  text(logic = this.numbers.logic): string {
    return [`(set-logic ${logic})`, ...this.lines].join("\n");
  }

  private take(name: string): void {
    if (this.taken.has(name)) throw new Error(`\`${name}\` is defined twice`);
    this.taken.add(name);
  }
}
