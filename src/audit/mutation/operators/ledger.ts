/** The ledger of a pack in which a rule stands elsewhere, or nowhere any more: without it the change would be refused for its ledger alone. */
import type { LedgerRow, PackFiles } from "../../../kernel/model.js";

/** @param name `eligibility/operating-years` */
export function ledgerWithout(files: PackFiles, name: string): PackFiles {
  return withRows(files, (row) =>
    row.rules.includes(name)
      ? withRules(
          row,
          row.rules.filter((rule) => rule !== name),
        )
      : row,
  );
}

/** The rule in the row of one sentence and in no other. */
export function ledgerMoved(files: PackFiles, name: string, sentence: string): PackFiles {
  return withRows(ledgerWithout(files, name), (row) => (row.provision === sentence ? withRules(row, [...row.rules, name]) : row));
}

function withRows(files: PackFiles, change: (row: LedgerRow) => LedgerRow): PackFiles {
  return { ...files, ledger: { provisions: files.ledger.provisions.map(change) } };
}

function withRules(row: LedgerRow, rules: readonly string[]): LedgerRow {
  return { ...row, rules, status: rules.length > 0 ? "encoded" : "definition" };
}
