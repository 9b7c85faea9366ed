/** Many score sheets, each answered as it comes: in order, in memory that does not grow with their number. */
import type { Handler } from "hono";
import { ByteSink } from "../files/byte-sink.js";
import { lineRows } from "../files/sheets/line-rows.js";
import { packedRows, packedTotals, type TotalReader } from "../files/sheets/packed-rows.js";
import type { RowAnswer, RowReader } from "../files/sheets/row-answer.js";
import { mediaTypeOf, requireType } from "./body.js";
import { withContent } from "./content.js";
import { csvRowsOf } from "./csv-body.js";
import { type Awards, findAward } from "./find.js";
import { NDJSON_TYPE, NO_STORE } from "./headers.js";
import { negotiated } from "./negotiate.js";
import type { Scorers } from "./scorers.js";
import { requireCriteria } from "./scores.js";
import { chunksOf, NDJSON_TYPES, PIECE_BYTES, streamOf, TURN_MS, turn } from "./streaming.js";

export const SCORES_BATCH_PATH = "/v1/awards/:award/scores/batch";

const CSV = "text/csv";
const PACKED = "application/octet-stream";
const TYPES = [...NDJSON_TYPES, CSV, PACKED];

export function scoresBatchHandler(awards: Awards, scorers: Scorers): Handler<object, typeof SCORES_BATCH_PATH> {
  return async (c) => {
    const award = findAward(awards, c.req.param("award"));
    const criteria = requireCriteria(award);
    const request = c.req.raw;
    requireType(request.headers, TYPES);
    const type = mediaTypeOf(request.headers);
    const as = negotiated(request.headers.get("accept"), type === PACKED ? [...NDJSON_TYPES, PACKED] : NDJSON_TYPES);
    const scorer = await scorers(award, criteria);
    const sent = chunksOf(request);
    // Packed sheets may be none, and any byte is one of a sheet.
    const chunks = type === PACKED ? sent : await withContent(sent);
    if (as === PACKED) return respond(totals(packedTotals(scorer), chunks), PACKED);
    if (type === CSV) {
      const { rows, rest } = await csvRowsOf(award, criteria, scorer, chunks);
      return respond(lines(rows, rest), NDJSON_TYPE);
    }
    const rows = type === PACKED ? packedRows(criteria, scorer) : lineRows(award, criteria, scorer);
    return respond(lines(rows, chunks), NDJSON_TYPE);
  };
}

function respond(pieces: AsyncGenerator<Uint8Array>, type: string): Response {
  return new Response(streamOf(pieces), { headers: { ...NO_STORE, "content-type": type, vary: "Accept" } });
}

async function* lines(rows: RowReader, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const sink = new ByteSink();
  for await (const chunk of chunks) yield* pieces(rows.push(chunk), sink);
  yield* pieces(rows.end(), sink);
}

async function* pieces(answers: Iterable<RowAnswer>, sink: ByteSink): AsyncGenerator<Uint8Array> {
  let began = performance.now();
  for (const answer of answers) {
    sink.text(`${JSON.stringify(answer)}\n`);
    if (sink.length < PIECE_BYTES && performance.now() - began < TURN_MS) continue;
    yield sink.take();
    await turn();
    began = performance.now();
  }
  if (sink.length > 0) yield sink.take();
}

async function* totals(reader: TotalReader, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield* reader.push(chunk);
  yield* reader.end();
}
