/** Lines to a stream, no faster than it takes them; a reader that has left is no error. */
import { once } from "node:events";
import type { Writable } from "node:stream";

/** Lines are handed on in pieces of about this many characters. */
const PIECE = 64 * 1024;

export class LineWriter {
  /** The reader is gone: what is written from now on goes nowhere. */
  closed = false;
  /** What the stream failed with, but for `EPIPE`. */
  failure: Error | null = null;
  #pending = "";

  constructor(private readonly target: Writable) {
    target.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") this.closed = true;
      else this.failure = error;
    });
  }

  /** @throws whatever the stream failed with, but for `EPIPE` */
  async write(line: string): Promise<void> {
    this.#pending += `${line}\n`;
    if (this.#pending.length >= PIECE) await this.flush();
  }

  /** Everything written; a stream of ours is closed, standard output is left open. */
  async end(): Promise<void> {
    await this.flush();
    if (this.target === process.stdout || this.closed) return;
    this.target.end();
    await once(this.target, "close");
    if (this.failure !== null) throw this.failure;
  }

  /** Hands on what is held back, so that it can be read. */
  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = "";
    if (this.failure !== null) throw this.failure;
    if (text === "" || this.closed) return;
    await new Promise<void>((resolve) => {
      this.target.write(text, () => resolve());
    });
    if (this.failure !== null) throw this.failure;
  }
}
