/** A comprehensive score rests on stages by their names: a misspelt one is no stage, not one that is allowed. */
import { expect, it } from "vitest";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { audit } from "../../src/procedure/audit.js";

it.each([
  [["material", "site", "presentation"], ["procedure/composite-without-material"]],
  [["site"], ["procedure/composite-with-presentation"]],
])("%j", async (basis, expected) => {
  const answer = audit(await loadPackFolder("rules/nm-chairman-2022"), question(basis));
  const rules = answer.ok ? answer.result.breaches.map(({ rule }) => rule) : [];
  expect(rules.filter((rule) => /composite-with/.test(rule))).toEqual(expected);
});

it("is an error where it stands", async () => {
  const answer = audit(await loadPackFolder("rules/nm-chairman-2022"), question(["材料评审", "site", "presentation"]));
  expect(answer.ok ? [] : answer.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
    ["/events/0/data/basis/0", "not-a-value"],
  ]);
});

function question(basis: readonly string[]): object {
  const scoring = { activity: "composite-scoring", occurredOn: "2023-11-20", applicant: "甲", by: "regional-market-regulator" };
  return { edition: {}, applicants: [{ name: "甲" }], events: [{ ...scoring, evidence: ["scores"], data: { basis } }] };
}

it("a log that brings its own calendar says so", async () => {
  const award = await loadPackFolder("rules/nm-chairman-2022");
  const own = audit(award, { edition: {}, applicants: [], events: [], calendar: { "2023": { holidays: [], workdays: [] } } });
  expect(own.ok ? own.result.notices.map(({ code }) => code) : []).toEqual(["calendar-given"]);
});

it("of an activity that is none, nothing else is blamed", async () => {
  const scoring = { activity: "composite-scorings", occurredOn: "2023-11-20", applicant: "甲", by: "regional-market-regulator" };
  const events = [{ ...scoring, data: { basis: ["site"] } }];
  const answer = audit(await loadPackFolder("rules/nm-chairman-2022"), { edition: {}, applicants: [{ name: "甲" }], events });
  expect(answer.ok ? [] : answer.errors.map(({ pointer }) => pointer)).toEqual(["/events/0/activity"]);
});
