/** The log of a case against the procedure of its award. */
import type { Bytes } from "../../files/tables/out-table.js";
import { textPieces } from "../../files/tables/text-pieces.js";
import { csvBytes } from "../../files/tables/write-csv.js";
import type { Award } from "../../kernel/award.js";
import { audit } from "../../procedure/audit.js";
import type { AuditFormat } from "../audit-format.js";
import { awardsAtHand, findAward } from "../awards-at-hand.js";
import { BREACH_COLUMNS, breachRows } from "../breach-table.js";
import { type CaseOptions, caseAtHand, requireProcedure } from "../case-at-hand.js";
import { jsonPieces } from "../json-pieces.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { type Audited, countsOf } from "../page/audit/audited.js";
import { auditInWords } from "../page/audit/head.js";
import { auditPage } from "../page/audit/page.js";
import { readsOf, requireWritable } from "../require-writable.js";
import { type Screen, uncoloured } from "../screen.js";
import { ended, put } from "./put.js";

export interface AuditOptions extends CommonOptions, CaseOptions {
  readonly award: string;
  readonly format: AuditFormat;
  readonly out?: string;
}

const BREACHES = 1;

export async function runAudit(path: string | undefined, options: AuditOptions): Promise<void> {
  const atHand = await awardsAtHand(rulesFolders(options));
  const { award } = findAward(atHand, options.award);
  requireProcedure(award);
  const { out, format } = options;
  await requireWritable(out, readsOf(atHand, [path ?? "-", options.calendar]));
  const log = await caseAtHand(path, award, options);
  const { result } = await log.answer(audit);
  const audited = { audit: result, log };
  const screen = screenFor(process.stdout, options);
  await put(bytesOf(award, audited, format, out === undefined ? screen : uncoloured(screen), out !== undefined), out);
  // What goes elsewhere than to a page on standard output is summed up for whoever asked.
  if (out !== undefined || format === "csv") {
    process.stderr.write(`${auditInWords(screenFor(process.stderr, options), audited).join("\n")}\n`);
  }
  if (countsOf(result).certain > 0) process.exitCode = BREACHES;
}

/** @param isFile a CSV file begins with a byte order mark, for spreadsheet programs; what is piped does not */
function bytesOf(award: Award, audited: Audited, format: AuditFormat, screen: Screen, isFile: boolean): Bytes {
  switch (format) {
    case "text":
      return textPieces(ended(auditPage(screen, award, audited)));
    case "json":
      return textPieces(jsonPieces(audited.audit));
    case "csv":
      return csvBytes(BREACH_COLUMNS, breachRows(audited, screen.language), { mark: isFile });
  }
}
