/** The law sentence by sentence, beside each what the ledger says of it and what an audit found. */
import type { CoverageItem } from "../audit/coverage/coverage.js";
import type { MutantResult } from "../audit/mutation/mutation-score.js";
import { standsIn } from "../audit/provision-named.js";
import { labelOf, provisionsOf } from "../audit/provisions.js";
import type { LedgerRow } from "../kernel/model.js";
import type { Text } from "../kernel/text.js";
import type { ProofResult } from "../proof/result.js";
import type { RuleAudit } from "./rule-audit.js";
import { saysOfRule } from "./says-of-rule.js";

/** What an audit found of one provision, or of the award as a whole. */
export interface Findings {
  /** Sentences of the cases that first showed something here. */
  readonly cases: readonly string[];
  readonly coverage: readonly CoverageItem[];
  readonly mutants: readonly MutantResult[];
  readonly proofs: readonly ProofResult[];
}

export interface ProvisionRow extends Findings {
  readonly eId: string;
  readonly label: Text;
  /** The sentence, letter by letter. */
  readonly text: string;
  readonly status: LedgerRow["status"];
  readonly reason: Text;
  /** As the ledger names them; `null` where what they say stands nowhere by itself. */
  readonly rules: readonly { readonly name: string; readonly says: Text | null }[];
}

export interface ProvisionRows {
  /** One a sentence, in the law's order: a pack's ledger has each of them once. */
  readonly rows: readonly ProvisionRow[];
  /** What is of no provision, or of one that no row has. */
  readonly whole: Findings;
}

export function provisionRows({ award, coverage, mutation, proofs }: RuleAudit): ProvisionRows {
  const { files } = award;
  const provisions = provisionsOf(files.law);
  const order = new Map([...provisions.keys()].map((eId, at) => [eId, at]));
  const rows = files.ledger.provisions.toSorted((a, b) => (order.get(a.provision) ?? 0) - (order.get(b.provision) ?? 0));
  const eIds = rows.map(({ provision }) => provision);
  const placed = {
    coverage: byRow(eIds, coverage.items),
    mutants: byRow(eIds, mutation?.mutants ?? []),
    proofs: byRow(eIds, proofs ?? []),
  };
  const findingsAt = (row: string | null): Findings => {
    const own = placed.coverage.get(row) ?? [];
    return {
      cases: [...new Set(own.flatMap(({ cases }) => cases))],
      coverage: own,
      mutants: placed.mutants.get(row) ?? [],
      proofs: placed.proofs.get(row) ?? [],
    };
  };
  return {
    rows: rows.map(({ provision: eId, status, reason, rules }) => ({
      eId,
      label: labelOf(provisions, eId),
      text: provisions.get(eId)?.text ?? "",
      status,
      reason,
      rules: rules.map((name) => ({ name, says: saysOfRule(award, name) })),
      ...findingsAt(eId),
    })),
    whole: findingsAt(null),
  };
}

/**
 * What is of a provision stands at its row, what is of a whole article, paragraph or item at the first of its sentences, and
 * what is of none that has a row at `null`.
 */
function byRow<T extends { readonly provision: string | null }>(
  eIds: readonly string[],
  all: readonly T[],
): ReadonlyMap<string | null, readonly T[]> {
  const rowOf = new Map<string | null, string | null>([[null, null], ...eIds.map((eId) => [eId, eId] as const)]);
  const rowFor = (provision: string) => eIds.find((eId) => standsIn(eId, provision) || standsIn(provision, eId)) ?? null;
  const placed = new Map<string | null, T[]>([null, ...eIds].map((eId) => [eId, []]));
  for (const one of all) {
    const { provision } = one;
    const known = rowOf.get(provision);
    const row = known === undefined ? rowFor(provision ?? "") : known;
    rowOf.set(provision, row);
    placed.get(row)?.push(one);
  }
  return placed;
}
