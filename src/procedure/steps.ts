/** Which steps may be taken next: each is tried, as an event that never was, against all that is asked. */
import type { Obligations } from "../kernel/obligations.js";
import type { Activity } from "../kernel/procedure.js";
import { watched } from "./audit-log.js";
import { dutiesOf, type Owed } from "./duties.js";
import type { Asked, Finding } from "./finding.js";
import { grouped } from "./grouped.js";
import { type Limit, limitsOf } from "./limits.js";
import type { CaseEvent } from "./log.js";
import { whichesOf } from "./matching.js";
import type { Case } from "./read-case.js";
import type { Watch } from "./watch.js";

/** How far an applicant has come, or the edition as a whole. */
export interface Progress {
  /** `null`: the edition as a whole. */
  readonly applicant: string | null;
  /** Of what was done, what comes last in the procedure. */
  readonly reached: CaseEvent | null;
  /** In the order of the procedure. */
  readonly steps: readonly Step[];
  /** Steps that come after what was reached, and may not be taken as things stand. */
  readonly barred: readonly { readonly activity: Activity; readonly by: readonly Asked[] }[];
  /** What was done without evidence that it needs. */
  readonly lacking: readonly { readonly event: CaseEvent; readonly evidence: readonly string[] }[];
}

export interface Step {
  readonly activity: Activity;
  /** Whether it was done before, or something that comes after it. */
  readonly isAgain: boolean;
  /** The first day on which it may be done, no earlier than the day as of which is asked. */
  readonly from: number;
  /** Limits that say by when. */
  readonly limits: readonly Limit[];
  readonly duties: readonly Owed[];
  /** What must hold besides, which cannot be told before it is known what exactly is done. */
  readonly provided: readonly Asked[];
}

/** @returns of the edition first, then of each applicant */
export function progressOf(asked: Case, obligations: Obligations | undefined): readonly Progress[] {
  const { concerned, findings } = watched(asked);
  const never = forbidden(asked);
  const open = limitsOf(asked).filter(({ done }) => done === null);
  const setting: Setting = {
    asked,
    concerned,
    limits: new Map(
      [...grouped(open, ({ activity }) => activity)].map(([activity, some]) => [
        activity,
        grouped(some, ({ applicant }) => applicant),
      ]),
    ),
    findings: grouped(findings, ({ event }) => event.applicant),
    events: grouped(asked.known, ({ applicant }) => applicant),
    duties: obligations === undefined ? new Map() : grouped(dutiesOf(obligations, asked), ({ applicant }) => applicant),
    ofDuties: onlyOfDuties(asked, obligations),
    places: new Map(asked.procedure.activities.filter(({ name }) => !never.has(name)).map(({ name }, place) => [name, place])),
  };
  return [null, ...asked.log.applicants.keys()].map((applicant) => progress(applicant, setting));
}

interface Setting {
  readonly asked: Case;
  readonly concerned: ReadonlyMap<string, readonly Watch[]>;
  /** Those that nothing was done about, by the applicants they are for; `null` of the edition, or of every applicant. */
  readonly limits: ReadonlyMap<Activity, ReadonlyMap<string | null, readonly Limit[]>>;
  readonly findings: ReadonlyMap<string | null, readonly Finding[]>;
  readonly events: ReadonlyMap<string | null, readonly CaseEvent[]>;
  readonly duties: ReadonlyMap<string | null, readonly Owed[]>;
  /** Activities that only duties speak of: steps of those whom such a duty binds. */
  readonly ofDuties: ReadonlySet<string>;
  /** Of the activities in the order of the procedure, by name; those that must never be have none. */
  readonly places: ReadonlyMap<string, number>;
}

function onlyOfDuties({ procedure }: Case, obligations: Obligations | undefined): ReadonlySet<string> {
  const named = (obligations?.duties ?? []).flatMap(({ trigger, fulfilledBy }) => [
    fulfilledBy,
    ...(trigger === undefined ? [] : [trigger]),
  ]);
  const asked = new Set(procedure.constraints.flatMap(whichesOf).map(({ activity }) => activity));
  return new Set(named.map(({ activity }) => activity).filter((name) => !asked.has(name)));
}

