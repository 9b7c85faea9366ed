/** Where a command writes. */
import { open } from "node:fs/promises";
import type { Writable } from "node:stream";
import { fileProblem } from "./read-input.js";
import { noSuchFolder } from "./require-writable.js";

/** @param path none: standard output */
export async function outputTo(path: string | undefined): Promise<Writable> {
  if (path === undefined) return process.stdout;
  try {
    return (await open(path, "w")).createWriteStream();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw noSuchFolder(path);
    throw fileProblem(error, path);
  }
}
