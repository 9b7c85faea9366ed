/** That a command may write where it is told to: over nothing that it reads, and told before the work is done, not after. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { access, constants, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Text } from "../kernel/model.js";
import type { AwardsAtHand } from "./awards-at-hand.js";
import { BadInput, complaint } from "./complaint.js";
import { fileProblem } from "./read-input.js";
import { isSameFile, realPath } from "./same-file.js";

/** What a command reads. */
export interface Reads {
  /** Files; `-` is standard input, and what was not given is `undefined`. */
  readonly files?: readonly (string | undefined)[];
  /** Folders of packs. */
  readonly packs: readonly string[];
}

/** Every pack at hand is read, whichever is asked of. */
export function readsOf(atHand: AwardsAtHand, files: readonly (string | undefined)[] = []): Reads {
  return { files, packs: [...atHand.values()].map(({ folder }) => folder) };
}

/**
 * @param path of a file, there or not; none: nothing is written
 * @throws BadInput where it is read, would be part of a pack, has no folder, or cannot be written
 */
export async function requireWritable(path: string | undefined, reads: Reads): Promise<void> {
  if (path === undefined) return;
  requireUnread(path, reads);
  await requireFolderOf(path);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw fileProblem({ code: "EISDIR" }, path);
  await access(there === null ? dirname(path) : path, constants.W_OK).catch((error: unknown) => {
    throw fileProblem(error, path);
  });
}

/** @throws BadInput where a file is read, or a file or a folder lies in that of a pack, read or not */
export function requireUnread(path: string, { files = [], packs }: Reads): void {
  const read = [...files.filter((file) => file !== undefined), ...packs.flatMap((pack) => filesIn(pack))];
  if (read.some((file) => isSameFile(path, file))) throw new BadInput([complaint("same-file", SAME_FILE, { file: path })]);
  // By the name that was given too: what a pack has by a link is part of it.
  if ([resolve(path), realPath(path)].some(isInPack)) {
    throw new BadInput([complaint("in-pack", IN_PACK, { file: path })]);
  }
}

/** Whether it is the folder of a pack, or lies in one however deep. */
function isInPack(path: string): boolean {
  if (["pack.json", "law.json"].every((file) => existsSync(join(path, file)))) return true;
  const above = dirname(path);
  return above !== path && isInPack(above);
}

/** @throws BadInput where there is no folder for the file */
export async function requireFolderOf(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true) throw noSuchFolder(path);
}

export function noSuchFolder(path: string): BadInput {
  return new BadInput([complaint("no-such-folder", NO_FOLDER, { file: path })]);
}

/** Of a pack: its own, and those of its folders, which have none themselves. Links are followed, since what they lead to is read. */
function filesIn(pack: string): readonly string[] {
  return entriesOf(pack).flatMap((entry) => [entry, ...entriesOf(entry)]);
}

function entriesOf(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder).map((name) => join(folder, name));
}

const NO_FOLDER: Text = { zh: "没有这个文件夹：请先建好", en: "no such folder: make it first" };

const SAME_FILE: Text = { zh: "这正是要读的文件：请写到另一个文件", en: "the very file that is read: write to another" };

const IN_PACK: Text = {
  zh: "在规则包的文件夹内：请写到别处",
  en: "in the folder of a pack: write elsewhere",
};
