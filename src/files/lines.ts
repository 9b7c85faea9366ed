/** A stream of bytes as lines of text, in memory bounded by the longest line allowed, whatever is sent. */
import { type Failure, failure } from "../kernel/failure.js";
import { joined } from "./bytes.js";
import { decodeUtf8 } from "./utf8.js";

/** 1 MiB, the line feed not counted. */
export const MAX_LINE_BYTES = 1024 * 1024;

/** A line with its number from 1, every line counted; its text, or why it cannot be read. */
export type Line = { readonly line: number; readonly text: string } | { readonly line: number; readonly failure: Failure };

const LF = 10;

/** Takes bytes as they come and gives back the lines that they complete. Lines with nothing on them are counted and passed over. */
export class LineSplitter {
  #line = 0;
  /** Beginning of a line whose end has not come yet. */
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  constructor(private readonly maxBytes: number = MAX_LINE_BYTES) {}

  *push(chunk: Uint8Array): Generator<Line> {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      this.#keep(chunk.subarray(from, at));
      from = at + 1;
      const line = this.#take();
      if (line !== null) yield line;
    }
    // Copied: the line may wait long for its end, and must not hold on to the whole chunk meanwhile.
    this.#keep(chunk.slice(from));
  }

  /** The last line, where no line feed ends it. */
  *end(): Generator<Line> {
    const line = this.#take();
    if (line !== null) yield line;
  }

  /** INVARIANT: what is kept never exceeds `maxBytes`; of a line that is too long only the length is. */
  #keep(piece: Uint8Array): void {
    this.#bytes += piece.length;
    if (this.#bytes > this.maxBytes) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  #take(): Line | null {
    const line = ++this.#line;
    const bytes = this.#bytes;
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#bytes = 0;
    if (bytes > this.maxBytes) return { line, failure: failure("", { code: "too-large", max: this.maxBytes }) };
    const text = decodeUtf8(joined(pieces, bytes));
    if (text === null) return { line, failure: failure("", { code: "not-utf8" }) };
    return text.trim() === "" ? null : { line, text };
  }
}

/** The lines of a source, one after the other. */
export async function* readLines(source: AsyncIterable<Uint8Array>, maxBytes = MAX_LINE_BYTES): AsyncGenerator<Line> {
  const splitter = new LineSplitter(maxBytes);
  for await (const chunk of source) yield* splitter.push(chunk);
  yield* splitter.end();
}
