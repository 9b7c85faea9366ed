/** What a command about a case answers, put where it is to go. */
import type { Bytes } from "../../files/tables/out-table.js";
import { writeFileWhole, writeStream } from "../../files/tables/write-table.js";
import { fileProblem } from "../read-input.js";

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
