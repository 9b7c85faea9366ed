/** The log of a case in another format. */
import type { Bytes } from "../../files/tables/out-table.js";
import { textPieces } from "../../files/tables/text-pieces.js";
import type { Award } from "../../kernel/award.js";
import type { Conceal } from "../../kernel/confidential/conceal.js";
import type { Text } from "../../kernel/model.js";
import { concealLog } from "../../procedure/confidential.js";
import { readCase } from "../../procedure/read-case.js";
import { awardsAtHand, findAward } from "../awards-at-hand.js";
import { type CaseAtHand, caseAtHand, requireProcedure } from "../case-at-hand.js";
import { concealFromEnvironment } from "../conceal.js";
import type { ExportFormat } from "../export-format.js";
import { jsonPieces } from "../json-pieces.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { readsOf, requireWritable } from "../require-writable.js";
import { block, say } from "../screen.js";
import { put } from "./put.js";

export interface ExportOptions extends CommonOptions {
  readonly award: string;
  readonly format: ExportFormat;
  readonly ignore?: readonly string[];
  readonly out?: string;
}

type Log = Readonly<Record<string, unknown>> & { readonly events: readonly unknown[] };

export async function runExport(path: string | undefined, options: ExportOptions): Promise<void> {
  const conceal = concealFromEnvironment(options);
  const atHand = await awardsAtHand(rulesFolders(options));
  const { award } = findAward(atHand, options.award);
  requireProcedure(award);
  const { out, format, ignore = [] } = options;
  await requireWritable(out, readsOf(atHand, [path ?? "-"]));
  const log = await caseAtHand(path, award, { ignore });
  await log.answer((of, question, official) => {
    const read = readCase(of, question, official);
    return read.ok ? SOUND : read;
  });
  const question = { events: [], ...(log.question as object) } as Log;
  await put(await bytesOf(award, log, question, format, conceal), out);
  const left = format === "xes" ? Object.keys(question).filter((name) => !IN_XES.includes(name)) : [];
  if (left.length > 0) {
    const screen = screenFor(process.stderr, options);
    process.stderr.write(
      `${block(screen, 2, say(screen, leftOut(left)), { first: `${screen.paint.yellow("!")} ` }).join("\n")}\n`,
    );
  }
}

const SOUND = { ok: true as const };
const IN_XES: readonly string[] = ["edition", "applicants", "events"];

async function bytesOf(award: Award, at: CaseAtHand, log: Log, format: ExportFormat, conceal: Conceal): Promise<Bytes> {
  switch (format) {
    case "xes":
      return textPieces([await xesOf(award, at, log, conceal)]);
    case "ndjson":
      return textPieces(linesOf(concealLog(log, conceal) as Log));
    case "json":
      return textPieces(jsonPieces(concealLog(log, conceal) as Log));
  }
}

/** @throws BadInput where XML cannot hold it */
async function xesOf(award: Award, at: CaseAtHand, { edition, applicants, events }: Log, conceal: Conceal): Promise<string> {
  const { writeXes } = await import("../../files/xes/write-xes.js");
  const written = await at.answer(() => {
    const answer = writeXes(award, { edition, applicants, events }, { conceal });
    return answer.ok ? { ok: true as const, xes: answer.xes } : answer;
  });
  return written.xes;
}

/** The case without its events, and each event on a line below it. */
function* linesOf({ events, ...head }: Log): Generator<string> {
  yield `${JSON.stringify(head)}\n`;
  for (const event of events) yield `${JSON.stringify(event)}\n`;
}

function leftOut(names: readonly string[]): Text {
  return {
    zh: `XES 只有记录本身，未写入 ${names.join("、")}`,
    en: `XES holds the log alone: ${names.join(", ")} left out`,
  };
}
