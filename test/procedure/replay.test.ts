/** A log cut at any day answers as it would have answered then: what was entered later, or came later, changes nothing. */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import type { OfficialCalendar } from "../../src/kernel/official-calendar.js";
import { audit } from "../../src/procedure/audit.js";
import { deadlines } from "../../src/procedure/deadlines.js";
import { next } from "../../src/procedure/next.js";
import { obligations } from "../../src/procedure/obligations.js";
import { cleanEditions } from "../arbitraries/editions.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 1_000 : 50;
const DAY = 86_400_000;

let award: Award;
let calendar: OfficialCalendar;
beforeAll(async () => {
  [award, calendar] = [await loadPackFolder("rules/nm-chairman-2022"), await loadOfficialCalendar()];
});

const later = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** Some entries are late, and some wrong: by nobody who may. */
const logs = fc.record({
  log: cleanEditions,
  delays: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 20 }),
  wrong: fc.nat(),
  cut: fc.nat(),
});

it.each([
  ["audit", audit],
  ["next", next],
  ["deadlines", deadlines],
  ["obligations", obligations],
] as const)("%s", (_, decide) => {
  fc.assert(
    fc.property(logs, ({ log, delays, wrong, cut }) => {
      const events = log.events.map((event, at) => ({
        ...event,
        recordedOn: later(event.occurredOn, at % 3 === 0 ? (delays[at % delays.length] as number) : 0),
        by: at === wrong % log.events.length ? "industry-departments" : event.by,
      }));
      const asOf = events[cut % events.length]?.recordedOn as string;
      const known = events.flatMap((event, at) => (event.occurredOn <= asOf && event.recordedOn <= asOf ? [{ at, event }] : []));
      const whole = decide(award, { ...log, events, asOf }, calendar);
      const then = decide(award, { ...log, events: known.map(({ event }) => event), asOf }, calendar);
      expect(whole.ok).toBe(true);
      // Places are those of the log that was given.
      const placed = JSON.stringify(then).replace(
        /"\/events\/(\d+)"/g,
        (_match, place) => `"/events/${known[Number(place)]?.at}"`,
      );
      expect(JSON.parse(placed)).toEqual(JSON.parse(JSON.stringify(whole)));
    }),
    { numRuns },
  );
});
