import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseDate, yearOf } from "../../src/kernel/date.js";
import { type Shown, simpler } from "../../src/proof/simpler.js";

const yearIn = (date: unknown) => yearOf(parseDate(date as string) ?? Number.NaN);
const rowsOf = ({ facts }: Shown) => facts["stops"] as readonly { from: string; to: string }[];

describe("simpler()", () => {
  it("leaves out rows that nothing hangs on, and moves dates near that stand free", () => {
    const shown = {
      asOf: "2183-02-08",
      facts: { since: "1916-02-29", stops: [{ from: "1920-01-01", to: "2177-02-08" }], kind: "2199-13-40", count: 7 },
    };
    expect(simpler(shown, "2022-06-01", () => true)).toEqual({
      asOf: "2022-02-08",
      facts: { since: "2022-02-28", stops: [], kind: "2199-13-40", count: 7 },
    });
  });

  it("moves together what hangs together", () => {
    const facts = { since: "1916-03-22", stops: [{ from: "1920-01-01", to: "2177-02-08" }] };
    const isSixYearsOn = (of: Shown) => rowsOf(of).length === 1 && yearIn(of.asOf) - yearIn(rowsOf(of)[0]?.to) === 6;
    const found = simpler({ asOf: "2183-02-08", facts }, "2022-06-01", isSixYearsOn);
    expect(found).toEqual({
      asOf: "2028-02-08",
      facts: { since: "2022-03-22", stops: [{ from: "2022-01-01", to: "2022-02-08" }] },
    });
  });

  const date = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const shown = fc.record({
    asOf: date,
    facts: fc.record({ since: date, stops: fc.array(fc.record({ from: date, to: date })) }),
  });

  test("what it gives shows the same, and no row of it can be left out", () =>
    fc.assert(
      fc.property(shown, fc.integer({ min: 0, max: 300 }), (given, apart) => {
        const shows = (of: Shown) =>
          Math.abs(yearIn(of.asOf) - yearIn(of.facts["since"])) >= apart || rowsOf(of).some(({ from, to }) => from > to);
        fc.pre(shows(given));
        const found = simpler(given, "2022-06-01", shows);
        expect(shows(found)).toBe(true);
        for (const at of rowsOf(found).keys()) {
          const without = { ...found, facts: { ...found.facts, stops: rowsOf(found).toSpliced(at, 1) } };
          expect(shows(without)).toBe(false);
        }
      }),
    ));
});
