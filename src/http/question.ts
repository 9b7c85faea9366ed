/** A question as JSON in the body of a request, and the refusal of one that is wrong. */
import { parseJson } from "../files/parse-json.js";
import { concealUnread, mentions } from "../kernel/confidential/conceal-failures.js";
import type { Failure } from "../kernel/failure.js";
import type { Text } from "../kernel/model.js";
import { MAX_BODY_BYTES, readText, requireType } from "./body.js";
import { Refusal } from "./problem.js";

const TYPES = ["application/json"];

/** @throws Refusal where the body is no JSON, or not within its limits */
export async function readJson(request: Request, max = MAX_BODY_BYTES): Promise<unknown> {
  requireType(request.headers, TYPES);
  const parsed = parseJson(await readText(request, max));
  if (!parsed.ok) throw unreadable(parsed.errors);
  return parsed.value;
}

/** Of a body, or lines of one, that cannot be read. */
export function unreadable(errors: Refusal["errors"]): Refusal {
  const detail = notAllOf(errors) ?? errors[0]?.message ?? { zh: "正文无法读取", en: "the body cannot be read" };
  return new Refusal("unreadable-body", detail, errors);
}

/** Of a question of a kind in which nothing can be declared confidential: what does declare something was sent to the wrong path. */
export function invalidOfKind(errors: readonly Failure[], question: unknown): Refusal {
  return invalid(mentions(question) ? concealUnread(errors) : errors);
}

/** Of a question that was read, and cannot be answered. */
export function invalid(errors: Refusal["errors"]): Refusal {
  const count = errors.length;
  const detail = notAllOf(errors) ?? {
    zh: `共 ${count} 处错误，见 errors：更正后再提交`,
    en: `${count} ${count === 1 ? "error" : "errors"}, listed in errors: correct and send again`,
  };
  return new Refusal("invalid-question", detail, errors);
}

/** Where not all are listed, the last says so. */
function notAllOf(errors: Refusal["errors"]): Text | null {
  const last = errors.at(-1);
  return last?.code === "more-errors" ? last.message : null;
}