function forbidden({ procedure }: Case): ReadonlySet<string> {
  return new Set(
    procedure.constraints.flatMap((constraint) => {
      if (constraint.template !== "absence") return [];
      const { of, beyond = 0, between, under } = constraint;
      return of.where === undefined && between === undefined && under === undefined && beyond === 0 ? [of.activity] : [];
    }),
  );
}

function progress(applicant: string | null, setting: Setting): Progress {
  const { asked, places } = setting;
  const own = setting.events.get(applicant) ?? [];
  const done = new Set(own.map(({ activity }) => activity));
  const placeOf = (name: string) => places.get(name) ?? -1;
  const reached = own.reduce<CaseEvent | null>(
    (last, event) => (last === null || placeOf(event.activity) >= placeOf(last.activity) ? event : last),
    null,
  );
  const steps: Step[] = [];
  const barred: { readonly activity: Activity; readonly by: readonly Asked[] }[] = [];
  for (const activity of asked.procedure.activities) {
    if ((activity.of === "applicant") !== (applicant !== null) || !places.has(activity.name)) continue;
    const duties = (setting.duties.get(applicant) ?? []).filter(({ duty }) => speaksOf(duty, activity));
    if (setting.ofDuties.has(activity.name) && duties.length === 0) continue;
    const isAgain = reached !== null && (placeOf(activity.name) <= placeOf(reached.activity) || done.has(activity.name));
    const limits = limitsOn(activity, applicant, setting);
    const { from, wrong, open } = tried(activity, applicant, limits, setting);
    if (from === null) {
      if (!isAgain) barred.push({ activity, by: wrong });
    } else steps.push({ activity, isAgain, from, limits, duties: duties.filter(isOpen), provided: open });
  }
  return { applicant, reached, steps, barred, lacking: lackingOf(setting.findings.get(applicant) ?? []) };
}

/** Those that are for everybody first. */
function limitsOn(activity: Activity, applicant: string | null, { limits }: Setting): readonly Limit[] {
  const all = limits.get(activity);
  const [general, own] = [all?.get(null) ?? [], applicant === null ? [] : (all?.get(applicant) ?? [])];
  return own.length === 0 ? general : [...general, ...own];
}

function speaksOf({ trigger, fulfilledBy }: Owed["duty"], { name }: Activity): boolean {
  return fulfilledBy.activity === name || trigger?.activity === name;
}

function isOpen({ status }: Owed): boolean {
  return status !== "fulfilled" && status !== "waived";
}

interface Tried {
  /** `null` where it may not be done. */
  readonly from: number | null;
  readonly wrong: readonly Asked[];
  readonly open: readonly Asked[];
}

/** Tried on the day as of which is asked, and on the day from which it may be done where that is later. */
function tried(activity: Activity, applicant: string | null, limits: readonly Limit[], { asked, concerned }: Setting): Tried {
  const days = limits.filter(({ kind, day }) => kind === "not-before" && day > asked.asOf).map(({ day }) => day);
  const watches = concerned.get(activity.name) ?? [];
  const now = tryOn(activity, applicant, asked.asOf, watches);
  if (now.wrong.length === 0) return { from: asked.asOf, ...now };
  if (days.length === 0) return { from: null, ...now };
  const day = days.reduce((last, one) => Math.max(last, one));
  const then = tryOn(activity, applicant, day, watches);
  return then.wrong.length === 0 ? { from: day, ...then } : { from: null, ...now };
}

/** Done by one who may, with all evidence; of what else the event would say nothing is known. */
function tryOn(activity: Activity, applicant: string | null, day: number, watches: readonly Watch[]): Omit<Tried, "from"> {
  const event: CaseEvent = {
    at: -1,
    activity: activity.name,
    occurredOn: day,
    recordedOn: day,
    applicant,
    by: activity.by[0] as string,
    person: null,
    evidence: activity.evidence,
    data: new Map(),
  };
  const found = watches.flatMap((watch) => watch.judge(event)).filter((finding) => finding.event === event);
  const asks = (isCertain: boolean) => [
    ...new Set(found.filter((finding) => finding.isCertain === isCertain).map(({ asked }) => asked)),
  ];
  return { wrong: asks(true), open: asks(false) };
}

function lackingOf(findings: readonly Finding[]): Progress["lacking"] {
  return findings.flatMap(({ event, wrong }) => (wrong.kind === "no-evidence" ? [{ event, evidence: wrong.missing }] : []));
}
