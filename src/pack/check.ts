/** A pack as it was read, unknown JSON, against everything a pack must be; all that is wrong with it at once. */
import type { PackFiles } from "../kernel/model.js";
import { isRecord } from "../kernel/read-facts.js";
import { checks } from "./checks/all.js";
import { eIds } from "./checks/eids.js";
import { contextOf, type Need } from "./context.js";
import { inOrder } from "./in-order.js";
import type { PackFailure } from "./pack-error.js";
import { packFailure } from "./pack-failure.js";
import type { Parts } from "./parts.js";
import { placeIn } from "./place.js";
import { type ReadParts, readParts } from "./read-parts.js";

/** What went wrong before the pack could be checked. */
export interface Unread {
  /** Files that could not be read, without `.json`: they are wrong, but not missing. */
  readonly names: ReadonlySet<string>;
  readonly failures: readonly PackFailure[];
}

const NOTHING: Unread = { names: new Set(), failures: [] };

export type Checked =
  | { readonly files: PackFiles; readonly failures: readonly [] }
  | { readonly files: null; readonly failures: readonly PackFailure[] };

/** @returns the pack, copied and frozen, or everything that is wrong with it, file by file and from top to bottom */
export function checkPack(pack: unknown, unread: Unread = NOTHING): Checked {
  if (!isRecord(pack)) {
    return { files: null, failures: [packFailure(placeIn("."), { code: "not-an-object", found: pack, expected: "object" })] };
  }
  const read = readParts(pack, unread.names);
  const failures = [...unread.failures, ...read.failures];
  failures.push(...findingsOf(read, failures));
  if (failures.length > 0) return { files: null, failures: inOrder(distinct(failures), read.contents) };
  const rules = Object.freeze(Object.fromEntries(read.rules));
  return { files: Object.freeze({ ...(read.sound as Parts), rules }), failures: [] };
}

/** Runs every check that has what it needs: a part that is misshapen is left out, so that nothing follows from it. */
function findingsOf({ sound, rules, allRules }: ReadParts, before: readonly PackFailure[]): readonly PackFailure[] {
  const usable = { ...sound };
  const misnumbered = sound.law === undefined ? [] : eIds.find(contextOf(sound, rules, before));
  // Where provisions are misnumbered, what refers to them may be right.
  if (misnumbered.length > 0) delete usable.law;
  const found = [...before, ...misnumbered];
  const context = contextOf(usable, rules, found);
  const has = (need: Need) => (need === "rules" ? allRules : usable[need] !== undefined);
  for (const check of checks) if (check.needs.every(has)) found.push(...check.find(context));
  return found.slice(before.length);
}

/** The same thing found twice, by two ways of looking, is reported once. */
function distinct(failures: readonly PackFailure[]): readonly PackFailure[] {
  return [...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values()];
}
