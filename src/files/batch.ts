/** One line of a batch, a question as JSON, to one answer or everything that is wrong with it: the same over HTTP and from a file. */
import type { Answer, Decision } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { type Failure, failure } from "../kernel/failure.js";
import { answerBody } from "./answer-body.js";
import { parseJson } from "./parse-json.js";

export type LineAnswer =
  | { readonly line: number; readonly decision: Decision }
  | { readonly line: number; readonly errors: readonly Failure[] };

/**
 * @param text `{ "asOf": …, "facts": … }`, as `answerBody` takes it
 * @param line its number, from 1
 * @returns at once with the compiled engine, later with the reference engine
 * @throws never, and its promise is never rejected: a line must not stop those after it
 */
export function answerLine(award: Award, decision: string, text: string, line: number): LineAnswer | Promise<LineAnswer> {
  const parsed = parseJson(text);
  if (!parsed.ok) return { line, errors: parsed.errors };
  try {
    const answer = answerBody(award, decision, parsed.value);
    if (!(answer instanceof Promise)) return numbered(line, answer);
    return answer.then(
      (later) => numbered(line, later),
      () => broken(line),
    );
  } catch {
    return broken(line);
  }
}

function numbered(line: number, answer: Answer): LineAnswer {
  return answer.ok ? { line, decision: answer.decision } : { line, errors: answer.errors };
}

function broken(line: number): LineAnswer {
  return { line, errors: [failure("", { code: "internal-error" })] };
}
