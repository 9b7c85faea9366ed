/** Where a command writes. */
import { open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Writable } from "node:stream";
import { BadInput, complaint } from "./complaint.js";
import { fileProblem } from "./read-input.js";

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

/** Told before the work is done, not after. @throws BadInput where there is no folder for the file */
export async function requireFolderOf(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true) throw noSuchFolder(path);
}

function noSuchFolder(path: string): BadInput {
  return new BadInput([complaint("no-such-folder", NO_FOLDER, { file: path })]);
}

const NO_FOLDER = { zh: "没有这个文件夹：请先建好", en: "no such folder: make it first" };
