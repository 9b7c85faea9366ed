/**
 * Writes `2023.events.ndjson`: the invented edition as a log, from the call to the third year's performance reports, as the measures
 * have it. The same seed and the same official calendar give the same bytes.
 * Run it with Node 22.18 or later, after `npm run build`: `node generate-2023-events.ts`, in this folder.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SEED as EDITION_SEED, generateEdition, randomOf } from "./generate-2023.ts";
import { generateSelection, SEED as SELECTION_SEED } from "./generate-2023-selection.ts";

export const SEED = 20231220;

export interface LogEvent {
  readonly activity: string;
  readonly occurredOn: string;
  /** Where it was entered late. */
  readonly recordedOn?: string;
  readonly applicant?: string;
  readonly by: string;
  readonly person?: string;
  readonly evidence?: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface Applicant {
  readonly name: string;
  readonly league: string;
  readonly principalLeader: string;
  readonly wonBefore: boolean;
  readonly hasSecrets: boolean;
  readonly methodsAreSecret: boolean;
}

export interface Log {
  readonly edition: { readonly submissionsUntil: string; readonly previousAwardOn: string };
  readonly applicants: readonly Applicant[];
  /** Readings under which the log is to be audited, where they are not the default. */
  readonly interpretations?: Readonly<Record<string, string>>;
  /** In the order in which they happened. */
  readonly events: readonly LogEvent[];
}

/** @param date `YYYY-MM-DD` */
export type IsWorkingDay = (date: string) => boolean;

export const OFFICE = "regional-market-regulator";
export const LEAGUES = "league-city-market-regulators";
export const PANELS = "expert-panels";
export const LEADING_GROUP = "leading-group";
export const GOVERNMENT = "peoples-government";
export const HOLDER = "award-holder";

const SUBMISSIONS_UNTIL = "2023-05-31";
const VISITS_FROM = "2023-09-04";
const PRESENTATIONS_ON = "2023-11-14";
/** One entry in so many is late. */
const LATE = 25;

