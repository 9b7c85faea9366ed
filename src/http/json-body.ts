/** An answer as JSON: at once where it is short, else piece by piece, since one about 20 000 applicants is longer than a text should be. */
import { ByteSink } from "../files/byte-sink.js";
import { PIECE_BYTES, streamOf, TURN_MS, turn } from "./streaming.js";

/** Items of all lists right below the record, up to which it is written at once. */
const FEW_ITEMS = 200;

/** @returns the bytes of `JSON.stringify(record)` */
export function jsonBody(record: object): string | ReadableStream<Uint8Array> {
  const items = Object.values(record).reduce<number>((sum, member) => sum + (Array.isArray(member) ? member.length : 0), 0);
  return items <= FEW_ITEMS ? JSON.stringify(record) : streamOf(pieces(record));
}

async function* pieces(record: object): AsyncGenerator<Uint8Array> {
  const sink = new ByteSink();
  let began = performance.now();
  for (const text of texts(record)) {
    sink.text(text);
    if (sink.length < PIECE_BYTES && performance.now() - began < TURN_MS) continue;
    yield sink.take();
    await turn();
    began = performance.now();
  }
  if (sink.length > 0) yield sink.take();
}

/** Lists right below the record item by item. */
function* texts(record: object): Generator<string> {
  let before = "{";
  for (const [name, member] of Object.entries(record) as [string, unknown][]) {
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(member) && member.length > 0) {
      let separator = "[";
      for (const item of member as readonly unknown[]) {
        yield `${separator}${JSON.stringify(item)}`;
        separator = ",";
      }
      yield "]";
    } else yield JSON.stringify(member);
    before = ",";
  }
  yield "}";
}
