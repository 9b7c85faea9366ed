/** Editions kept beside a pack's rules: `editions/2023-selection.json` is the question of selection of `2023`. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";

const ENDING = "-selection.json";

/**
 * @param packFolder `rules/<award>`
 * @returns paths by the names of the editions, in their order; none where the pack keeps none
 */
export async function editionsIn(packFolder: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(packFolder, "editions");
  const names = await readdir(folder).catch(() => []);
  const questions = names.filter((name) => name.endsWith(ENDING)).sort();
  return new Map(questions.map((name) => [name.slice(0, -ENDING.length), join(folder, name)]));
}
