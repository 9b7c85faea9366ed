/** Bodies that are answered as they come, in memory that does not grow with their length. */

export const NDJSON_TYPES = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

/** Answers are handed on once they make up so much, or sooner where nothing further is at hand. */
export const PIECE_BYTES = 64 * 1024;
/** For so long other requests may have to wait for a batch. */
export const TURN_MS = 8;

/** Lets whatever else waits have its turn; `setTimeout` where there is no `setImmediate`. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve);
  });
}

/** The body as it comes. A client that goes away ends it; nobody is left then to tell. */
export async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Pulled, never pushed: a client that does not read is not worked for, and one that goes away stops the work. */
export function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
