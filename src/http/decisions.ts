/** One question, one decision. */
import type { Handler } from "hono";
import { answerBody } from "../files/answer-body.js";
import { ByteSink } from "../files/byte-sink.js";
import { parseJson } from "../files/parse-json.js";
import { decisionWriter } from "../files/write-decision.js";
import type { Text } from "../kernel/model.js";
import { readText, requireType } from "./body.js";
import { type Awards, findAward, requireDecision } from "./find.js";
import { JSON_TYPE, NO_STORE } from "./headers.js";
import { Refusal } from "./problem.js";

const TYPES = ["application/json"];
const DECIDED = { headers: { ...NO_STORE, "content-type": JSON_TYPE } };

export const DECISION_PATH = "/v1/awards/:award/decisions/:decision";

/** The kernel checks the body, nothing before it does: it is parsed once and looked at once. */
export function decisionHandler(awards: Awards): Handler<object, typeof DECISION_PATH> {
  const write = decisionWriter();
  // One for all requests: nothing is awaited between what is put in and what is taken.
  const sink = new ByteSink();
  return async (c) => {
    const award = findAward(awards, c.req.param("award"));
    const decision = c.req.param("decision");
    requireDecision(award, decision);
    const request = c.req.raw;
    requireType(request.headers, TYPES);
    const parsed = parseJson(await readText(request));
    if (!parsed.ok) throw unreadable(parsed.errors);
    const given = answerBody(award, decision, parsed.value);
    const answer = given instanceof Promise ? await given : given;
    if (!answer.ok) throw invalid(answer.errors);
    if (answer.decision.rules === undefined) return new Response(JSON.stringify(answer.decision), DECIDED);
    write(award, answer.decision, sink);
    return new Response(sink.take(), DECIDED);
  };
}

function unreadable(errors: Refusal["errors"]): Refusal {
  const detail = notAllOf(errors) ?? errors[0]?.message ?? { zh: "正文无法读取", en: "the body cannot be read" };
  return new Refusal("unreadable-body", detail, errors);
}

function invalid(errors: Refusal["errors"]): Refusal {
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
