/** One line of a batch, a question as JSON, to one answer or everything that is wrong with it: the same over HTTP and from a file. */
import type { Answer, Decision } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import type { Conceal } from "../kernel/confidential/conceal.js";
import { type Failure, failure } from "../kernel/failure.js";
import { ID_LIMIT } from "../kernel/question-head.js";
import { isRecord } from "../kernel/read-facts.js";
import { answerBody } from "./answer-body.js";
import type { Keeper } from "./keep-file.js";
import { parseJson } from "./parse-json.js";

export type LineAnswer =
  | { readonly line: number; readonly decision: Decision }
  /** With the question's own id, where there is one to be read: a decision has it inside. */
  | { readonly line: number; readonly id?: string; readonly errors: readonly Failure[] };

/**
 * @param text `{ "asOf": …, "facts": … }`, as `answerBody` takes it
 * @param line its number, from 1
 * @param conceal makes the digests of what the question declares confidential
 * @param keeper is given the decision, where there is one
 * @returns at once with the compiled engine, later with the reference engine
 * @throws never, and its promise is never rejected: a line must not stop those after it
 */
export function answerLine(
  award: Award,
  decision: string,
  text: string,
  line: number,
  conceal?: Conceal,
  keeper?: Keeper,
): LineAnswer | Promise<LineAnswer> {
  const parsed = parseJson(text, true);
  if (!parsed.ok) return { line, errors: parsed.errors };
  const place = { line, ...idOf(parsed.value) };
  try {
    const answer = answerBody(award, decision, parsed.value, conceal, keeper);
    if (!(answer instanceof Promise)) return placed(place, answer);
    return answer.then(
      (later) => placed(place, later),
      () => broken(place),
    );
  } catch {
    return broken(place);
  }
}

interface LinePlace {
  readonly line: number;
  readonly id?: string;
}

function idOf(question: unknown): Pick<LinePlace, "id"> {
  const id = isRecord(question) ? question["id"] : undefined;
  return typeof id === "string" && id.length <= ID_LIMIT ? { id } : {};
}

function placed(place: LinePlace, answer: Answer): LineAnswer {
  return answer.ok ? { line: place.line, decision: answer.decision } : { ...place, errors: answer.errors };
}

function broken(place: LinePlace): LineAnswer {
  return { ...place, errors: [failure("", { code: "internal-error" })] };
}
