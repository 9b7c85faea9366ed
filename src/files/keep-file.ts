/** Kept decisions appended to a file, a line each: one writer, whole lines, however many requests are under way. */
import { type FileHandle, open } from "node:fs/promises";
import type { KeptDecision } from "../audit/kept-decision.js";

/** Where decisions are kept. */
export interface Keeper {
  /** Never throws: an answer does not depend on its being kept. */
  keep(kept: KeptDecision): void;
  /** `undefined` where little waits to be written, else what to wait for before more is kept. */
  room(): Promise<void> | undefined;
}

/** Told of a failure to write. @param lost lines that are not kept for it */
export type OnLoss = (error: unknown, lost: number) => void;

const MOST_WAITING = 1024 * 1024;
const LF = 10;
/** Facts are for whoever keeps them. */
const MODE = 0o600;
/** Of a pipe or a device, which cannot be synced. */
const NOTHING_TO_SYNC: ReadonlySet<unknown> = new Set(["EINVAL", "ENOTSUP"]);

export class KeepFile implements Keeper {
  #pending = "";
  /** Characters handed to the system, and not written yet. */
  #underWay = 0;
  #writing: Promise<void> | null = null;

  private constructor(
    private readonly file: FileHandle,
    private readonly onLoss: OnLoss,
    /** The file does not end with a whole line: the next one begins below it. */
    private isCut: boolean,
  ) {}

  /** @throws Error of the system where the file can be neither opened nor made */
  static async open(path: string, onLoss: OnLoss): Promise<KeepFile> {
    const file = await open(path, "a+", MODE);
    return new KeepFile(file, onLoss, await endsWithin(file));
  }

  keep(kept: KeptDecision): void {
    this.#pending += `${JSON.stringify(kept)}\n`;
    this.#writing ??= this.#writeAll();
  }

  room(): Promise<void> | undefined {
    return this.#pending.length + this.#underWay < MOST_WAITING ? undefined : (this.#writing ?? undefined);
  }

  /** Everything written, and on the disk. */
  async close(): Promise<void> {
    await this.#writing;
    try {
      await this.file.sync();
    } catch (error) {
      if (!NOTHING_TO_SYNC.has((error as NodeJS.ErrnoException).code)) this.onLoss(error, 0);
    }
    await this.file.close().catch((error: unknown) => this.onLoss(error, 0));
  }

  async #writeAll(): Promise<void> {
    while (this.#pending !== "") {
      const text = this.#pending;
      this.#pending = "";
      this.#underWay = text.length;
      await this.#write(Buffer.from(this.isCut ? `\n${text}` : text));
      this.#underWay = 0;
    }
    this.#writing = null;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    let written = 0;
    try {
      while (written < bytes.length) written += (await this.file.write(bytes, written)).bytesWritten;
      this.isCut = false;
    } catch (error) {
      const lost = linesIn(bytes.subarray(Math.max(written, this.isCut ? 1 : 0)));
      if (written > 0) this.isCut = bytes[written - 1] !== LF;
      this.onLoss(error, lost);
    }
  }
}

/** Whether the file ends in the midst of a line, as where a machine stopped while writing. */
async function endsWithin(file: FileHandle): Promise<boolean> {
  const stats = await file.stat();
  if (!stats.isFile() || stats.size === 0) return false;
  const last = new Uint8Array(1);
  await file.read(last, 0, 1, stats.size - 1);
  return last[0] !== LF;
}

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}
