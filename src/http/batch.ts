/** Many questions, one a line, answered one a line as they come: in order, in memory that does not grow with their number. */
import type { Handler } from "hono";
import { answerLine, type LineAnswer } from "../files/batch.js";
import { ByteSink } from "../files/byte-sink.js";
import type { Keeper } from "../files/keep-file.js";
import { type Line, LineSplitter } from "../files/lines.js";
import { type DecisionWriter, decisionWriter } from "../files/write-decision.js";
import type { Award } from "../kernel/award.js";
import type { Conceal } from "../kernel/confidential/conceal.js";
import { requireType } from "./body.js";
import { type Awards, findAward, requireDecision } from "./find.js";
import { NDJSON_TYPE, NO_STORE } from "./headers.js";
import { chunksOf, NDJSON_TYPES, PIECE_BYTES, streamOf, TURN_MS, turn } from "./streaming.js";

const ANSWERED = { headers: { ...NO_STORE, "content-type": NDJSON_TYPE } };

export const BATCH_PATH = "/v1/awards/:award/decisions/:decision/batch";

interface Batch {
  readonly award: Award;
  readonly decision: string;
  readonly conceal: Conceal | undefined;
  readonly keeper: Keeper | undefined;
  readonly write: DecisionWriter;
  readonly sink: ByteSink;
}

export function batchHandler(awards: Awards, conceal?: Conceal, keeper?: Keeper): Handler<object, typeof BATCH_PATH> {
  const write = decisionWriter();
  return (c) => {
    const award = findAward(awards, c.req.param("award"));
    const decision = c.req.param("decision");
    requireDecision(award, decision);
    requireType(c.req.raw.headers, NDJSON_TYPES);
    const batch = { award, decision, conceal, keeper, write, sink: new ByteSink() };
    return new Response(streamOf(answers(batch, chunksOf(c.req.raw))), ANSWERED);
  };
}

async function* answers(batch: Batch, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const splitter = new LineSplitter();
  for await (const chunk of chunks) yield* answersTo(batch, splitter.push(chunk));
  yield* answersTo(batch, splitter.end());
}

async function* answersTo(batch: Batch, lines: Iterable<Line>): AsyncGenerator<Uint8Array> {
  const { sink } = batch;
  let began = performance.now();
  for (const line of lines) {
    const answer = answerTo(batch, line);
    writeAnswer(batch, answer instanceof Promise ? await answer : answer);
    if (sink.length < PIECE_BYTES && performance.now() - began < TURN_MS) continue;
    yield sink.take();
    await turn();
    await batch.keeper?.room();
    began = performance.now();
  }
  if (sink.length > 0) yield sink.take();
}

function answerTo({ award, decision, conceal, keeper }: Batch, line: Line): LineAnswer | Promise<LineAnswer> {
  if ("failure" in line) return { line: line.line, errors: [line.failure] };
  return answerLine(award, decision, line.text, line.line, conceal, keeper);
}

function writeAnswer({ award, write, sink }: Batch, answer: LineAnswer): void {
  if ("errors" in answer || answer.decision.rules === undefined) {
    sink.text(`${JSON.stringify(answer)}\n`);
    return;
  }
  sink.text(`{"line":${answer.line},"decision":`);
  write(award, answer.decision, sink);
  sink.text("}\n");
}
