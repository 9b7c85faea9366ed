/** The list of mutants that no case can tell from a pack: `equivalents.json` beside its cases, optional. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CheckedEquivalents, checkEquivalents } from "../audit/mutation/equivalent.js";
import { failure } from "../kernel/failure.js";
import { parseJson } from "./parse-json.js";
import { decodeUtf8 } from "./utf8.js";

export const EQUIVALENTS_FILE = "equivalents.json";

/**
 * @param folder `rules/nm-chairman-2022/cases`
 * @returns none where there is no such folder or file
 */
export async function readEquivalents(folder: string): Promise<CheckedEquivalents> {
  const bytes = await readFile(join(folder, EQUIVALENTS_FILE)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (bytes === null) return { ok: true, equivalents: [] };
  const text = decodeUtf8(bytes);
  if (text === null) return { ok: false, errors: [failure("", { code: "not-utf8" })] };
  const parsed = parseJson(text);
  return parsed.ok ? checkEquivalents(parsed.value) : parsed;
}
