/** UTF-8 put together from pieces, some encoded long ago, some now; one buffer, used again and again. */

const encoder = new TextEncoder();

/** No UTF-16 unit takes more bytes of UTF-8. */
const MOST_BYTES = 3;

export class ByteSink {
  #bytes = new Uint8Array(64 * 1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  bytes(piece: Uint8Array): void {
    this.#reserve(piece.length);
    this.#bytes.set(piece, this.#length);
    this.#length += piece.length;
  }

  text(piece: string): void {
    this.#reserve(piece.length * MOST_BYTES);
    this.#length += encoder.encodeInto(piece, this.#bytes.subarray(this.#length)).written;
  }

  /** Takes back the last byte: the comma after the last of a list. */
  dropLast(): void {
    this.#length--;
  }

  /** What was put in since the last time, for its receiver to keep. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #reserve(room: number): void {
    const needed = this.#length + room;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

export function encoded(text: string): Uint8Array {
  return encoder.encode(text);
}
