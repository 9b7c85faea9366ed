/** The folder that counterexamples are written to, made before it is known of what there are any. */
import { access, constants, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Text } from "../kernel/model.js";
import { BadInput, complaint } from "./complaint.js";
import { fileProblem } from "./read-input.js";
import { type Reads, requireFolderOf, requireUnread } from "./require-writable.js";

/**
 * @param properties of which there may be counterexamples
 * @throws BadInput where the folder is that of a pack, cannot be made or written to, or holds files that would be replaced
 */
export async function makeRoomIn(folder: string, properties: readonly string[], reads: Reads): Promise<void> {
  requireUnread(folder, reads);
  await requireFolderOf(folder);
  const names = await made(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") throw new BadInput([complaint("no-folder", NO_FOLDER, { file: folder })]);
    throw fileProblem(error, folder);
  });
  const there = names.filter((name) => properties.some((property) => isOf(property, name)));
  if (there.length > 0) throw new BadInput(there.map((name) => complaint("file-exists", EXISTS, { file: join(folder, name) })));
}

/** @returns the names in it. @throws Error of the system */
async function made(folder: string): Promise<readonly string[]> {
  // Where it is there, that is no error; where a file is, it is one.
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK | constants.X_OK);
  return readdir(folder);
}

/** `complete.yaml`, `complete-title-use.yaml`, … */
function isOf(property: string, name: string): boolean {
  return name.endsWith(".yaml") && (name === `${property}.yaml` || name.startsWith(`${property}-`));
}

const NO_FOLDER: Text = { zh: "这是文件，不是文件夹：请给出文件夹", en: "a file, and no folder: name a folder" };

const EXISTS: Text = {
  zh: "已有这个文件，也许是先前的反例：请移走，或者换一个文件夹",
  en: "there already, perhaps a counterexample of before: move it away, or name another folder",
};
