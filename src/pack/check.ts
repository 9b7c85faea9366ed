/** A pack as it was read, unknown JSON, against everything a pack must be; all that is wrong with it at once. */
import type { PackFiles } from "../kernel/model.js";
import { isRecord } from "../kernel/read-facts.js";
import { checks, checksOfDecisions } from "./checks/all.js";
import { chainsEnd } from "./checks/chains.js";
import { eIds } from "./checks/eids.js";
import { type Check, contextOf, type Need } from "./context.js";
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
  return checkedBy(checks, pack, unread);
}

/**
 * The same for nothing but what keeps a pack from being decided by: its shape, its names, its types. What it leaves unread,
 * its ledger, and the parts that no decision reads are not held to anything.
 */
export function checkDecidable(pack: unknown): Checked {
  return checkedBy(checksOfDecisions, pack, NOTHING);
}

function checkedBy(asked: readonly Check[], pack: unknown, unread: Unread): Checked {
  if (!isRecord(pack)) {
    return { files: null, failures: [packFailure(placeIn("."), { code: "not-an-object", found: pack, expected: "object" })] };
  }
  const read = readParts(pack, unread.names);
  const before = [...unread.failures, ...read.failures];
  const failures = [...before, ...findingsOf(read, asked)];
  if (failures.length > 0) return { files: null, failures: inOrder(distinct(failures), read.contents) };
  const rules = Object.freeze(Object.fromEntries(read.rules));
  return { files: Object.freeze({ ...(read.sound as Parts), rules }), failures: [] };
}

/** Runs every check that has what it needs: a part that is misshapen is left out, so that nothing follows from it. */
function findingsOf({ sound, rules, allRules, given }: ReadParts, asked: readonly Check[]): readonly PackFailure[] {
  const usable = { ...sound };
  const found: PackFailure[] = [];
  const context = contextOf({ sound: usable, rules, given }, found);
  const has = (need: Need) => (need === "rules" ? allRules : usable[need] !== undefined);
  const run = ({ needs, find }: Check) => {
    const findings = needs.every(has) ? find(context) : [];
    for (const failure of findings) found.push(failure);
    return findings.length === 0;
  };
  // Where provisions are misnumbered, what refers to them may be right; where derivations go on and on, none is followed.
  if (!run(eIds)) delete usable.law;
  if (!run(chainsEnd)) delete usable.facts;
  asked.forEach(run);
  return found;
}

/** The same thing found twice, by two ways of looking, is reported once. */
function distinct(failures: readonly PackFailure[]): readonly PackFailure[] {
  return [...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values()];
}
