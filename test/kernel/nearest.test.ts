import { expect, test } from "vitest";
import { nearest } from "../../src/kernel/nearest.js";

test.each([
  ["minor", ["general", "larger", "major"], null],
  ["x", ["a", "b"], null],
  ["no", ["yes"], null],
  ["titel", ["title", "mark"], "title"],
  ["eligibilty", ["eligibility", "funding"], "eligibility"],
  ["Wonaward", ["wonAward"], "wonAward"],
  ["majr", ["major"], "major"],
  ["x".repeat(201), ["x".repeat(200)], null],
])("%s among %j is %s", (name, known, near) => {
  expect(nearest(name, known)).toBe(near);
});
