/** The folder that counterexamples are written to, before it is known of what there are any. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Text } from "../kernel/model.js";
import { BadInput, complaint } from "./complaint.js";
import { type Reads, requireUnread } from "./require-writable.js";

/**
 * @param properties of which there may be counterexamples
 * @throws BadInput where the folder is that of a pack, or holds files that would be replaced
 */
export async function requireRoomIn(folder: string, properties: readonly string[], reads: Reads): Promise<void> {
  requireUnread(folder, reads);
  const names = await readdir(folder).catch(() => []);
  const there = names.filter((name) => properties.some((property) => isOf(property, name)));
  if (there.length > 0) throw new BadInput(there.map((name) => complaint("file-exists", EXISTS, { file: join(folder, name) })));
}

/** `complete.yaml`, `complete-title-use.yaml`, … */
function isOf(property: string, name: string): boolean {
  return name.endsWith(".yaml") && (name === `${property}.yaml` || name.startsWith(`${property}-`));
}

const EXISTS: Text = {
  zh: "已有这个文件，也许是先前的反例：请移走，或者换一个文件夹",
  en: "there already, perhaps a counterexample of before: move it away, or name another folder",
};
