/** What every answer about a case says of itself. */
import type { Notice, Verdict } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { formatDate } from "../kernel/date.js";
import type { Failure } from "../kernel/failure.js";
import { calendarGiven, superseded } from "../kernel/notice.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import type { Case } from "./read-case.js";

export interface AnswerHead {
  readonly award: string;
  /** What happened or was recorded after this day was not known yet. */
  readonly asOf: string;
  /** How many events were known. */
  readonly events: number;
  /** Readings that the answer rests on. */
  readonly interpretations: readonly ReadingTaken[];
  readonly notices: readonly Notice[];
  readonly ruleset: Verdict["ruleset"];
  readonly kernel: Verdict["kernel"];
}

/** What is answered, or everything that is wrong with the question. */
export type CaseAnswer<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly errors: readonly Failure[] };

export interface ReadingTaken {
  readonly name: string;
  readonly reading: string;
  readonly chosenBy: "default" | "caller";
  readonly provision: string;
}

/** @param read names of the interpretations that the answer rests on */
export function headOf(award: Award, asked: Case, read: readonly string[]): AnswerHead {
  const { readings, chosen } = asked.readings;
  return {
    award: award.id,
    asOf: formatDate(asked.asOf),
    events: asked.known.length,
    interpretations: award.files.interpretations.interpretations.flatMap(({ name, provision }) =>
      read.includes(name)
        ? [{ name, reading: readings.get(name) as string, chosenBy: chosen.has(name) ? "caller" : "default", provision }]
        : [],
    ),
    notices: [...superseded(award, formatDate(asked.asOf)), ...calendarGiven(asked.given.years, asked.given.replaced)],
    ruleset: award.ruleset,
    kernel: { version: KERNEL_VERSION },
  };
}

/** JSON Pointer of an event in the question. */
export function pointerOf({ at }: { readonly at: number }): string {
  return `/events/${at}`;
}
