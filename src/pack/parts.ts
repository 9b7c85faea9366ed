/** The files of a pack: six parts of fixed name, three more where winners are selected by score, two where cases are followed step by step, one of what must hold of every case, and one rule file for each decision. */
import type { PackFiles } from "../kernel/model.js";

/** In the order in which they are read and reported. */
export const PARTS = [
  "pack",
  "law",
  "ledger",
  "facts",
  "parameters",
  "interpretations",
  "criteria",
  "selection",
  "review-rules",
  "procedure",
  "obligations",
  "properties",
] as const;

export type PartName = (typeof PARTS)[number];

export type Parts = Required<Pick<PackFiles, PartName>>;

/** Parts a pack may do without, each with those it cannot stand without: criteria alone may be scored by, and nothing more. */
const OPTIONAL: ReadonlyMap<string, readonly PartName[]> = new Map<PartName, readonly PartName[]>([
  ["criteria", []],
  ["selection", ["criteria", "review-rules"]],
  ["review-rules", ["selection", "criteria"]],
  ["procedure", []],
  ["obligations", ["procedure"]],
  ["properties", []],
]);

export function isOptional(part: PartName): boolean {
  return OPTIONAL.has(part);
}

/** The part that is there and cannot stand without this one, if any. */
export function whatNeeds(part: PartName, isThere: (other: PartName) => boolean): PartName | undefined {
  return PARTS.find((other) => OPTIONAL.get(other)?.includes(part) && isThere(other));
}

export function isPart(name: string): name is PartName {
  return (PARTS as readonly string[]).includes(name);
}

export function fileOf(name: string): string {
  return `${name}.json`;
}
