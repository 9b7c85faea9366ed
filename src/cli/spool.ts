/** Standard input as a file, for readers that go to and fro in one. */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileProblem } from "./read-input.js";

/** What `use` makes of a file that holds all of standard input; the file is removed after. */
export async function spooled<Result>(use: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "qak-"));
  try {
    const path = join(folder, "stdin");
    await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
      throw fileProblem(error, "<stdin>");
    });
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
