/** How many of a pack's mutants its cases tell from the pack; plain JSON. */
import type { Text } from "../../kernel/text.js";
import type { RuleMutant } from "./mutant.js";

/**
 * - `killed`: some case fails;
 * - `survived`: none does;
 * - `equivalent`: none does, and it is listed as one that no case can tell from the pack;
 * - `stillborn`: its shape, its names or its types make it no pack, so that nothing can be decided by it;
 * - `outside`: no decision reads what is changed, so that no case can see it; it counts as not killed all the same.
 */
export const MUTANT_STATUSES = ["killed", "survived", "equivalent", "stillborn", "outside"] as const;

export type MutantStatus = (typeof MUTANT_STATUSES)[number];

export interface MutantResult extends Omit<RuleMutant, "files"> {
  readonly status: MutantStatus;
  /** Names of the parts of the file that it is in, the outermost first. */
  readonly within: readonly string[];
  /** Sentence of the first case that fails; cases about the rules concerned come first. Of one that is killed. */
  readonly killedBy?: string;
  /** Code of the first failure. Of one that is stillborn. */
  readonly refusedFor?: string;
  /** Why nothing tells it from the pack, of one that is equivalent; what is wrong with it, of one that is stillborn. */
  readonly reason?: Text;
}

/** A line of the list of equivalents that does not hold. */
export interface StaleEquivalent {
  readonly mutant: string;
  /** `killed`, `stillborn`, `outside`, or `unknown`: the pack has no such mutant. */
  readonly found: MutantStatus | "unknown";
}

export interface MutationScore {
  readonly award: string;
  /** How many mutants the pack has, and that of them each `every`-th was tried, the first among them. */
  readonly of: number;
  readonly every: number;
  /** Those tried, in the order of `mutantsOf`. */
  readonly mutants: readonly MutantResult[];
  readonly counts: Readonly<Record<MutantStatus, number>>;
  /** Killed of those killed, survived or outside, in parts per 10 000, rounded down; 10 000 where there is none. */
  readonly share: number;
  /** The mutants that survived, by the provisions they bear on, in the order of the mutants. */
  readonly survivors: readonly { readonly provision: string | null; readonly mutants: readonly MutantResult[] }[];
  readonly stale: readonly StaleEquivalent[];
  /** Sentences of cases that the pack itself does not meet: they kill nothing. */
  readonly failing: readonly string[];
}

/** @param told all of the score that is not counted from its mutants */
export function scoreOf(told: Omit<MutationScore, "counts" | "share" | "survivors">): MutationScore {
  const { mutants, stale, failing, ...head } = told;
  const count = (status: MutantStatus) => mutants.filter((mutant) => mutant.status === status).length;
  const counts = Object.fromEntries(MUTANT_STATUSES.map((status) => [status, count(status)])) as MutationScore["counts"];
  const asked = counts.killed + counts.survived + counts.outside;
  const share = asked === 0 ? 10_000 : Math.floor((10_000 * counts.killed) / asked);
  return { ...head, mutants, counts, share, survivors: byProvision(mutants), stale, failing };
}

function byProvision(mutants: readonly MutantResult[]): MutationScore["survivors"] {
  const groups = new Map<string | null, MutantResult[]>();
  for (const mutant of mutants) {
    if (mutant.status !== "survived") continue;
    groups.set(mutant.provision, [...(groups.get(mutant.provision) ?? []), mutant]);
  }
  return [...groups].map(([provision, own]) => ({ provision, mutants: own }));
}
