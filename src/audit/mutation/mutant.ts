/** A pack changed in one place, as a slip of its author would change it. */
import type { JsonValue } from "../../kernel/answer.js";
import type { PackFiles } from "../../kernel/model.js";
import type { Place } from "../../pack/place.js";
import { valueAt, withValue } from "./edit.js";
import type { OperatorName } from "./operators.js";

export interface RuleMutant {
  readonly operator: OperatorName;
  /** `eligibility.json` */
  readonly file: string;
  /** JSON Pointer in the file, of what is changed or, where it is new, of where it is put. */
  readonly pointer: string;
  /** Of the rule, derived fact, parameter or consequence that is changed; `null` of criteria, which rest on none. */
  readonly provision: string | null;
  /** `null` where there was nothing. */
  readonly from: JsonValue;
  /** `null` where nothing is left. */
  readonly to: JsonValue;
  /** The pack with the change, unchecked; what is not changed is the same object as in the pack it is made from. */
  readonly files: PackFiles;
}

/** All the changes of one kind, in the order of the files. */
export type MutationOperator = (files: PackFiles) => Iterable<RuleMutant>;

/** A value replaced, or taken away. */
export function replaced(
  files: PackFiles,
  operator: OperatorName,
  { place, provision }: { readonly place: Place; readonly provision: string | null },
  to: unknown,
): RuleMutant {
  const from = valueAt(files, place);
  return mutantOf(operator, { place, provision }, from, to, withValue(files, place, to));
}

/** A change that is more than one value. */
export function mutantOf(
  operator: OperatorName,
  { place, provision }: { readonly place: Place; readonly provision: string | null },
  from: unknown,
  to: unknown,
  files: PackFiles,
): RuleMutant {
  return { operator, ...place, provision, from: (from ?? null) as JsonValue, to: (to ?? null) as JsonValue, files };
}

/** By what a mutant is named: `threshold-raised parameters.json#/parameters/4/value`; each mutant of a pack has its own. */
export function keyOf({ operator, file, pointer }: Pick<RuleMutant, "operator" | "file" | "pointer">): string {
  return `${operator} ${file}#${pointer}`;
}

/** Longer values are cut. */
const LONGEST = 60;

/** What is changed, found without counting: `minOperatingYears: 5 → 6`; a dash where there was nothing, or nothing is left. */
export function changeOf({ within, from, to }: Pick<RuleMutant, "from" | "to"> & { readonly within: readonly string[] }): string {
  return `${within.join(" / ")}${within.length === 0 ? "" : ": "}${shown(from)} → ${shown(to)}`;
}

function shown(value: JsonValue): string {
  if (value === null) return "–";
  const written = JSON.stringify(value);
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
}
