/** Next as a decision: how far has each applicant come, and which steps may be taken now, by whom, by when, with what evidence? */
import type { Award } from "../kernel/award.js";
import { interpretationsIn } from "../kernel/by-reading.js";
import { formatDate } from "../kernel/date.js";
import type { Named } from "../kernel/model.js";
import { NOTHING_ARRANGED, type OfficialCalendar } from "../kernel/official-calendar.js";
import type { Text } from "../kernel/text.js";
import { type AnswerHead, type CaseAnswer, headOf, pointerOf } from "./answer-head.js";
import type { Asked } from "./finding.js";
import type { CaseEvent } from "./log.js";
import { tooManyPeriods } from "./most-periods.js";
import { readCase } from "./read-case.js";
import { type Progress, progressOf, type Step } from "./steps.js";
import { interpretationsOf } from "./under.js";

/** How far an applicant has come, or the edition as a whole. */
export interface Standing {
  /** `null`: the edition as a whole. */
  readonly applicant: string | null;
  /** Of what was done, what comes last in the procedure; `null` where nothing was. */
  readonly reached: { readonly activity: Named; readonly event: string; readonly occurredOn: string } | null;
  /** In the order of the procedure. */
  readonly steps: readonly NextStep[];
  /** Steps still to come that may not be taken as things stand, with the constraints that bar them. */
  readonly barred: readonly { readonly activity: Named; readonly rules: readonly string[] }[];
  /** What was done without evidence that it needs. */
  readonly lacking: readonly { readonly activity: Named; readonly event: string; readonly evidence: readonly Named[] }[];
}

/** A step that may be taken. */
export interface NextStep {
  readonly activity: Named;
  /** Whether it, or something that comes after it, was done before. */
  readonly again: boolean;
  /** Who may take it. */
  readonly by: readonly Named[];
  /** What must be there when it is taken. */
  readonly evidence: readonly Named[];
  /** The first day on which it may be taken, no earlier than `asOf`; and the last, `null` where there is none. */
  readonly from: string;
  readonly until: string | null;
  /** Years whose official arrangement is not known: with any, these days are provisional. */
  readonly provisional: readonly number[];
  /** Constraints and duties that set these days. */
  readonly limits: readonly string[];
  /** What must hold besides, as far as it cannot be told yet. */
  readonly provided: readonly { readonly rule: string; readonly provision: string; readonly says: Text }[];
  readonly provision: string;
  readonly quote: string;
}

export interface NextResult extends AnswerHead {
  readonly edition: Standing;
  /** In the order of the question. */
  readonly applicants: readonly Standing[];
}

export type NextAnswer = CaseAnswer<NextResult>;

/**
 * Pure: the same award, question and calendar give the same answer.
 * @param award made by `loadAward`
 * @param question as `readCase` has it, checked here
 * @param official the official calendar of the years that are known; without it every counted day is provisional
 * @throws never, for such an award
 */
export function next(award: Award, question: unknown, official: OfficialCalendar = NOTHING_ARRANGED): NextAnswer {
  const read = readCase(award, question, official);
  if (!read.ok) return read;
  const { obligations } = award.files;
  const tooMany = tooManyPeriods(obligations, read.case);
  if (tooMany.length > 0) return { ok: false, errors: tooMany };
  const { procedure } = read.case;
  const words = wordsOf(award, procedure);
  const [edition, ...applicants] = progressOf(read.case, obligations).map((progress) => standingOf(progress, words));
  const interpretations = [...interpretationsOf(procedure), ...(obligations?.duties ?? []).flatMap(interpretationsIn)];
  return { ok: true, result: { ...headOf(award, read.case, interpretations), edition: edition as Standing, applicants } };
}

type Procedure = NonNullable<Award["files"]["procedure"]>;

/** What is said of an activity, whoever's step it is: once, for thousands of applicants. */
type ActivityWords = Readonly<Record<"by" | "evidence", readonly Named[]>> & { readonly activity: Named };

interface Words {
  readonly activities: ReadonlyMap<string, ActivityWords>;
  readonly evidence: readonly Named[];
}

function wordsOf({ files: { pack } }: Award, { activities, evidence }: Procedure): Words {
  return {
    activities: new Map(
      activities.map(({ name, label, by, evidence: needed }) => [
        name,
        { activity: { name, label }, by: named(pack.bodies, by), evidence: named(evidence, needed) },
      ]),
    ),
    evidence,
  };
}

function standingOf({ applicant, reached, steps, barred, lacking }: Progress, words: Words): Standing {
  const wordsFor = (name: string) => words.activities.get(name) as ActivityWords;
  const activityOf = (event: CaseEvent) => wordsFor(event.activity).activity;
  return {
    applicant,
    reached:
      reached === null
        ? null
        : { activity: activityOf(reached), event: pointerOf(reached), occurredOn: formatDate(reached.occurredOn) },
    steps: steps.map((step) => stepOf(step, wordsFor(step.activity.name))),
    barred: barred.map(({ activity: { name }, by }) => ({ activity: wordsFor(name).activity, rules: by.map(ruleOf) })),
    lacking: lacking.map(({ event, evidence }) => ({
      activity: activityOf(event),
      event: pointerOf(event),
      evidence: named(words.evidence, evidence),
    })),
  };
}

function stepOf({ activity, isAgain, from, limits, duties, provided }: Step, words: ActivityWords): NextStep {
  const { provision, quote } = activity;
  const ends = [
    ...limits.flatMap(({ kind, day, counted }) =>
      kind === "not-after" ? [{ day, years: counted?.end.counted.provisional ?? [] }] : [],
    ),
    ...duties.flatMap(({ term }) => (term?.end ? [{ day: term.end.last, years: term.end.counted.provisional }] : [])),
  ].sort((a, b) => a.day - b.day);
  const begins = limits.flatMap(({ kind, counted }) => (kind === "not-before" ? (counted?.end.counted.provisional ?? []) : []));
  return {
    activity: words.activity,
    again: isAgain,
    by: words.by,
    evidence: words.evidence,
    from: formatDate(from),
    until: ends[0] === undefined ? null : formatDate(ends[0].day),
    provisional: [...new Set([...begins, ...(ends[0]?.years ?? [])])],
    limits: [
      ...new Set([
        ...limits.map(({ constraint }) => ruleOf(constraint)),
        ...duties.map(({ duty }) => `obligations/${duty.name}`),
      ]),
    ],
    provided: provided.map((asked) => ({
      rule: ruleOf(asked),
      provision: asked.provision,
      says: "says" in asked ? asked.says : asked.label,
    })),
    provision,
    quote,
  };
}

function ruleOf(asked: Asked): string {
  return `procedure/${"says" in asked ? "" : "activities/"}${asked.name}`;
}

function named(all: readonly Named[], names: readonly string[]): readonly Named[] {
  return names.flatMap((name) => {
    const one = all.find((other) => other.name === name);
    return one === undefined ? [] : [{ name: one.name, label: one.label }];
  });
}
