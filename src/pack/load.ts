import { type Award, compileAward } from "../kernel/award.js";
import { isRecord } from "../kernel/read-facts.js";
import { type Checked, checkPack } from "./check.js";
import { digestOf } from "./digest.js";
import { PackError } from "./pack-error.js";

/**
 * Checks a pack and makes it ready to decide. What is given is copied, so that changing it later changes no award.
 * @param pack the pack's parts by name, as `GET /v1/awards/{award}` answers them; plain JSON
 * @throws PackError with every failure, each with file, pointer and remedy
 * @example
 * const award = loadAward(await (await fetch("/v1/awards/nm-chairman-2022")).json());
 */
export function loadAward(pack: unknown): Award {
  return awardOf(checkPack(pack), idOf(pack));
}

/**
 * @param id names the pack in the error
 * @throws PackError where the pack is not sound
 */
export function awardOf(checked: Checked, id: string): Award {
  if (checked.files === null) throw new PackError(id, checked.failures);
  return compileAward(checked.files, digestOf(checked.files));
}

/** What the pack calls itself, as far as can be told. */
function idOf(pack: unknown): string {
  const header = isRecord(pack) ? pack["pack"] : undefined;
  const id = isRecord(header) ? header["id"] : undefined;
  return typeof id === "string" ? id : "without an id";
}
