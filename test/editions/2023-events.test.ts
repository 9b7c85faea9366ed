/** The log of the invented edition is as the other files have it and breaches nothing; of the flawed one every planted breach is found. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { SEED as EDITION_SEED, generateEdition } from "../../rules/nm-chairman-2022/editions/generate-2023.js";
import {
  generateEvents,
  type IsWorkingDay,
  type Log,
  linesOf,
  SEED,
} from "../../rules/nm-chairman-2022/editions/generate-2023-events.js";
import { generateFlawed, type PlantedBreach } from "../../rules/nm-chairman-2022/editions/generate-2023-flawed.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { decide } from "../../src/index.js";
import type { Award } from "../../src/kernel/award.js";
import { parseDate } from "../../src/kernel/date.js";
import { isWorkingDay as isWorked, type OfficialCalendar } from "../../src/kernel/official-calendar.js";
import { audit } from "../../src/procedure/audit.js";
import { obligations } from "../../src/procedure/obligations.js";

const PACK = new URL("../../rules/nm-chairman-2022/", import.meta.url);
const textOf = (file: string) => readFileSync(new URL(`editions/${file}`, PACK), "utf8");
const rowsOf = (file: string) =>
  textOf(file)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

function logOf(file: string): Log {
  const [head, ...events] = rowsOf(file);
  return { ...head, events };
}

const log = logOf("2023.events.ndjson");
const flawed = logOf("2023-flawed.events.ndjson");
const planted = JSON.parse(textOf("2023-flawed.breaches.json")) as readonly PlantedBreach[];

let award: Award;
let calendar: OfficialCalendar;
let isWorkingDay: IsWorkingDay;
beforeAll(async () => {
  [award, calendar] = [await loadPackFolder(PACK.pathname), await loadOfficialCalendar()];
  isWorkingDay = (date) => isWorked(calendar, parseDate(date) as number);
});

function audited(question: object) {
  const answer = audit(award, question, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result;
}

const eventsOf = (activity: string) => log.events.filter((event) => event.activity === activity);
const unitsOf = (activity: string) => eventsOf(activity).map(({ applicant }) => applicant);

describe("the logs of the edition", () => {
  it("are what the seed gives, byte for byte, and others under another seed", () => {
    expect(textOf("2023.events.ndjson")).toBe(linesOf(generateEvents(SEED, isWorkingDay)));
    const { log: text, breaches } = generateFlawed(isWorkingDay);
    expect(textOf("2023-flawed.events.ndjson")).toBe(text);
    expect(textOf("2023-flawed.breaches.json")).toBe(breaches);
    expect(linesOf(generateEvents(SEED + 1, isWorkingDay))).not.toBe(text);
  });

  it("say that everybody in them is invented", () => {
    for (const { name, principalLeader } of log.applicants)
      expect([name, principalLeader]).toEqual([
        expect.stringMatching(/^invented-\d{3} \S+[市盟] 虚构\S+$/),
        expect.stringMatching(/^invented-leader-\d{3} 虚构/),
      ]);
    for (const { person } of [...log.events, ...flawed.events]) if (person !== undefined) expect(person).toMatch(/^invented-/);
  });

  it("are in the order in which things happened, and authorities act on working days", () => {
    for (const { events } of [log, flawed])
      expect(events.map(({ occurredOn }) => occurredOn)).toEqual(events.map(({ occurredOn }) => occurredOn).sort());
    for (const { by, occurredOn } of log.events)
      if (by !== "applicant") expect([occurredOn, isWorkingDay(occurredOn)]).toEqual([occurredOn, true]);
  });
});

describe("the log of the edition", () => {
  const questions = rowsOf("2023.ndjson");

  it("has the units of the questions, their leagues, and the days on which they applied", () => {
    expect(log.applicants.map(({ name, league }) => [name, league])).toEqual(questions.map(({ id }) => [id, id.split(" ")[1]]));
    for (const { applicant, occurredOn, data } of eventsOf("submission")) {
      const question = questions.find(({ id }) => id === applicant);
      expect([occurredOn, data?.["to"]]).toEqual([question.facts.appliedOn, question.id.split(" ")[1]]);
    }
    expect(unitsOf("recommendation")).toHaveLength(71);
  });

  it("finds qualified whom the rules find eligible, unqualified whom they do not, and leaves open what they leave open", () => {
    const results = { eligible: "qualified", ineligible: "unqualified", undetermined: undefined };
    for (const { applicant, data } of eventsOf("recheck")) {
      const decided = decide(award, { decision: "eligibility", ...questions.find(({ id }) => id === applicant) });
      if (!decided.ok) throw new Error(JSON.stringify(decided.errors));
      expect(data?.["result"]).toBe(results[decided.decision.outcome as keyof typeof results]);
    }
    expect(eventsOf("qualified-list-notice")[0]?.data?.["units"]).toEqual(generateEdition(EDITION_SEED).eligible);
  });

  it("has a review for each sheet, but of nobody with an interest, and the awards of the edition", () => {
    const { sheets, interests, asOf } = JSON.parse(textOf("2023-selection.json"));
    const activities = { material: "material-review", site: "site-review", presentation: "presentation-scoring" };
    const interested = (person: unknown, unit: unknown) =>
      interests.some((one: { reviewer: string; applicant: string }) => one.reviewer === person && one.applicant === unit);
    for (const [stage, activity] of Object.entries(activities)) {
      const reviews = eventsOf(activity).map(({ applicant, person }) => `${applicant?.split(" ")[0]} ${person}`);
      const told = sheets
        .filter((sheet: { stage: string }) => sheet.stage === stage)
        .filter((sheet: { reviewer: string; applicant: string }) => !interested(sheet.reviewer, sheet.applicant))
        .map(({ applicant, reviewer }: { applicant: string; reviewer: string }) => `${applicant} ${reviewer}`);
      expect(reviews.sort()).toEqual(told.sort());
    }
    expect(new Set(eventsOf("composite-scoring").map(({ occurredOn }) => occurredOn))).toEqual(new Set([asOf]));
    const given = rowsOf("2023-awards.ndjson");
    expect(eventsOf("award").map(({ applicant, occurredOn }) => [applicant, occurredOn])).toEqual(
      given.map(({ id, facts }) => [id, facts.awardedOn]),
    );
    expect(unitsOf("grant-payment")).toEqual(given.filter(({ facts }) => facts.priorAwards.length === 0).map(({ id }) => id));
  });

  it("goes on to three years of reports, and holds entries that were made late", () => {
    for (const { id } of rowsOf("2023-awards.ndjson")) {
      const reports = eventsOf("performance-report").filter(({ applicant }) => applicant === id);
      expect(reports.map(({ occurredOn }) => occurredOn.slice(0, 4))).toEqual(["2024", "2025", "2026"]);
    }
    expect([log.events.length, audited(log).recordedLate.length]).toEqual([719, 31]);
  });

  it("breaches nothing, on no day", () => {
    expect(audited(log).breaches).toEqual([]);
    const days = [...new Set(log.events.map(({ occurredOn }) => occurredOn))].filter((_, at) => at % 7 === 0);
    for (const asOf of days)
      expect(audited({ ...log, events: log.events.map(({ recordedOn: _, ...event }) => event), asOf }).breaches).toEqual([]);
  });
});

describe("the duties of the edition", () => {
  it("were all fulfilled in time, or owed by nobody, three years after the awards", () => {
    const answer = obligations(award, log, calendar);
    if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
    const { obligations: owed } = answer.result;
    const open = owed.filter(({ status, certain, late }) => (status !== "fulfilled" && status !== "waived") || !certain || late);
    expect(open).toEqual([]);
    const count = (rule: string, status: string) => owed.filter((one) => one.rule === rule && one.status === status).length;
    expect(count("obligations/performance-report", "fulfilled")).toBe(12);
    expect(count("obligations/funds-evaluation", "fulfilled")).toBe(3);
    expect(count("obligations/secrecy-declaration", "fulfilled")).toBe(8);
    expect(count("obligations/secrecy-declaration", "waived")).toBe(63);
  });

  it("were running or still to come a year after them", () => {
    const answer = obligations(award, { ...log, asOf: "2024-12-31" }, calendar);
    const reports = answer.ok ? answer.result.obligations.filter(({ rule }) => rule === "obligations/performance-report") : [];
    expect(reports.map(({ status }) => status).sort()).toEqual([
      ...Array(4).fill("due"),
      ...Array(4).fill("fulfilled"),
      ...Array(4).fill("not-yet"),
    ]);
  });
});

describe("the flawed log", () => {
  it("has 40 breaches planted, of every kind", () => {
    expect(planted).toHaveLength(40);
    const kinds = `wrong-body out-of-order skipped-formal-review without-evidence late-submission wrong-league
      recommended-though-ineligible before-qualified-list presented-without-visit not-by-principal-leader interested-reviewer
      material-scores-counted beyond-quota notice-too-short approved-while-objected fee grant-to-repeat-winner
      wrong-budget-year editions-too-close`.split(/\s+/);
    for (const kind of kinds) expect(planted.map((breach) => breach.kind)).toContain(kind);
  });

  it("is found to have these and no others, for certain, each by its provision and with its events", () => {
    const { breaches } = audited(flawed);
    const told = (of: readonly { readonly provision: string; readonly events: readonly string[] }[]) =>
      of.map(({ provision, events }) => `${provision} ${events.join(" ")}`).sort();
    expect(told(breaches)).toEqual(told(planted));
    expect(breaches.filter(({ certain }) => !certain)).toEqual([]);
  });
});
