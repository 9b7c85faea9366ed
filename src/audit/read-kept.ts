/** A kept line, unknown JSON, into a kept decision; everything wrong with it at once. The question itself is checked when it is decided. */
import { concealFailures, mentions } from "../kernel/confidential/conceal-failures.js";
import { declaresConfidential } from "../kernel/confidential/conceal-question.js";
import { ENGINES } from "../kernel/engines.js";
import { type Failure, type Problem, pointerStep } from "../kernel/failure.js";
import { FailureList } from "../kernel/failure-list.js";
import { nearest } from "../kernel/nearest.js";
import { isRecord } from "../kernel/read-facts.js";
import type { KeptDecision } from "./kept-decision.js";

export type ReadKept =
  | { readonly ok: true; readonly kept: KeptDecision }
  | { readonly ok: false; readonly errors: readonly Failure[] };

type Given = Readonly<Record<string, unknown>>;
type Report = (pointer: string, problem: Problem) => void;

const MEMBERS = ["question", "questionDigest", "award", "ruleset", "kernel", "answer"];
const QUESTION = ["decision", "id", "asOf", "facts", "interpretations", "confidential", "engine", "detail"];

/** @param line one line, as JSON gives it */
export function readKept(line: unknown): ReadKept {
  const failures = new FailureList();
  const report: Report = (pointer, problem) => failures.add(pointer, problem);
  if (isRecord(line)) checkLine(line, report);
  else report("", { code: "not-an-object", found: line });
  // INVARIANT: each member was checked just now to be what its type says.
  return failures.length === 0
    ? { ok: true, kept: line as unknown as KeptDecision }
    : { ok: false, errors: withoutSecrets(failures.all(), line) };
}

function checkLine(line: Given, report: Report): void {
  checkMembers(line, "", MEMBERS, ["redecidable"], report);
  checkTexts(line, "", ["award", "questionDigest"], report);
  checkHead(line, "ruleset", ["id", "digest"], report);
  checkHead(line, "kernel", ["version"], report);
  recordAt(line, "answer", report);
  const { award, ruleset } = line;
  if (isRecord(ruleset) && typeof award === "string" && typeof ruleset["id"] === "string" && ruleset["id"] !== award) {
    report("/ruleset/id", { code: "says-otherwise", found: ruleset["id"], other: award });
  }
  const question = recordAt(line, "question", report);
  if (question === null) return;
  checkQuestion(question, report);
  checkRedecidable(line["redecidable"], question, report);
}

function checkQuestion(question: Given, report: Report): void {
  checkMembers(question, "/question", ["decision"], QUESTION, report);
  checkTexts(question, "/question", ["decision"], report);
  const { engine } = question;
  if (engine === undefined || engine === null || ENGINES.includes(engine as "compiled")) return;
  const near = typeof engine === "string" ? nearest(engine, ENGINES) : null;
  report("/question/engine", { code: "not-a-value", found: engine, values: ENGINES, near });
}

/** Nobody can pass over a line by marking it, or have digests decided upon by taking the mark away. */
function checkRedecidable(given: unknown, question: Given, report: Report): void {
  const isSecret = declaresConfidential(question);
  if (isSecret && given === undefined) report("", { code: "missing-member", name: "redecidable" });
  else if (isSecret && given !== false)
    report("/redecidable", { code: "not-a-value", found: given, values: ["false"], near: null });
  else if (!isSecret && given !== undefined) {
    report("/redecidable", { code: "unknown-member", name: "redecidable", near: null });
  }
}

function checkHead(line: Given, name: string, texts: readonly string[], report: Report): void {
  const head = recordAt(line, name, report);
  if (head === null) return;
  checkMembers(head, `/${name}`, texts, [], report);
  checkTexts(head, `/${name}`, texts, report);
}

function recordAt(line: Given, name: string, report: Report): Given | null {
  const given = line[name];
  if (isRecord(given)) return given;
  if (given !== undefined) report(`/${name}`, { code: "not-an-object", found: given });
  return null;
}

function checkMembers(given: Given, at: string, needed: readonly string[], others: readonly string[], report: Report): void {
  const known = [...needed, ...others];
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) report(at + pointerStep(name), { code: "unknown-member", name, near: nearest(name, known) });
  }
  for (const name of needed) if (given[name] === undefined) report(at, { code: "missing-member", name });
}

function checkTexts(given: Given, at: string, names: readonly string[], report: Report): void {
  for (const name of names) {
    const text = given[name];
    if (text !== undefined && typeof text !== "string") report(`${at}/${name}`, { code: "not-a-text", found: text });
  }
}

/** Of a question that declares something the places are told, not what stands there. */
function withoutSecrets(errors: readonly Failure[], line: unknown): readonly Failure[] {
  if (!mentions(line)) return errors;
  return concealFailures(errors, { root: line, pointers: ["/question"], known: new Set(QUESTION), conceal: null });
}
