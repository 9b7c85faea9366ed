/** What an audit comes to, counted: of the whole, or of one provision. */
import type { CoverageItem } from "../audit/coverage/coverage.js";
import type { MutantResult } from "../audit/mutation/mutation-score.js";
import type { ProofResult } from "../proof/result.js";

export interface Tally {
  readonly coverage: { readonly needs: number; readonly seen: number };
  readonly mutants: {
    readonly killed: number;
    readonly survived: number;
    readonly equivalent: number;
    readonly stillborn: number;
  };
  readonly proofs: { readonly proved: number; readonly refuted: number; readonly open: number };
}

export function tallyOf(of: {
  readonly coverage: readonly CoverageItem[];
  readonly mutants: readonly MutantResult[];
  readonly proofs: readonly ProofResult[];
}): Tally {
  const { coverage, mutants, proofs } = of;
  const mutantsThat = (is: MutantResult["status"]) => mutants.filter(({ status }) => status === is).length;
  return {
    coverage: {
      needs: coverage.reduce((sum, { needs }) => sum + needs.length, 0),
      seen: coverage.reduce((sum, { seen }) => sum + seen.length, 0),
    },
    mutants: {
      killed: mutantsThat("killed"),
      survived: mutantsThat("survived"),
      equivalent: mutantsThat("equivalent"),
      stillborn: mutantsThat("stillborn"),
    },
    proofs: {
      proved: proofs.filter(({ status }) => status === "proved").length,
      refuted: proofs.filter(({ status }) => status === "refuted").length,
      open: proofs.filter(({ status }) => status === "undecided" || status === "unconfirmed").length,
    },
  };
}
