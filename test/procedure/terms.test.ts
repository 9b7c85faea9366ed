/** Which period an event fulfils, as somebody finds it who looks through all of them for every event. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, yearOf } from "../../src/kernel/date.js";
import type { Duty } from "../../src/kernel/obligations.js";
import { TRUE, UNKNOWN } from "../../src/kernel/truth.js";
import type { CaseEvent } from "../../src/procedure/log.js";
import type { Sighting } from "../../src/procedure/matching.js";
import { fulfilments, type Term } from "../../src/procedure/terms.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 20_000 : 1_000;

const day = fc.integer({ min: dayOf(2023, 1, 1), max: dayOf(2026, 12, 31) });

function eventOn(occurredOn: number, year?: number): CaseEvent {
  const data = new Map(year === undefined ? [] : [["year", year]]);
  const rest = { at: 0, activity: "report", applicant: "甲", by: "holder", person: null, evidence: [] };
  return { ...rest, occurredOn, recordedOn: occurredOn, data };
}

const terms = fc
  .array(fc.record({ begins: day, from: day, number: fc.option(fc.integer({ min: 1, max: 3 })) }), { maxLength: 12 })
  .map((all) =>
    all
      .map(({ begins, from, number }): Term => {
        return { trigger: { event: eventOn(from), truth: TRUE }, number, begins, period: null, end: null };
      })
      .sort((a, b) => a.begins - b.begins),
  );

const events = fc
  .array(fc.tuple(day, fc.option(fc.integer({ min: 2023, max: 2028 }), { nil: undefined })), { maxLength: 15 })
  .map((all) => all.sort(([a], [b]) => a - b).map(([on, year]): Sighting => ({ event: eventOn(on, year), truth: TRUE })));

test.each([[undefined], ["year"]])("the first open one that has begun, or that it says it is for: %s", (yearIn) => {
  const every = { amount: 1, unit: "years" } as const;
  const duty = { repeats: { every, ...(yearIn === undefined ? {} : { yearIn }) } } as Duty;
  fc.assert(
    fc.property(terms, events, (all, done) => {
      const open = [...all];
      const expected = new Map<Term, Sighting>();
      for (const { event, truth } of done) {
        const year = yearIn === undefined ? undefined : event.data.get(yearIn);
        const place = open.findIndex(({ begins, number, trigger }) =>
          year === undefined ? begins <= event.occurredOn : yearOf(trigger.event.occurredOn) + (number ?? 0) === year,
        );
        const [term] = place < 0 ? [] : open.splice(place, 1);
        const isSaid = yearIn === undefined || year !== undefined;
        if (term !== undefined) expected.set(term, { event, truth: isSaid ? truth : UNKNOWN });
      }
      expect(fulfilments(all, done, duty)).toEqual(expected);
    }),
    { numRuns },
  );
});
