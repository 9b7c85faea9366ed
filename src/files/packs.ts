/** Every pack under `rules/`: a folder with a `pack.json` is one. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Award } from "../kernel/award.js";
import { loadPackFolder } from "./read-pack.js";

/**
 * @param rulesFolder `rules`
 * @returns awards by id, in the order of their folders' names
 * @throws AggregateError whose message tells everything that is wrong in every pack; its `errors` are one for each pack refused
 */
export async function loadPacks(rulesFolder: string): Promise<Map<string, Award>> {
  const awards = new Map<string, Award>();
  const refusals: Error[] = [];
  for (const name of await packFolders(rulesFolder)) {
    try {
      const award = await loadPackFolder(join(rulesFolder, name));
      awards.set(award.id, award);
    } catch (error) {
      refusals.push(error as Error);
    }
  }
  if (refusals.length > 0) throw new AggregateError(refusals, refusals.map(({ message }) => message).join("\n"));
  return awards;
}

/** Sorted, so that every machine lists them alike. */
export async function packFolders(rulesFolder: string): Promise<readonly string[]> {
  const names = (await readdir(rulesFolder)).sort();
  const found = await Promise.all(names.map((name) => isFile(join(rulesFolder, name, "pack.json"))));
  return names.filter((_, index) => found[index]);
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
