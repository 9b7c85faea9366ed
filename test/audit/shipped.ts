/** Packs with their cases, as they are shipped. */
import { join } from "node:path";
import type { Case } from "../../src/audit/case.js";
import { listCaseFiles, readCases } from "../../src/files/read-cases.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";

export const PACKS = ["rules/nm-chairman-2022", "test/packs/good/invented-craft-2030"] as const;

export interface Shipped {
  readonly award: Award;
  readonly cases: readonly Case[];
}

/** @throws Error where a file of cases is not sound */
export async function shipped(folder: string): Promise<Shipped> {
  const award = await loadPackFolder(folder);
  const files = await listCaseFiles(join(folder, "cases"));
  const cases: Case[] = [];
  for (const file of files) {
    const read = await readCases(award, file);
    if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.errors)}`);
    cases.push(...read.cases.map((placed) => placed.case));
  }
  return { award, cases };
}
