/** Many short texts as few pieces of UTF-8: a stream takes one large piece faster than a thousand small ones. */

const encoder = new TextEncoder();

/** Characters. */
const PIECE = 64 * 1024;

export async function* textPieces(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let pending = "";
  for await (const text of texts) {
    pending += text;
    if (pending.length < PIECE) continue;
    yield encoder.encode(pending);
    pending = "";
  }
  if (pending !== "") yield encoder.encode(pending);
}
