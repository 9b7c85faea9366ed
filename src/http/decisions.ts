/** One question, one decision. */
import type { Handler } from "hono";
import { answerBody } from "../files/answer-body.js";
import { ByteSink } from "../files/byte-sink.js";
import type { Keeper } from "../files/keep-file.js";
import { decisionWriter } from "../files/write-decision.js";
import type { Conceal } from "../kernel/confidential/conceal.js";
import { type Awards, findAward, requireDecision } from "./find.js";
import { JSON_TYPE, NO_STORE } from "./headers.js";
import { invalid, readJson } from "./question.js";

const DECIDED = { headers: { ...NO_STORE, "content-type": JSON_TYPE } };

export const DECISION_PATH = "/v1/awards/:award/decisions/:decision";

/** The kernel checks the body, nothing before it does: it is parsed once and looked at once. */
export function decisionHandler(awards: Awards, conceal?: Conceal, keeper?: Keeper): Handler<object, typeof DECISION_PATH> {
  const write = decisionWriter();
  // One for all requests: nothing is awaited between what is put in and what is taken.
  const sink = new ByteSink();
  return async (c) => {
    const award = findAward(awards, c.req.param("award"));
    const decision = c.req.param("decision");
    requireDecision(award, decision);
    const request = c.req.raw;
    const body = await readJson(request);
    const room = keeper?.room();
    if (room !== undefined) await room;
    const given = answerBody(award, decision, body, conceal, keeper);
    const answer = given instanceof Promise ? await given : given;
    if (!answer.ok) throw invalid(answer.errors);
    if (answer.decision.rules === undefined) return new Response(JSON.stringify(answer.decision), DECIDED);
    write(award, answer.decision, sink);
    return new Response(sink.take(), DECIDED);
  };
}
