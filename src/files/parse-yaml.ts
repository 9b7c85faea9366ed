/** YAML 1.2, core schema: JSON is YAML too, a date stays the text it is. */
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, type YAMLError } from "yaml";
import { concealUnread } from "../kernel/confidential/conceal-failures.js";
import { type Failure, failure, pointerStep } from "../kernel/failure.js";
import { isKept } from "./exact-number.js";
import type { LineOf } from "./line-of.js";

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: LineOf }
  | { readonly ok: false; readonly errors: readonly Failure[] };

export function parseYaml(text: string): ParsedYaml {
  if (text.trim() === "") return { ok: false, errors: [failure("", { code: "empty-input" })] };
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const problems = [...document.errors, ...document.warnings];
    if (problems.length > 0)
      return refused(
        worthTelling(problems).map((problem) => failureOf(problem, text, lines)),
        text,
      );
    const rounded = roundedNumbers(document.contents, "");
    if (rounded.length > 0) return refused(rounded, text);
    const value: unknown = document.toJS();
    return { ok: true, value, lineOf: (pointer) => lines.linePos(placeOf(document.contents, pointer)).line };
  } catch (error) {
    // Too many aliases, or nested too deep to read.
    const reason = error instanceof Error ? error.message : String(error);
    return refused([failure("", { code: "bad-yaml", line: 1, column: 1, reason })], text);
  }
}

function refused(errors: readonly Failure[], text: string): ParsedYaml {
  return { ok: false, errors: declares(text) ? concealUnread(errors) : errors };
}

/** Whether something is declared confidential in it; text that is no YAML has no keys to look for. */
function declares(text: string): boolean {
  return /\bconfidential["']?\s*:/.test(text);
}

/** Each number that would become another one. An alias is passed over: what it stands for is looked at where it is written. */
function roundedNumbers(node: unknown, pointer: string): readonly Failure[] {
  if (isMap(node)) return node.items.flatMap(({ key, value }) => roundedNumbers(value, pointer + pointerStep(String(key))));
  if (isSeq(node)) return node.items.flatMap((item, index) => roundedNumbers(item, pointer + pointerStep(index)));
  if (!isScalar(node) || typeof node.value !== "number" || isKept(node.source ?? "", node.value)) return [];
  return [failure(pointer, { code: "rounded-number", token: node.source ?? "" })];
}

/** Every key that stands twice; of errors of syntax the first alone, since those after it are its echoes. */
function worthTelling(problems: readonly YAMLError[]): readonly YAMLError[] {
  const syntax = problems.filter(({ code }) => code !== "DUPLICATE_KEY");
  return syntax.length > 0 ? syntax.slice(0, 1) : problems;
}

function failureOf(problem: YAMLError, text: string, lines: LineCounter): Failure {
  const { line, col: column } = lines.linePos(problem.pos[0]);
  if (problem.code === "DUPLICATE_KEY") {
    const name = /^["']?([^"':\s]+)/.exec(text.slice(problem.pos[0]))?.[1] ?? "";
    return failure("", { code: "duplicate-key", name, line, column });
  }
  // A message may quote the text.
  const reason = declares(text) ? problem.code : problem.message.replace(/\s+/g, " ").replace(/^[A-Z]/, lower);
  return failure("", { code: "bad-yaml", line, column, reason });
}

function lower(letter: string): string {
  return letter.toLowerCase();
}

/** Where the key of the last step stands, or the row of a list. */
function placeOf(contents: ParsedNode | null, pointer: string): number {
  let node: Node | null | undefined = contents;
  let place = contents?.range?.[0] ?? 0;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === key);
      if (pair === undefined) return place;
      place = startOf(pair.key) ?? place;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = node.items[Number(key)] as Node | undefined;
      place = startOf(node) ?? place;
    } else return place;
  }
  return place;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
