/** The bad packs under `test/packs/bad`: what is changed in a good one, and every failure it must give. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackFailure } from "../../src/pack/pack-error.js";
import type { Base, Change } from "./changed-pack.js";

export interface BadPack {
  readonly name: string;
  readonly says: string;
  readonly base: Base;
  readonly change: readonly Change[];
  /** All of them, in order. */
  readonly expect: readonly Expected[];
}

/** The line is given where the text is what the pack is about. */
export type Expected = Pick<PackFailure, "file" | "pointer" | "code"> & { readonly line?: number };

const FOLDER = "test/packs/bad";

export const badPacks: readonly BadPack[] = readdirSync(FOLDER)
  .sort()
  .map((file) => ({
    name: file.replace(/\.json$/, ""),
    ...(JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Omit<BadPack, "name">),
  }));
