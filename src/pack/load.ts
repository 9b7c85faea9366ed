import { type Award, compileAward } from "../kernel/award.js";
import type { PackFiles } from "../kernel/model.js";
import { digestOf } from "./digest.js";

/**
 * Checks a pack and makes it ready to decide.
 * @param pack the pack's parts by name, as `GET /v1/awards/{award}` answers them; plain JSON
 * @throws PackError with every failure, each with file, pointer and remedy
 * @example
 * const award = loadAward(await (await fetch("/v1/awards/nm-chairman-2022")).json());
 */
export function loadAward(pack: unknown): Award {
  const files = pack as PackFiles;
  return compileAward(files, digestOf(files));
}