/** The edition as the measures have it. */
export function generateEvents(seed: number, isWorkingDay: IsWorkingDay): Log {
  const random = randomOf(seed);
  const told = toldOf();
  const { units, awards, sheets, interests } = told;
  const after = (date: string, count: number) => workingDayAfter(date, count, isWorkingDay);
  const idOf = (key: string) => units.find(({ id }) => id.startsWith(`${key} `))?.id as string;
  const visited = units.filter(({ id }) => sheets.some(({ stage, applicant }) => stage === "site" && id.startsWith(applicant)));
  const winners = awards.map(({ id }) => id);
  const qualified = units.filter(({ result }) => result === "qualified").map(({ id }) => id);
  const awardedOn = awards[0]?.awardedOn as string;
  const events: LogEvent[] = [];
  const add = (activity: string, occurredOn: string, by: string, rest: Partial<LogEvent> = {}) => {
    events.push({ activity, occurredOn, by, ...rest });
  };

  // Art. 8, 11 and 22: the call, and what the units submit; a unit in nine declares secrets.
  const declaring = new Set(units.filter((_, place) => place % 9 === 4).map(({ id }) => id));
  add("announcement", told.calledOn, OFFICE, { evidence: ["work-plan"] });
  for (const { id, league, appliedOn } of units) {
    const evidence = ["application-form", "supporting-documents"];
    add("submission", appliedOn, "applicant", { applicant: id, evidence, data: { to: league } });
    if (declaring.has(id)) add("secrecy-declaration", appliedOn, "applicant", { applicant: id });
  }
  // Art. 12: a league a day, three at a time; each recommends two working days later.
  const leagues = [...new Set(units.map(({ league }) => league))];
  for (const { id, league } of units) {
    const reviewedOn = after(SUBMISSIONS_UNTIL, 1 + (leagues.indexOf(league) % 3));
    add("formal-review", reviewedOn, LEAGUES, { applicant: id, data: { result: "eligible" } });
    add("recommendation", after(reviewedOn, 2), LEAGUES, { applicant: id, evidence: ["recommendation-opinion"] });
  }
  // Art. 13: where the rules leave open whether a unit is eligible, so does the re-check, and it is not on the list.
  for (const { id, result } of units) {
    const data = result === null ? {} : { data: { result } };
    add("recheck", told.recheckedOn, OFFICE, { applicant: id, evidence: ["department-opinion"], ...data });
  }
  const listedOn = after(told.recheckedOn, 3);
  add("qualified-list-notice", listedOn, OFFICE, listOf(qualified));

  // Art. 14 and 20: whoever has an interest says so before the stage begins, and keeps away.
  const reviewsFrom = after(listedOn, 10);
  const stages = [
    { stage: "material", activity: "material-review", from: reviewsFrom, aDay: 10 },
    { stage: "site", activity: "site-review", from: VISITS_FROM, aDay: 1 },
    { stage: "presentation", activity: "presentation-scoring", from: PRESENTATIONS_ON, aDay: 5 },
  ] as const;
  for (const { stage, activity, from, aDay } of stages) {
    const seen = sheets.filter((sheet) => sheet.stage === stage);
    const mine = [...new Set(seen.map(({ applicant }) => applicant))];
    const panel = new Set(seen.map(({ reviewer }) => reviewer));
    for (const { reviewer, applicant } of interests.filter(({ reviewer: one }) => panel.has(one)))
      add("interest-declaration", before(from, isWorkingDay), PANELS, { applicant: idOf(applicant), person: reviewer });
    for (const [place, applicant] of mine.entries()) {
      const on = after(from, Math.floor(place / aDay));
      const unit = units.find(({ id }) => id === idOf(applicant)) as Unit;
      if (stage === "presentation") add("presentation", on, "applicant", { applicant: unit.id, person: unit.principalLeader });
      for (const { reviewer } of seen.filter((sheet) => sheet.applicant === applicant)) {
        if (interests.some((one) => one.reviewer === reviewer && one.applicant === applicant)) continue;
        const evidence = ["review-opinion", "scores"];
        const data = stage === "site" ? { data: { completed: true } } : {};
        add(activity, on, PANELS, { applicant: unit.id, person: reviewer, evidence, ...data });
      }
    }
    if (stage === "material") add("shortlist", after(from, 15), OFFICE, listOf(visited.map(({ id }) => id)));
  }

  // Art. 15 and 16: the notice runs the seven working days before the request.
  for (const { id } of visited) {
    const data = { basis: ["site", "presentation"] };
    add("composite-scoring", told.scoredOn, OFFICE, { applicant: id, evidence: ["scores"], data });
  }
  const consultedOn = after(told.scoredOn, 1);
  const proposedOn = after(consultedOn, 2);
  const deliberatedOn = after(proposedOn, 1);
  const publishedOn = after(deliberatedOn, 1);
  const list = listOf(winners);
  add("consultation", consultedOn, OFFICE, list);
  add("proposal", proposedOn, OFFICE, { ...list, evidence: ["review-report", "consultation-summary", "list"] });
  add("deliberation", deliberatedOn, LEADING_GROUP, { data: { result: "passed" } });
  add("award-notice", publishedOn, OFFICE, list);
  add("objection", after(publishedOn, 3), OFFICE, { data: { number: "invented-1" } });
  add("objection-settled", after(publishedOn, 6), OFFICE, { data: { number: "invented-1" } });
  // Art. 17 and 18.
  add("approval-request", after(publishedOn, 8), OFFICE);
  add("approval", awardedOn, GOVERNMENT);
  const granted = awards.filter(({ isRepeat }) => !isRepeat).map(({ id }) => id);
  for (const applicant of winners)
    add("award", awardedOn, GOVERNMENT, { applicant, evidence: ["commendation", "plaque", "certificate"] });
  for (const applicant of granted)
    add("grant-payment", after(told.budgetedOn, 20), GOVERNMENT, { applicant, data: { budgetYear: yearOf(awardedOn) + 1 } });
  // Art. 19, 26 and 27: three years of duties.
  for (const year of [1, 2, 3].map((passed) => yearOf(awardedOn) + passed)) {
    for (const [place, applicant] of winners.entries()) {
      add("promotion", after(`${year}-05-31`, 1 + Math.floor(random() * 60)), HOLDER, { applicant });
      const report = { applicant, evidence: ["performance-report"], data: { year } };
      add("performance-report", after(`${year}-11-15`, 1 + place), HOLDER, report);
    }
  }
  const evaluatedIn = yearOf(awardedOn) + 2;
  for (const applicant of granted) {
    add("funds-evaluation-call", after(`${evaluatedIn}-03-01`, 0), OFFICE, { applicant });
    add("funds-evaluation", after(`${evaluatedIn}-03-10`, 1), HOLDER, { applicant });
  }
  for (const applicant of winners) {
    add("promotion-call", after(`${evaluatedIn}-09-01`, 0), OFFICE, { applicant });
    add("promotion-participation", after(`${evaluatedIn}-09-18`, 0), HOLDER, { applicant });
  }

  return {
    edition: { submissionsUntil: SUBMISSIONS_UNTIL, previousAwardOn: told.previousAwardOn },
    applicants: units.map(({ id, league, principalLeader }) => ({
      name: id,
      league,
      principalLeader,
      wonBefore: awards.some((award) => award.id === id && award.isRepeat),
      hasSecrets: declaring.has(id),
      methodsAreSecret: false,
    })),
    events: inOrder(events).map((event) => (random() * LATE < 1 ? { ...event, recordedOn: after(event.occurredOn, 4) } : event)),
  };
}

