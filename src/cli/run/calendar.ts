/** The deadlines and duties of a case. */
import type { Bytes } from "../../files/tables/out-table.js";
import { textPieces } from "../../files/tables/text-pieces.js";
import { csvBytes } from "../../files/tables/write-csv.js";
import type { Award } from "../../kernel/award.js";
import type { OfficialCalendar } from "../../kernel/official-calendar.js";
import { type DeadlinesAnswer, deadlines } from "../../procedure/deadlines.js";
import { obligations } from "../../procedure/obligations.js";
import { awardsAtHand, findAward } from "../awards-at-hand.js";
import type { CalendarFormat } from "../calendar-format.js";
import { CALENDAR_COLUMNS, calendarRows } from "../calendar-table.js";
import { type CaseOptions, caseAtHand, requireProcedure } from "../case-at-hand.js";
import { jsonPieces } from "../json-pieces.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { type Calendar, type Dated, overdueOf } from "../page/calendar/dated.js";
import { calendarInWords } from "../page/calendar/head.js";
import { calendarPage } from "../page/calendar/page.js";
import { readsOf, requireWritable } from "../require-writable.js";
import { type Screen, uncoloured } from "../screen.js";
import { ended, put } from "./put.js";

export interface CalendarOptions extends CommonOptions, CaseOptions {
  readonly award: string;
  readonly format: CalendarFormat;
  readonly out?: string;
  readonly all?: boolean;
}

const OVERDUE = 1;

export async function runCalendar(path: string | undefined, options: CalendarOptions): Promise<void> {
  const atHand = await awardsAtHand(rulesFolders(options));
  const { award } = findAward(atHand, options.award);
  requireProcedure(award);
  const { out, format } = options;
  await requireWritable(out, readsOf(atHand, [path ?? "-", options.calendar]));
  const log = await caseAtHand(path, award, options);
  const { calendar } = await log.answer(calendarOf);
  const screen = screenFor(process.stdout, options);
  const written = out === undefined ? screen : uncoloured(screen);
  await put(await bytesOf(award, { calendar, log }, options, written, out !== undefined), out);
  // What goes elsewhere than to a page on standard output is summed up for whoever asked.
  if (out !== undefined || format === "csv" || format === "ics") {
    process.stderr.write(`${calendarInWords(screenFor(process.stderr, options), award, calendar).join("\n")}\n`);
  }
  if (overdueOf(award, calendar).some(({ certain }) => certain)) process.exitCode = OVERDUE;
}

type CalendarAnswer = { readonly ok: true; readonly calendar: Calendar } | Extract<DeadlinesAnswer, { ok: false }>;

/** Of a pack without duties there are none. */
function calendarOf(award: Award, question: unknown, official: OfficialCalendar): CalendarAnswer {
  const dated = deadlines(award, question, official);
  if (!dated.ok) return dated;
  if (award.files.obligations === undefined) return { ok: true, calendar: { ...dated.result, obligations: [] } };
  const owed = obligations(award, question, official);
  return owed.ok ? { ok: true, calendar: { ...dated.result, obligations: owed.result.obligations } } : owed;
}

/** @param isFile a CSV file begins with a byte order mark, for spreadsheet programs; what is piped does not */
async function bytesOf(
  award: Award,
  dated: Dated,
  { format, all = false }: CalendarOptions,
  screen: Screen,
  isFile: boolean,
): Promise<Bytes> {
  const { calendar } = dated;
  switch (format) {
    case "text":
      return textPieces(ended(calendarPage(screen, award, dated, all)));
    case "json":
      return textPieces(jsonPieces(calendar));
    case "csv":
      return csvBytes(CALENDAR_COLUMNS, calendarRows(dated, screen.language), { mark: isFile });
    case "ics": {
      const { writeIcs } = await import("../../files/calendar/write-ics.js");
      return textPieces([writeIcs(award, calendar.deadlines, { asOf: calendar.asOf, language: screen.language })]);
    }
  }
}
