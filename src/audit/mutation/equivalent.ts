/** Mutants of which it is said that nothing tells them from the pack, unknown JSON, into a list; everything wrong with it at once. */
import { pointerStep } from "../../kernel/failure.js";
import { isRecord } from "../../kernel/read-facts.js";
import type { Text } from "../../kernel/text.js";
import { type CaseFailure, caseFailure } from "../case-failure.js";
import { checkMembers, type Report } from "../report.js";

export interface Equivalent {
  /** As `keyOf` names it: `where-dropped facts.json#/derived/2/expression/where`. */
  readonly mutant: string;
  /** Why every question has the same answer. */
  readonly reason: Text;
}

export type CheckedEquivalents =
  | { readonly ok: true; readonly equivalents: readonly Equivalent[] }
  | { readonly ok: false; readonly errors: readonly CaseFailure[] };

/** @param file a list, as JSON gives it; whether there are such mutants is told with the score */
export function checkEquivalents(file: unknown): CheckedEquivalents {
  const errors: CaseFailure[] = [];
  const report: Report = (pointer, problem) => void errors.push(caseFailure(pointer, problem));
  if (!Array.isArray(file)) report("", { code: "not-a-list", found: file });
  else for (const [index, line] of file.entries()) checkLine(line, pointerStep(index), report);
  // INVARIANT: each member was checked just now to be what its type says.
  return errors.length > 0 ? { ok: false, errors } : { ok: true, equivalents: file as readonly Equivalent[] };
}

function checkLine(line: unknown, at: string, report: Report): void {
  if (!isRecord(line)) {
    report(at, { code: "not-an-object", found: line });
    return;
  }
  checkMembers(line, ["mutant", "reason"], at, report);
  checkText(line, "mutant", at, report);
  const { reason } = line;
  if (reason === undefined) report(at, { code: "missing-member", name: "reason" });
  else if (!isRecord(reason)) report(`${at}/reason`, { code: "not-an-object", found: reason });
  else {
    checkMembers(reason, ["zh", "en"], `${at}/reason`, report);
    for (const language of ["zh", "en"]) checkText(reason, language, `${at}/reason`, report);
  }
}

function checkText(given: Readonly<Record<string, unknown>>, name: string, at: string, report: Report): void {
  const text = given[name];
  if (text === undefined) report(at, { code: "missing-member", name });
  else if (typeof text !== "string" || text.trim() === "") report(`${at}/${name}`, { code: "not-a-text", found: text });
}
