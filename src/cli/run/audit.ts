/** The log of a case against the procedure of its award. */
import type { Bytes } from "../../files/tables/out-table.js";
import { textPieces } from "../../files/tables/text-pieces.js";
import { csvBytes } from "../../files/tables/write-csv.js";
import { writeFileWhole, writeStream } from "../../files/tables/write-table.js";
import type { Award } from "../../kernel/award.js";
import { audit } from "../../procedure/audit.js";
import type { AuditFormat } from "../audit-format.js";
import { awardsAtHand, findAward } from "../awards-at-hand.js";
import { BREACH_COLUMNS, breachRows } from "../breach-table.js";
import { type CaseOptions, caseAtHand, requireProcedure } from "../case-at-hand.js";
import { inputSize } from "../input-size.js";
import { jsonPieces } from "../json-pieces.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { requireFolderOf } from "../output-to.js";
import { type Audited, countsOf } from "../page/audit/audited.js";
import { auditInWords } from "../page/audit/head.js";
import { auditPage } from "../page/audit/page.js";
import { fileProblem } from "../read-input.js";
import { type Screen, uncoloured } from "../screen.js";

export interface AuditOptions extends CommonOptions, CaseOptions {
  readonly award: string;
  readonly format: AuditFormat;
  readonly out?: string;
}

const BREACHES = 1;

export async function runAudit(path: string | undefined, options: AuditOptions): Promise<void> {
  const { award } = findAward(await awardsAtHand(rulesFolders(options)), options.award);
  requireProcedure(award);
  const { out, format } = options;
  if (out !== undefined) {
    inputSize(path === undefined || path === "-" ? null : path, out);
    await requireFolderOf(out);
  }
  const log = await caseAtHand(path, options);
  const { result } = await log.answer(award, audit);
  const audited = { audit: result, log };
  const screen = screenFor(process.stdout, options);
  await write(bytesOf(award, audited, format, out === undefined ? screen : uncoloured(screen), out !== undefined), out);
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

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

async function write(bytes: Bytes, out: string | undefined): Promise<void> {
  try {
    if (out === undefined) await writeStream(process.stdout, bytes);
    else await writeFileWhole(out, bytes);
  } catch (error) {
    throw fileProblem(error, out ?? "<stdout>");
  }
}
