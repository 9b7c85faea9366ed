/**
 * Deadlines as an iCalendar file (RFC 5545), one event of a whole day each: those that still run, and those that have passed
 * without what was due. A deadline keeps its UID whenever it is written, so that a calendar application moves it, and does not
 * show it twice.
 */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Award } from "../../kernel/award.js";
import { parseDate } from "../../kernel/date.js";
import type { Text } from "../../kernel/text.js";
import type { Deadline } from "../../procedure/deadlines.js";
import { visible } from "../visible.js";

export interface CalendarOptions {
  /** The day as of which they were asked, `YYYY-MM-DD`: the file's time stamp, since no clock is read. */
  readonly asOf: string;
  readonly language: keyof Text;
}

/** @returns the text of an `.ics` file, lines ending with CR LF */
export function writeIcs(award: Award, deadlines: readonly Deadline[], { asOf, language }: CalendarOptions): string {
  const calendar = ical({
    prodId: { company: "quality-award-kernel", product: "qak", language: language.toUpperCase() },
    name: award.files.pack.title[language],
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const deadline of deadlines.filter(isOpen)) {
    const start = timeOf(deadline.date);
    calendar.createEvent({
      id: uidOf(award, deadline),
      stamp: timeOf(asOf),
      start,
      end: new Date(start.getTime() + DAY),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: summaryOf(deadline)[language],
      description: { plain: descriptionOf(deadline)[language] },
    });
  }
  return `${calendar.toString()}\r\n`.replace(/(\r\n)+$/, "\r\n");
}

const DAY = 86_400_000;

function isOpen({ status }: Deadline): boolean {
  return status === "running" || status === "over";
}

function timeOf(date: string): Date {
  return new Date((parseDate(date) as number) * DAY);
}

/** By what it is a deadline for and what it is counted from, not by the day it comes to. */
function uidOf({ id }: Award, { rule, kind, applicant, counted, date }: Deadline): string {
  const from = counted === null ? date : [counted.from, counted.period.amount];
  return `${bytesToHex(sha256(utf8ToBytes(JSON.stringify([id, rule, kind, applicant, from])))).slice(0, 32)}@quality-award-kernel`;
}

function summaryOf({ applicant, activity: { label }, kind, status, certain }: Deadline): Text {
  const whose = applicant === null ? { zh: "", en: "" } : { zh: `${visible(applicant)}：`, en: `${visible(applicant)}: ` };
  const limit = kind === "not-after" ? { zh: "最迟", en: "at the latest" } : { zh: "最早", en: "at the earliest" };
  const missed = kind === "not-after" && status === "over" ? { zh: "（逾期）", en: " (overdue)" } : { zh: "", en: "" };
  const doubt = certain ? { zh: "", en: "" } : { zh: "（暂定）", en: " (provisional)" };
  return {
    zh: `${whose.zh}${limit.zh}${label.zh}${missed.zh}${doubt.zh}`,
    en: `${whose.en}${label.en} ${limit.en}${missed.en}${doubt.en}`,
  };
}

function descriptionOf({ says, counted, provision, quote }: Deadline): Text {
  const count = counted === null ? { zh: "", en: "" } : { zh: `\n${counted.says.zh}`, en: `\n${counted.says.en}` };
  return { zh: `${says.zh}${count.zh}\n${provision}：“${quote}”`, en: `${says.en}${count.en}\n${provision}: “${quote}”` };
}