/** As text: the edition and its applicants, then an event a line. */
export function linesOf({ events, ...head }: Log): string {
  return [head, ...events].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Those of one day stay as they are. */
export function inOrder(events: readonly LogEvent[]): readonly LogEvent[] {
  return events.toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn)));
}

/** The day itself where `count` is 0 and it is worked; else so many working days later. */
export function workingDayAfter(date: string, count: number, isWorkingDay: IsWorkingDay): string {
  let day = date;
  for (let left = isWorkingDay(date) ? count : Math.max(count, 1); left > 0; ) {
    day = shifted(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

function before(date: string, isWorkingDay: IsWorkingDay): string {
  let day = shifted(date, -1);
  while (!isWorkingDay(day)) day = shifted(day, -1);
  return day;
}

export function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function listOf(units: readonly string[]): Pick<LogEvent, "evidence" | "data"> {
  return { evidence: ["list"], data: { units } };
}

interface Unit {
  readonly id: string;
  readonly league: string;
  readonly principalLeader: string;
  readonly appliedOn: string;
  readonly result: "qualified" | "unqualified" | null;
}

/** What the other files of the edition tell. */
function toldOf() {
  const { applicants, awards, eligible, ineligible } = generateEdition(EDITION_SEED);
  const questions = parsed<{ readonly id: string; readonly asOf: string; readonly facts: Readonly<Record<string, string>> }>(
    applicants,
  );
  const units = questions.map(({ id, facts }): Unit => {
    const [key, league] = id.split(" ") as [string, string];
    return {
      id,
      league,
      principalLeader: `${key.replace("invented", "invented-leader")} 虚构负责人`,
      appliedOn: facts["appliedOn"] as string,
      result: eligible.includes(id) ? "qualified" : ineligible.includes(id) ? "unqualified" : null,
    };
  });
  const given = parsed<{
    readonly id: string;
    readonly asOf: string;
    readonly facts: { readonly awardedOn: string; readonly priorAwards: readonly { readonly awardedOn: string }[] };
  }>(awards);
  const selection = JSON.parse(generateSelection(SELECTION_SEED)) as {
    readonly asOf: string;
    readonly interests: readonly { readonly reviewer: string; readonly applicant: string }[];
    readonly sheets: readonly { readonly stage: string; readonly applicant: string; readonly reviewer: string }[];
  };
  return {
    units,
    calledOn: questions.find(({ facts }) => facts["callPublishedOn"])?.facts["callPublishedOn"] as string,
    recheckedOn: questions[0]?.asOf as string,
    awards: given.map(({ id, facts }) => ({ id, awardedOn: facts.awardedOn, isRepeat: facts.priorAwards.length > 0 })),
    previousAwardOn: given.flatMap(({ facts }) => facts.priorAwards.map(({ awardedOn }) => awardedOn))[0] as string,
    budgetedOn: given[0]?.asOf as string,
    scoredOn: selection.asOf,
    interests: selection.interests,
    sheets: selection.sheets,
  };
}

function parsed<T>(lines: string): readonly T[] {
  return lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { officialWorkingDays } = await import("./working-days.ts");
  const log = generateEvents(SEED, await officialWorkingDays());
  writeFileSync(new URL("2023.events.ndjson", import.meta.url), linesOf(log));
}
