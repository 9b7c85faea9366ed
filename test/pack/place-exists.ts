/** Whether a failure points at something that is there. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackFailure } from "../../src/pack/pack-error.js";
import { stepsOf } from "../../src/pack/place.js";

/** In the file's text; of a text that is no JSON there is only the whole, and of a file that is missing nothing else. */
export async function placeExists(folder: string, { file, pointer, line }: PackFailure): Promise<boolean> {
  const text = await readFile(join(folder, file), "utf8").catch(() => null);
  if (text === null) return pointer === "" && line === undefined;
  if (line === undefined || line < 1 || line > text.split("\n").length) return false;
  try {
    return pointsInto(JSON.parse(text.replace(/^\uFEFF/, "")), pointer);
  } catch {
    return pointer === "";
  }
}

export function pointsInto(value: unknown, pointer: string): boolean {
  let at = value;
  for (const step of stepsOf(pointer)) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return false;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return true;
}
