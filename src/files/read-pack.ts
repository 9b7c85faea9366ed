/** A pack's folder, `rules/<award>/`, as the parts that `loadAward` takes. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const PARTS = ["pack", "law", "ledger", "facts", "parameters", "interpretations"] as const;

export async function readPackFolder(folder: string): Promise<Record<string, unknown>> {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, `${name}.json`), "utf8")) as unknown;
  const parts = Object.fromEntries(await Promise.all(PARTS.map(async (part) => [part, await read(part)] as const)));
  const { decisions } = parts["pack"] as { decisions: readonly { name: string }[] };
  const rules = Object.fromEntries(await Promise.all(decisions.map(async ({ name }) => [name, await read(name)] as const)));
  return { ...parts, rules };
}
