/**
 * Deadlines as an iCalendar file (RFC 5545), one event of a whole day each: those that still run, and those that have passed
 * without what was due. A deadline keeps its UID as the log goes on, and as its day moves while what it is counted from keeps its
 * own, so that a calendar application moves it and does not show it twice.
 */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import ical, { escape as escaped, ICalCalendarMethod, ICalEvent, ICalEventTransparency } from "ical-generator";
import { labelOf, type Provision, provisionsOf } from "../../audit/provisions.js";
import type { Award } from "../../kernel/award.js";
import { parseDate } from "../../kernel/date.js";
import type { Text } from "../../kernel/text.js";
import type { Deadline } from "../../procedure/deadlines.js";
import { isOwed } from "../../procedure/is-owed.js";
import { visible } from "../visible.js";
import { folded } from "./folded.js";

export interface CalendarOptions {
  /** The day as of which they were asked, `YYYY-MM-DD`: the file's time stamp, since no clock is read. */
  readonly asOf: string;
  readonly language: keyof Text;
}

/**
 * @param deadlines all of one case, or of one rule
 * @returns the text of an `.ics` file, lines ending with CR LF
 */
export function writeIcs(award: Award, deadlines: readonly Deadline[], { asOf, language }: CalendarOptions): string {
  const provisions = provisionsOf(award.files.law);
  const calendar = ical({
    prodId: { company: "quality-award-kernel", product: "qak", language: language.toUpperCase() },
    // The library writes it as it is.
    name: escaped(shown(award.files.pack.title[language]), false),
    method: ICalCalendarMethod.PUBLISH,
  });
  // Without events: the library takes a millisecond to fold one.
  const empty = calendar.toString();
  const end = empty.lastIndexOf("END:VCALENDAR");
  const events = withUids(award, deadlines).flatMap(([deadline, uid]) => {
    if (!isOpen(award, deadline)) return [];
    const start = timeOf(deadline.date);
    const event = new ICalEvent(
      {
        id: uid,
        stamp: timeOf(asOf),
        start,
        end: new Date(start.getTime() + DAY),
        allDay: true,
        transparency: ICalEventTransparency.TRANSPARENT,
        summary: shown(summaryOf(deadline)[language]),
        description: { plain: shown(descriptionOf(deadline, provisions)[language]) },
      },
      calendar,
    );
    return [folded(event.toString())];
  });
  return `${empty.slice(0, end)}${events.join("")}${empty.slice(end).trimEnd()}\r\n`;
}

const DAY = 86_400_000;

function isOpen(award: Award, deadline: Deadline): boolean {
  const { status, kind } = deadline;
  return status === "running" || (status === "over" && kind === "not-after" && isOwed(award, deadline));
}

function timeOf(date: string): Date {
  return new Date((parseDate(date) as number) * DAY);
}

/** On one line or several, with nothing that the format has no place for. */
function shown(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(visible)
    .join("\n");
}

/**
 * Each by what it is a deadline for and what it is counted from, not by the day it comes to; those that are alike in all that
 * by their events, in the order of the log.
 */
function withUids({ id }: Award, deadlines: readonly Deadline[]): readonly (readonly [Deadline, string])[] {
  const inOrder = deadlines.toSorted((a, b) => placeOf(a) - placeOf(b));
  const seen = new Map<string, number>();
  const uids = new Map<Deadline, string>();
  for (const deadline of inOrder) {
    const { rule, kind, applicant, counted } = deadline;
    const from = counted === null ? null : [counted.from, counted.period.amount];
    const key = JSON.stringify([id, rule, kind, applicant, from]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    uids.set(deadline, uidOf(before === 0 ? key : `${key} ${before}`));
  }
  return deadlines.map((deadline) => [deadline, uids.get(deadline) as string]);
}

/** Of the event from which it is counted, in the log. */
function placeOf({ counted }: Deadline): number {
  return counted === null ? -1 : Number(counted.event.slice("/events/".length));
}

function uidOf(key: string): string {
  return `${bytesToHex(sha256(utf8ToBytes(key))).slice(0, 32)}@quality-award-kernel`;
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

function descriptionOf({ says, counted, provision, quote }: Deadline, provisions: ReadonlyMap<string, Provision>): Text {
  const count = counted === null ? { zh: "", en: "" } : { zh: `\n${counted.says.zh}`, en: `\n${counted.says.en}` };
  const cited = labelOf(provisions, provision);
  return { zh: `${says.zh}${count.zh}\n${cited.zh}：“${quote}”`, en: `${says.en}${count.en}\n${cited.en}: “${quote}”` };
}
