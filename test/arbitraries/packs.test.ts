/** Random packs are packs: each passes the checks that a pack must pass, and together they use all there is to use. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadAward } from "../../src/pack/load.js";
import { packOf } from "./packs.js";

const SEED = 2022;
const packs = fc.sample(packOf(), { numRuns: 250, seed: SEED });
const written = JSON.stringify(packs);

test("every random pack passes the checks of a pack", () => {
  for (const pack of packs.slice(0, 120)) expect(() => loadAward(pack)).not.toThrow();
});

test.each([
  [
    "op",
    "wholeYears addYears subtractYears addDays startOfYear yearOf latest earliest sum difference product select count some every each",
  ],
  [
    "operator",
    "equal notEqual in notIn lessThan lessThanInclusive greaterThan greaterThanInclusive before onOrBefore after onOrAfter",
  ],
  ["type", "boolean integer date enum list satisfied"],
  ["hitPolicy", "any priority collect"],
  ["remedy", "act wait none"],
])("random packs use every %s", (member, values) => {
  for (const value of values.split(" ")) expect(written).toContain(`"${member}":"${value}"`);
});

test.each([
  "all",
  "any",
  "not",
  "appliesWhen",
  "outputs",
  "consequences",
  "field",
  "where",
])("random packs use `%s`", (member) => {
  expect(written).toContain(`"${member}":`);
});
