import { describe, expect, it } from "vitest";
import { loadPacks } from "../../src/files/packs.js";
import { parseCases } from "../../src/files/read-cases.js";
import type { Award } from "../../src/kernel/award.js";

const award = (await loadPacks("rules")).get("nm-chairman-2022") as Award;

const HEAD = "decision: eligibility\nasOf: 2023-06-01\nfacts: { activity: business, accidents: [] }\ncases:\n";

describe("parseCases()", () => {
  it("fills in the background, key by key, and keeps the line of each case", () => {
    const text = `${HEAD}  - case: one\n    expect: { outcome: eligible }\n  - case: two\n    asOf: 2024-01-01\n    facts: { activity: null, operatingSince: 2018-05-10 }\n    interpretations: { firstDay: included }\n    expect: { errors: [/facts/x] }\n`;
    expect(parseCases(award, text)).toEqual({
      ok: true,
      cases: [
        {
          line: 5,
          case: {
            case: "one",
            decision: "eligibility",
            asOf: "2023-06-01",
            facts: { activity: "business", accidents: [] },
            expect: { outcome: "eligible" },
          },
        },
        {
          line: 7,
          case: {
            case: "two",
            decision: "eligibility",
            asOf: "2024-01-01",
            facts: { activity: null, accidents: [], operatingSince: "2018-05-10" },
            interpretations: { firstDay: "included" },
            expect: { errors: ["/facts/x"] },
          },
        },
      ],
    });
  });

  it.each([
    {
      name: "an unknown member of the file",
      text: `rule: x\n${HEAD}${expecting("outcome: eligible")}`,
      is: ["/rule", "unknown-member", 1],
    },
    {
      name: "an unknown decision",
      text: HEAD.replace("eligibility", "eligibilty") + expecting("outcome: eligible"),
      is: ["/decision", "unknown-decision", 1],
    },
    { name: "no decision", text: HEAD.replace(/.*\n/, "") + expecting("outcome: eligible"), is: ["", "missing-member", 1] },
    { name: "another award", text: `award: other\n${HEAD}${expecting("outcome: eligible")}`, is: ["/award", "unknown-award", 1] },
    {
      name: "a day that is none",
      text: HEAD.replace("06-01", "06-31") + expecting("outcome: eligible"),
      is: ["/asOf", "not-a-date", 2],
    },
    {
      name: "no day",
      text: HEAD.replace(/asOf.*\n/, "") + expecting("outcome: eligible"),
      is: ["/cases/0", "missing-member", 4],
    },
    { name: "no cases", text: HEAD.replace("cases:", "cases: []"), is: ["/cases", "no-cases", 4] },
    { name: "cases that are no list", text: HEAD.replace("cases:", "cases: {}"), is: ["/cases", "not-a-list", 4] },
    {
      name: "an unknown member of a case",
      text: `${HEAD}${expecting("outcome: eligible")}    fact: {}\n`,
      is: ["/cases/0/fact", "unknown-member", 7],
    },
    { name: "no expectation", text: `${HEAD}  - case: one\n`, is: ["/cases/0", "no-expectation", 5] },
    { name: "an empty expectation", text: HEAD + expecting(""), is: ["/cases/0/expect", "no-expectation", 6] },
    {
      name: "an expectation without outcome",
      text: HEAD + expecting("missing: []"),
      is: ["/cases/0/expect", "no-expectation", 6],
    },
    { name: "no errors expected", text: HEAD + expecting("errors: []"), is: ["/cases/0/expect/errors", "no-expectation", 6] },
    {
      name: "errors beside an outcome",
      text: HEAD + expecting("outcome: eligible, errors: [/asOf]"),
      is: ["/cases/0/expect", "refused-and-decided", 6],
    },
    {
      name: "an unknown expectation",
      text: HEAD + expecting("outcome: eligible, missin: []"),
      is: ["/cases/0/expect/missin", "unknown-member", 6],
    },
    {
      name: "an unknown outcome",
      text: HEAD + expecting("outcome: eligable"),
      is: ["/cases/0/expect/outcome", "unknown-name", 6],
    },
    {
      name: "an unknown provision",
      text: HEAD + expecting("outcome: eligible, provision: 第九十九条"),
      is: ["/cases/0/expect/provision", "unknown-provision", 6],
    },
    {
      name: "an unknown consequence that is due",
      text: HEAD.replace("eligibility", "revocation") + expecting("outcome: revoke, due: { claw-bak: { value: 1 } }"),
      is: ["/cases/0/expect/due/claw-bak", "unknown-name", 6],
    },
    {
      name: "an unknown provision of a consequence",
      text: HEAD.replace("eligibility", "revocation") + expecting("outcome: revoke, due: { circulate: { provision: art. 99 } }"),
      is: ["/cases/0/expect/due/circulate/provision", "unknown-provision", 6],
    },
    {
      name: "a consequence of which nothing is said",
      text: HEAD.replace("eligibility", "revocation") + expecting("outcome: revoke, due: { circulate: {} }"),
      is: ["/cases/0/expect/due/circulate", "no-expectation", 6],
    },
    {
      name: "consequences that are due as a list",
      text: HEAD.replace("eligibility", "revocation") + expecting("outcome: revoke, due: [circulate]"),
      is: ["/cases/0/expect/due", "not-an-object", 6],
    },
    {
      name: "a provision that is no text",
      text: HEAD + expecting("outcome: eligible, provision: 10"),
      is: ["/cases/0/expect/provision", "not-a-text", 6],
    },
    {
      name: "a comment that is no text",
      text: `${HEAD}${expecting("outcome: eligible")}    comment: []\n`,
      is: ["/cases/0/comment", "not-a-text", 7],
    },
    {
      name: "an unknown rule",
      text: HEAD + expecting("outcome: eligible, rules: { licence: satisfied }"),
      is: ["/cases/0/expect/rules/licence", "unknown-name", 6],
    },
    {
      name: "an unknown status",
      text: HEAD + expecting("outcome: eligible, rules: { licences: satisfy }"),
      is: ["/cases/0/expect/rules/licences", "unknown-name", 6],
    },
    {
      name: "an unknown fact",
      text: HEAD + expecting("outcome: eligible, missing: [accident]"),
      is: ["/cases/0/expect/missing/0", "unknown-name", 6],
    },
    {
      name: "an unknown consequence",
      text: HEAD + expecting("outcome: eligible, consequences: [fine]"),
      is: ["/cases/0/expect/consequences/0", "unknown-name", 6],
    },
    {
      name: "an unknown output",
      text: HEAD + expecting("outcome: eligible, outputs: { fee: 1 }"),
      is: ["/cases/0/expect/outputs/fee", "unknown-name", 6],
    },
    {
      name: "an unknown change",
      text: HEAD + expecting("outcome: eligible, remedies: [{ change: { x: 1 } }]"),
      is: ["/cases/0/expect/remedies/0/change/x", "unknown-name", 6],
    },
    {
      name: "a remedy without change",
      text: HEAD + expecting("outcome: eligible, remedies: [{ wait: 2024-01-01 }]"),
      is: ["/cases/0/expect/remedies/0", "missing-member", 6],
    },
    {
      name: "a wait that is no day",
      text: HEAD + expecting("outcome: eligible, remedies: [{ change: {}, wait: later }]"),
      is: ["/cases/0/expect/remedies/0/wait", "not-a-date", 6],
    },
    {
      name: "an unknown obstacle",
      text: HEAD + expecting("outcome: eligible, fixed: [x]"),
      is: ["/cases/0/expect/fixed/0", "unknown-name", 6],
    },
    {
      name: "an unknown interpretation",
      text: HEAD + expecting("outcome: eligible, wouldChange: [x]"),
      is: ["/cases/0/expect/wouldChange/0", "unknown-name", 6],
    },
    {
      name: "an unknown notice",
      text: HEAD + expecting("outcome: eligible, notices: [x]"),
      is: ["/cases/0/expect/notices/0", "unknown-name", 6],
    },
    {
      name: "one sentence twice",
      text: HEAD + expecting("outcome: eligible") + expecting("outcome: ineligible"),
      is: ["/cases/1/case", "same-case-twice", 7],
    },
    {
      name: "a key twice",
      text: `${HEAD}${expecting("outcome: eligible")}asOf: 2024-01-01\n`,
      is: ["", "duplicate-key", undefined],
    },
    { name: "no YAML", text: `${HEAD}  - case: [`, is: ["", "bad-yaml", undefined] },
    { name: "no text", text: " \n", is: ["", "empty-input", undefined] },
    { name: "a list", text: "- 1", is: ["", "not-an-object", 1] },
  ])("refuses $name", ({ text, is }) => {
    const read = parseCases(award, text);
    expect(read.ok ? [] : read.errors.map(({ pointer, code, line }) => [pointer, code, line])).toEqual([is]);
  });

  it("keeps a comment, and takes a provision by the words people cite it by", () => {
    const read = parseCases(award, `${HEAD}${expecting("outcome: eligible, provision: 第十条第（一）项")}    comment: why\n`);
    expect(read.ok && read.cases[0]?.case).toMatchObject({ comment: "why", expect: { provision: "art_10__item_1" } });
  });

  it("tells everything wrong at once", () => {
    const read = parseCases(award, `x: 1\n${HEAD}${expecting("outcome: x, y: 1, missing: [z]")}  - expect: {}\n`);
    expect(read.ok ? 0 : read.errors.length).toBe(6);
  });
});

function expecting(members: string): string {
  return `  - case: one\n    expect: { ${members} }\n`;
}
