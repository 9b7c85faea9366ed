/** Secrets that a log declares: kept out of what is wrong with it and of what is found, and out of the log as it leaves. */
import { beforeAll, expect, test } from "vitest";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import { concealWith } from "../../src/kernel/confidential/conceal.js";
import { audit } from "../../src/procedure/audit.js";
import { concealLog } from "../../src/procedure/confidential.js";

let award: Award;
beforeAll(async () => {
  award = await loadPackFolder("rules/nm-chairman-2022");
});

const conceal = concealWith(new Uint8Array(32).fill(3));
const ask = (question: unknown) => audit(award, question, new Map());
const submission = {
  activity: "submission",
  occurredOn: "2023-03-01",
  applicant: "U",
  by: "applicant",
  person: "secret-person",
  evidence: ["application-form"],
  data: { to: "secret-league" },
};
const log = (applicant: object, event: object) => ({
  edition: {},
  applicants: [{ name: "U", principalLeader: "secret-leader", ...applicant }],
  events: [{ ...submission, ...event }],
});

test("what may be confidential is named where it stands, and the rest of the log is judged as ever", () => {
  const declared = log({ confidential: ["/principalLeader"] }, { confidential: ["/data/to", "/evidence/0", "/person"] });
  const answer = ask(declared);
  expect(answer).toEqual(ask(log({}, {})));
  expect(JSON.stringify(answer)).not.toContain("secret");
});

test("a name, a day or a body cannot be, and other mistakes are told where they are", () => {
  const answer = ask(
    log({ confidential: ["/name", "/none"] }, { confidential: ["/occurredOn", "/by", "/data/to", "/data/to", "person"] }),
  );
  expect(answer.ok ? [] : answer.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
    ["/applicants/0/confidential/0", "not-confidential"],
    ["/applicants/0/confidential/1", "points-nowhere"],
    ["/events/0/confidential/0", "not-confidential"],
    ["/events/0/confidential/1", "not-confidential"],
    ["/events/0/confidential/3", "pointer-twice"],
    ["/events/0/confidential/4", "not-a-pointer"],
  ]);
});

test.each([
  [{ principalLeader: ["secret"], confidential: ["/principalLeader"] }, {}],
  [{}, { data: { to: { secret: "secret" } }, confidential: ["/data/to"] }],
  [{}, { evidence: ["secret"], confidential: ["/evidence/0"] }],
  [{}, { evidence: ["secret"], data: { secret: 1 }, confidential: ["secret"] }],
  [{ wonBefore: "secret", confidental: ["/wonBefore"] }, {}],
])("nothing of it is in what is wrong with a log: %j %j", (applicant, event) => {
  const answer = ask(log({ principalLeader: "U", ...applicant }, { person: "P", data: {}, ...event }));
  expect(answer.ok).toBe(false);
  expect(JSON.stringify(answer)).not.toContain("secret");
});

test("a log leaves with digests in their places, and as it is where nothing is declared", () => {
  const declared = log({ confidential: ["/principalLeader"] }, { confidential: ["/data/to", "/data", "/evidence/0", "/person"] });
  const before = structuredClone(declared);
  expect(concealLog(declared, conceal)).toEqual({
    ...declared,
    applicants: [
      { ...declared.applicants[0], principalLeader: { confidential: conceal("applicants.principalLeader", "secret-leader") } },
    ],
    events: [
      {
        ...declared.events[0],
        person: { confidential: conceal("events.person", "secret-person") },
        evidence: [{ confidential: conceal("events.evidence", "application-form") }],
        data: { confidential: conceal("events.data", { to: "secret-league" }) },
      },
    ],
  });
  expect(declared).toEqual(before);
  expect(concealLog(log({}, {}), conceal)).toEqual(log({}, {}));
});
