/** A log that is written in XES and read again is the very same log. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readXes } from "../../../src/files/xes/read-xes.js";
import { writeXes } from "../../../src/files/xes/write-xes.js";
import { cleanEditions } from "../../arbitraries/editions.js";
import { anyLog, anyText } from "./any-log.js";
import { award } from "./award.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 3_000 : 100;

function written(log: unknown): string {
  const answer = writeXes(award, log);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.xes;
}

function read(xes: string): unknown {
  const answer = readXes(xes, award);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.log;
}

const oneEvent = (more: object) => ({
  edition: {},
  applicants: [{ name: "U1" }],
  events: [{ activity: "submission", occurredOn: "2023-02-01", by: "applicant", applicant: "U1", ...more }],
});

describe("written and read again", () => {
  it("editions are what they were", () => {
    fc.assert(
      fc.property(cleanEditions, (log) => {
        expect(read(written(log))).toEqual(log);
      }),
      { numRuns },
    );
  });

  it("logs are what they were, however they are written down", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(read(written(log))).toStrictEqual(log);
      }),
      { numRuns },
    );
  });

  it("texts are what they were", () => {
    fc.assert(
      fc.property(anyText, (to) => {
        const log = oneEvent({ data: { to } });
        expect(read(written(log))).toEqual(log);
      }),
      { numRuns: numRuns * 5 },
    );
  });

  it.each([[null], [[]]])("applicants and events may be %j", (none) => {
    const log = { edition: null, applicants: none, events: none };
    expect(read(written(log))).toEqual(log);
  });

  it("an applicant may be called as the edition is", () => {
    const log = {
      edition: {},
      applicants: [{ name: "edition" }],
      events: [{ activity: "announcement", occurredOn: "2023-01-10", by: "regional-market-regulator" }],
    };
    expect(written(log)).toContain('value="edition 2"');
    expect(read(written(log))).toEqual(log);
  });

  it("a mark at its beginning, ends of lines of another kind and another offset change nothing", () => {
    fc.assert(
      fc.property(cleanEditions, (log) => {
        const other = written(log)
          .replaceAll("\n", "\r\n")
          .replace(
            /value="(\d{4}-\d\d-\d\d)T00:00:00\.000\+08:00"/g,
            (_, day) => `value="${new Date(Date.parse(day) - 8 * 3_600_000).toISOString()}"`,
          );
        expect(read(`\ufeff${other}`)).toEqual(log);
      }),
      { numRuns: 20 },
    );
  });

  it("an event that is gone leaves the others in their order", () => {
    const log = {
      edition: {},
      applicants: [{ name: "A" }, { name: "B" }],
      events: ["B", "A", "A", "B"].map((applicant) => ({
        activity: "submission",
        occurredOn: "2023-02-01",
        by: "applicant",
        applicant,
        person: applicant,
      })),
    };
    const gone = written(log)
      .split(/(?<=<\/event>)/)
      .filter((piece) => !piece.includes('key="qak:place" value="2"'))
      .join("");
    expect(read(gone)).toEqual({ ...log, events: log.events.filter((_, at) => at !== 2) });
  });
});

describe("refused", () => {
  it.each([
    ["\0", "U+0000"],
    ["a\u000bb", "U+000B"],
    ["\ud83d", "U+D83D"],
    ["x\udc00", "U+DC00"],
    ["\uffff", "U+FFFF"],
  ])("is %j, which XML cannot hold", (to, character) => {
    const answer = writeXes(award, oneEvent({ data: { to } }));
    expect(answer).toMatchObject({ ok: false, errors: [{ pointer: "/events/0/data/to", code: "not-in-xml" }] });
    if (!answer.ok) expect(answer.errors[0]?.message.en).toContain(character);
  });

  it("is a log that no audit would read", () => {
    expect(writeXes(award, oneEvent({ by: "nobody" }))).toMatchObject({
      ok: false,
      errors: [{ pointer: "/events/0/by", code: "not-a-value" }],
    });
    expect(writeXes(award, 7)).toMatchObject({ ok: false, errors: [{ code: "not-an-object" }] });
  });

  it("is an award without a procedure", () => {
    const { procedure: _, ...files } = award.files;
    const bare = { ...award, files };
    expect(writeXes(bare, oneEvent({}))).toMatchObject({ ok: false, errors: [{ code: "absent-part" }] });
    expect(readXes("<log/>", bare)).toMatchObject({ ok: false, errors: [{ code: "absent-part" }] });
  });
});
