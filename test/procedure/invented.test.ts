/** Another award's procedure through the same engine: what is due within days, right before, and together with nobody's kin. */
import { beforeAll, expect, it } from "vitest";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import { audit } from "../../src/procedure/audit.js";

let award: Award;
beforeAll(async () => {
  award = await loadPackFolder("test/packs/good/invented-craft-2030");
});

const COUNCIL = "craft-council";
const marked = (activity: string, occurredOn: string, person: string) => ({
  activity,
  occurredOn,
  applicant: "匠人甲",
  by: COUNCIL,
  person,
  evidence: ["marks"],
});
const CLEAN = [
  { activity: "application", occurredOn: "2030-04-01", applicant: "匠人甲", by: "applicant", evidence: ["application"] },
  { activity: "tie-declared", occurredOn: "2030-04-10", applicant: "匠人甲", by: COUNCIL, person: "师傅" },
  marked("judging", "2030-05-06", "评审员"),
  marked("demonstration", "2030-05-07", "评审员"),
  { activity: "vote", occurredOn: "2030-05-08", by: COUNCIL, evidence: ["minutes"] },
  {
    activity: "list",
    occurredOn: "2030-05-09",
    by: "award-office",
    evidence: ["list"],
    data: { units: ["匠人甲"], hasEqualMarks: true },
  },
  { activity: "award", occurredOn: "2030-05-20", applicant: "匠人甲", by: "award-office" },
  { activity: "prize-payment", occurredOn: "2030-07-19", applicant: "匠人甲", by: "award-office" },
];

/** Weekends are all that is known of 2030. */
const arranged = { holidays: [], workdays: [] };

function found(events: readonly object[], asOf = "2030-12-31") {
  const question = { edition: {}, applicants: [{ name: "匠人甲" }], events, asOf, calendar: { 2030: arranged, 2031: arranged } };
  const answer = audit(award, question, new Map());
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result.breaches.map(({ rule, kind, certain, events: places }) => [rule, kind, certain, places]);
}

const changed = (at: number, change: object) => CLEAN.map((event, place) => (place === at ? { ...event, ...change } : event));
const without = (at: number) => CLEAN.filter((_, place) => place !== at);

it("a log that follows it has no breach, with the prize on the last of sixty days", () => {
  expect(found(CLEAN)).toEqual([]);
});

it.each([
  [
    "the prize a working day late",
    changed(7, { occurredOn: "2030-07-22" }),
    "prize-in-time",
    "not-followed",
    ["/events/6", "/events/7"],
  ],
  ["no prize", without(7), "prize-in-time", "not-followed", ["/events/6"]],
  ["no vote right before the list", without(4), "vote-before-list", "not-directly-preceded", ["/events/4"]],
  ["a master who judges", changed(2, { person: "师傅" }), "ties-and-judging", "not-together", ["/events/2", "/events/1"]],
  [
    "a tie declared after the judging",
    [...without(1), { ...CLEAN[1], occurredOn: "2030-06-01", person: "评审员" }],
    "ties-and-judging",
    "not-together",
    ["/events/1", "/events/7"],
  ],
  ["no application", without(0), "judging-of-applicants", "not-preceded", ["/events/1"]],
])("%s is found, and where", (_, events, name, kind, places) => {
  const own = found(events).filter(([rule]) => rule === `procedure/${name}`);
  expect(own).toEqual([[`procedure/${name}`, kind, true, places]]);
});

it("a prize that is not paid yet is no breach before its last day has passed", () => {
  expect(found(without(7), "2030-07-19")).toEqual([]);
  expect(found(without(7), "2030-07-20").map(([rule]) => rule)).toEqual(["procedure/prize-in-time"]);
});

it("whether marks were equal is not known: what rests on it is not certain", () => {
  const events = changed(5, { data: { units: ["匠人甲"] } }).filter((_, place) => place !== 4);
  expect(found(events)).toEqual([["procedure/vote-before-list", "not-directly-preceded", false, ["/events/4"]]]);
});
