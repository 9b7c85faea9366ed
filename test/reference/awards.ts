/** The pack of the 2022 measures, as it is and with something changed. */
import { fileURLToPath } from "node:url";
import { readPackFolder } from "../../src/files/read-pack.js";
import { type Award, compileAward } from "../../src/kernel/award.js";
import type { PackFiles } from "../../src/kernel/model.js";
import { loadAward } from "../../src/pack/load.js";

const folder = fileURLToPath(new URL("../../rules/nm-chairman-2022", import.meta.url));

export async function award2022(): Promise<Award> {
  return loadAward(await readPackFolder(folder));
}

/** The award with its files changed; whether they would still pass the checks of a pack is not asked. */
export function changed({ files, digest }: Award, change: (files: Mutable<PackFiles>) => void): Award {
  const copy = structuredClone(files) as Mutable<PackFiles>;
  change(copy);
  return compileAward(copy as PackFiles, digest);
}

type Mutable<T> = T extends object ? { -readonly [Member in keyof T]: Mutable<T[Member]> } : T;
