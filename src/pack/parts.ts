/** The files of a pack: six parts of fixed name, and one rule file for each decision. */
import type { PackFiles } from "../kernel/model.js";

/** In the order in which they are read and reported. */
export const PARTS = ["pack", "law", "ledger", "facts", "parameters", "interpretations"] as const;

export type PartName = (typeof PARTS)[number];

export type Parts = Pick<PackFiles, PartName>;

export function isPart(name: string): name is PartName {
  return (PARTS as readonly string[]).includes(name);
}

export function fileOf(name: string): string {
  return `${name}.json`;
}
