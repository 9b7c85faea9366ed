/** Whatever is changed in an edition that follows the measures, the audit finds what a plain reading of the articles finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { isWorkingDay, type OfficialCalendar } from "../../src/kernel/official-calendar.js";
import { auditLog } from "../../src/procedure/audit-log.js";
import { readCase } from "../../src/procedure/read-case.js";
import { cleanEditions, type Log } from "../arbitraries/editions.js";
import { MUTATIONS, mutated, mutations } from "../arbitraries/mutations.js";
import { judged } from "./judge.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 4_000 : 100;
const award = await loadPackFolder("rules/nm-chairman-2022");

/** Of the years that are not arranged yet, weekends are all that is known: then everything found is certain. */
const none = { holidays: new Set<number>(), workdays: new Set<number>() };
const calendar: OfficialCalendar = new Map([
  ...(await loadOfficialCalendar()),
  ...[2027, 2028, 2029, 2030].map((year) => [year, none] as const),
]);

type Pairs = readonly string[];

function inOrder(pairs: readonly string[]): Pairs {
  return [...new Set(pairs)].sort();
}

function found(log: Log): Pairs {
  const read = readCase(award, { ...log, asOf: "2031-12-31" }, calendar);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const findings = auditLog(read.case);
  expect(findings.filter(({ isCertain }) => !isCertain)).toEqual([]);
  return inOrder(findings.map(({ asked, event }) => `${asked.provision} ${event.at}`));
}

function expected(log: Log): Pairs {
  return inOrder(judged(log, (day) => isWorkingDay(calendar, day)).map(({ provision, at }) => `${provision} ${at}`));
}

describe("a plain reading of the articles", () => {
  const [clean] = fc.sample(cleanEditions, { numRuns: 1, seed: 2022 }) as [Log];
  const without = (activity: string) => ({ ...clean, events: clean.events.filter((event) => event.activity !== activity) });
  const against = (log: Log) =>
    judged(log, (day) => isWorkingDay(calendar, day)).map(({ provision, at }) => `${provision} ${log.events[at]?.activity}`);
  const times = (activity: string) => clean.events.filter((event) => event.activity === activity).length;
  const each = (text: string, activity: string) => new Array(times(activity)).fill(text);

  it("finds nothing wrong with an edition that follows them", () => {
    fc.assert(
      fc.property(cleanEditions, (log) => {
        expect(expected(log)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it.each([
    ["announcement", each("art_11__sent_1 submission", "submission")],
    ["qualified-list-notice", each("art_13__sent_1 material-review", "material-review")],
    ["shortlist", each("art_14__item_2__sent_2 site-review", "site-review")],
    ["presentation", each("art_14__item_3__sent_2 presentation-scoring", "presentation-scoring")],
    ["consultation", ["art_16__sent_1 proposal"]],
    ["award-notice", ["art_16__sent_2 approval-request", ...each("art_16__sent_2 award", "award")]],
    ["approval", each("art_17__sent_1 award", "award")],
    ["grant-payment", []],
    ["performance-report", []],
    ["promotion", []],
    ["interest-declaration", []],
  ])("without any %s finds what rests on it, and nothing else", (activity, wrong) => {
    expect(times(activity)).toBeGreaterThan(0);
    expect(against(without(activity)).sort()).toEqual(wrong.sort());
  });
});

describe("an audit finds by the articles what they find, event by event", () => {
  it.each(MUTATIONS)("after one %s", (kind) => {
    let wrong = 0;
    fc.assert(
      fc.property(cleanEditions, mutations(kind), (log, mutation) => {
        const changed = mutated(log, mutation);
        const pairs = expected(changed);
        wrong += pairs.length;
        expect(found(changed)).toEqual(pairs);
      }),
      { numRuns },
    );
    expect(wrong).toBeGreaterThan(0);
  });

  it("after one to five of any kind", () => {
    fc.assert(
      fc.property(cleanEditions, fc.array(mutations(...MUTATIONS), { minLength: 1, maxLength: 5 }), (log, changes) => {
        const changed = changes.reduce(mutated, log);
        expect(found(changed)).toEqual(expected(changed));
      }),
      { numRuns: 3 * numRuns },
    );
  });
});
