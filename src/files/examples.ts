/** Example questions that a pack brings along: `rules/<award>/examples/<decision>.json`, `selection.json` and `case.json`, each a body as it is sent. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { packFolders } from "./packs.js";

/** By award, then by decision; or by `selection` or `case`. */
export type Examples = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

const SUFFIX = ".json";

export async function loadExamples(rulesFolder: string): Promise<Examples> {
  const names = await packFolders(rulesFolder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await examplesIn(join(rulesFolder, name, "examples"))] as const)),
  );
}

/** A pack need not have any. */
async function examplesIn(folder: string): Promise<ReadonlyMap<string, unknown>> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(SUFFIX)).sort();
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), "utf8")) as unknown;
  return new Map(await Promise.all(files.map(async (file) => [file.slice(0, -SUFFIX.length), await read(file)] as const)));
}
