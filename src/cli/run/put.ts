/** What a command about a case answers, put where it is to go. */
import type { Bytes } from "../../files/tables/out-table.js";
import { writeFileWhole, writeStream } from "../../files/tables/write-table.js";
import { inputSize } from "../input-size.js";
import { requireFolderOf } from "../output-to.js";
import { fileProblem } from "../read-input.js";

/** Told before the work is done. @throws BadInput where `out` is the log, or has no folder */
export async function requireOut(log: string | undefined, out: string | undefined): Promise<void> {
  if (out === undefined) return;
  inputSize(log === undefined || log === "-" ? null : log, out);
  await requireFolderOf(out);
}

/** @param out none: standard output */
export async function put(bytes: Bytes, out: string | undefined): Promise<void> {
  try {
    if (out === undefined) await writeStream(process.stdout, bytes);
    else await writeFileWhole(out, bytes);
  } catch (error) {
    throw fileProblem(error, out ?? "<stdout>");
  }
}

export function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
