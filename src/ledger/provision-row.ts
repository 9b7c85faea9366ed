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

export interface ProvisionRow {
  readonly eId: string;
  readonly label: Text;
  /** The sentence, letter by letter. */
  readonly text: string;
  readonly status: LedgerRow["status"];
  readonly reason: Text;
  /** As the ledger names them; `null` where what they say stands nowhere by itself. */
  readonly rules: readonly { readonly name: string; readonly says: Text | null }[];
  /** Sentences of cases that bear on it. */
  readonly cases: readonly string[];
  readonly coverage: readonly CoverageItem[];
  readonly mutants: readonly MutantResult[];
  readonly proofs: readonly ProofResult[];
}

/** @returns one row a sentence, in the law's order: a pack's ledger has each of them once */
export function provisionRows({ award, coverage, mutation, proofs }: RuleAudit): readonly ProvisionRow[] {
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
  return rows.map(({ provision: eId, status, reason, rules }) => {
    const own = placed.coverage.get(eId) ?? [];
    return {
      eId,
      label: labelOf(provisions, eId),
      text: provisions.get(eId)?.text ?? "",
      status,
      reason,
      rules: rules.map((name) => ({ name, says: saysOfRule(award, name) })),
      cases: [...new Set(own.flatMap(({ cases }) => cases))],
      coverage: own,
      mutants: placed.mutants.get(eId) ?? [],
      proofs: placed.proofs.get(eId) ?? [],
    };
  });
}

/** What is of a provision stands at its row; what is of a whole article, paragraph or item at the first of its sentences. */
function byRow<T extends { readonly provision: string | null }>(
  eIds: readonly string[],
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const rowOf = new Map(eIds.map((eId) => [eId, eId]));
  const placed = new Map<string, T[]>(eIds.map((eId) => [eId, []]));
  for (const one of all) {
    const { provision } = one;
    if (provision === null) continue;
    const row = rowOf.get(provision) ?? eIds.find((eId) => standsIn(eId, provision) || standsIn(provision, eId));
    if (row === undefined) continue;
    rowOf.set(provision, row);
    placed.get(row)?.push(one);
  }
  return placed;
}
