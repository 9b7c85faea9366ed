/** Logs of cases as files hold them: what can be read is read, what cannot is told with its line, whatever the ends of lines. */
import { describe, expect, it } from "vitest";
import { type LoggedCase, wrongWith } from "../../src/files/case-log/logged-case.js";
import { type CaseLogFormat, caseLogFormat, MAX_LOG_BYTES, readCaseLog } from "../../src/files/case-log/read-case-log.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { audit } from "../../src/procedure/audit.js";

const award = await loadPackFolder("rules/nm-chairman-2022");
const calendar = await loadOfficialCalendar();

const read = (text: string, format: CaseLogFormat | null = null) => readCaseLog(new TextEncoder().encode(text), format);

/** `line pointer code` of everything wrong. */
function wrongIn(logged: LoggedCase): readonly string[] {
  const answer = logged.question === undefined ? { ok: true as const } : audit(award, logged.question, calendar);
  const errors = answer.ok ? [] : answer.errors;
  return wrongWith(logged, errors).map(({ line, pointer, code }) => `${line ?? "-"} ${pointer} ${code}`);
}

const HEAD = { edition: {}, applicants: [{ name: "U" }] };
const CALL = { activity: "announcement", occurredOn: "2023-03-01", by: "regional-market-regulator", evidence: ["work-plan"] };
const FEE = { activity: "fee", applicant: "U", occurredOn: "2023-04-01", by: "expert-panels" };
const lines = (...all: readonly unknown[]) => all.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n");

describe("a log in lines", () => {
  it.each([
    ["as it is", lines(HEAD, CALL, FEE), 3],
    ["with a byte order mark", `\uFEFF${lines(HEAD, CALL, FEE)}\n`, 3],
    ["with CR LF", lines(HEAD, CALL, FEE).replaceAll("\n", "\r\n"), 3],
    ["with blank lines", lines("", HEAD, " ", CALL, "", "\t", FEE, "", ""), 7],
  ])("is the same %s, each event on its line", (_, text, last) => {
    for (const format of ["ndjson", null] as const) {
      const logged = read(text, format);
      expect(logged.question).toEqual({ ...HEAD, events: [CALL, FEE] });
      expect(logged.unreadable).toEqual([]);
      expect([logged.lineOf("/events/1/by"), logged.lineOf("/events/1")]).toEqual([last, last]);
    }
  });

  it("is told everything that is wrong with it, line by line, what can be read among what cannot", () => {
    const text = lines(
      { ...HEAD, applicants: [{ name: "U", wonBefore: "yes" }] },
      '{"activity":"fee",',
      { ...FEE, by: "nobody" },
      "",
      '{"activity":"fee","activity":"fee"}',
      { ...FEE, data: { amount: 1 } },
      '{"occurredOn":12345678901234567890}',
      "[]",
    );
    expect(wrongIn(read(text, "ndjson"))).toEqual([
      "1 /applicants/0/wonBefore not-a-boolean",
      "2  bad-json",
      "3 /by not-a-value",
      "5 /activity duplicate-key",
      "6 /data/amount unknown-member",
      "7 /occurredOn rounded-number",
      "8  not-an-object",
    ]);
  });

  it("says of a line that is no JSON the column, since the line stands beside it", () => {
    const [wrong] = read(lines(HEAD, "{]"), "ndjson").unreadable;
    expect(wrong).toMatchObject({
      line: 2,
      message: { en: expect.stringMatching(/column 2/), zh: expect.stringMatching(/第 2 列/) },
    });
    expect(wrong?.message.en).not.toContain("line");
  });

  it("is told bytes that are no UTF-8, and reads on", () => {
    const bytes = Buffer.concat([
      Buffer.from(`${lines(HEAD)}\n`),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(lines(FEE, "{")),
    ]);
    expect(wrongIn(readCaseLog(bytes, "ndjson"))).toEqual(["2  not-utf8", "4  bad-json"]);
  });

  it("whose first line cannot be read is asked nothing, and still told of every line that cannot", () => {
    const logged = read(lines("", "{", FEE, "}"), "ndjson");
    expect(logged.question).toBeUndefined();
    expect(wrongIn(logged)).toEqual(["2  bad-json", "4  bad-json"]);
  });

  it("whose first line is an event lacks a case", () => {
    expect(wrongIn(read(lines(CALL, FEE), "ndjson")).slice(-3)).toEqual([
      "1  missing-member",
      "1  missing-member",
      "2 /applicant unknown-applicant",
    ]);
  });

  it("may not have events on its first line: they would be lost beside those below", () => {
    const logged = read(lines({ ...HEAD, events: [FEE] }, FEE), "ndjson");
    expect(wrongIn(logged)).toEqual(["1 /events events-in-head"]);
    expect(logged.unreadable[0]?.message.zh).toMatch(/首行之下/);
  });

  it("with thousands of bad lines is told the first thousand, and how many more there are", () => {
    const { unreadable } = read(lines(HEAD, ...Array.from({ length: 1500 }, () => "{")), "ndjson");
    expect(unreadable).toHaveLength(1001);
    expect(unreadable.at(-2)).toMatchObject({ line: 1001 });
    expect(unreadable.at(-1)).toMatchObject({ code: "more-errors", message: { en: expect.stringContaining("500 more") } });
  });

  it.each(["", "\uFEFF", "\n\r\n \n"])("that holds nothing, %j, is told so", (text) => {
    expect(wrongIn(read(text, "ndjson"))).toEqual(["1  empty-input"]);
  });
});

describe("a log as one JSON", () => {
  const log = { ...HEAD, events: [CALL, { ...FEE, by: "nobody", data: { a: 1 } }] };

  const printed = JSON.stringify(log, null, 2);

  it.each([
    ["on one line", JSON.stringify(log)],
    ["with an event a line", JSON.stringify(log).replaceAll(/[[{],?/g, "$&\n")],
    ["as it is printed", printed],
    ["with CR LF and a mark", `\uFEFF\r\n${printed.replaceAll("\n", "\r\n")}`],
  ])("%s tells the lines of what is wrong", (_, text) => {
    const lineOf = (words: RegExp) => text.slice(0, text.search(words)).split("\n").length;
    for (const format of ["json", null] as const) {
      const logged = read(text, format);
      expect(logged.question).toEqual(log);
      expect(wrongIn(logged)).toEqual([
        `${lineOf(/"by": ?"nobody"/)} /events/1/by not-a-value`,
        `${lineOf(/"a":/)} /events/1/data/a unknown-member`,
      ]);
      expect(logged.lineOf("/edition")).toBe(lineOf(/"edition"/));
      expect(logged.lineOf("/applicants/0/name")).toBe(lineOf(/"name"/));
      expect(logged.lineOf("/events/1/nothing")).toBe(logged.lineOf("/events/1"));
    }
  });

  it.each([
    ["{\n]", ["-  bad-json"]],
    ["", ["-  empty-input"]],
    ["[\n1]", ["1  not-an-object"]],
    ['\n{"edition":{},\n"applicants":[]}', ["2  missing-member"]],
    ['{"edition":{},"applicants":[],\n"events":{}}', ["2 /events not-a-list"]],
    ['{"edition":{},\n"edition":{},"applicants":[],"events":[]}', ["- /edition duplicate-key"]],
    ['{"edition":{},"applicants":[],"events":[\n{"at":1},\n{"at":12345678901234567890}]}', ["3 /events/1/at rounded-number"]],
  ])("%j", (text, wrong) => {
    expect(wrongIn(read(text, "json"))).toEqual(wrong);
  });

  it("that is no UTF-8, or too large, is told so", () => {
    expect(wrongIn(readCaseLog(Uint8Array.of(0x7b, 0xff), "json"))).toEqual(["-  not-utf8"]);
    expect(wrongIn(readCaseLog(new Uint8Array(MAX_LOG_BYTES + 1), "json"))).toEqual(["-  too-large"]);
  });

  it("finds lines whatever its names and texts hold", () => {
    const odd = { 'a/b~"\\': [{ 'x\\"': "]},{[\n:" }, 2], "": { "\u2028": [[1], [2]] }, edition: "\\" };
    const text = JSON.stringify(odd, null, 1);
    const { lineOf } = read(text, "json");
    const shown = text.split("\n");
    const places = ['/a~1b~0"\\', '/a~1b~0"\\/0/x\\"', '/a~1b~0"\\/1', "/", "//\u2028/1/0", "/edition"];
    expect(places.map((place) => shown[lineOf(place) - 1]?.trim())).toEqual([
      '"a/b~\\"\\\\": [',
      '"x\\\\\\"": "]},{[\\n:"',
      "2",
      '"": {',
      "2",
      '"edition": "\\\\"',
    ]);
    expect(new Set(places.map(lineOf)).size).toBe(places.length);
  });
});

it.each([
  ["case.json", "json"],
  ["CASE.NDJSON", "ndjson"],
  ["case.jsonl", "ndjson"],
  ["case.log", null],
  ["<stdin>", null],
] as const)("%s is named %s", (name, format) => {
  expect(caseLogFormat(name)).toBe(format);
});

it("what has no name that tells is lines where a case without events stands above something else", () => {
  expect(read(lines(HEAD)).question).toEqual(HEAD);
  expect(read(lines(HEAD, "")).question).toEqual(HEAD);
  expect(read(lines(HEAD, FEE)).question).toEqual({ ...HEAD, events: [FEE] });
  expect(read(`{\n"edition":{}}\n`).question).toEqual({ edition: {} });
});

it.each(["ndjson", "json"] as const)("100 000 events are read and audited, and each is found on its line: %s", (format) => {
  const events = Array.from({ length: 100_000 }, (_, at) => ({ ...FEE, occurredOn: at < 99_999 ? "2023-04-01" : "2023-04-02" }));
  const text =
    format === "ndjson"
      ? lines(HEAD, ...events)
      : `{"edition":{},"applicants":[{"name":"U"}],"events":[\n${events.map((event) => JSON.stringify(event)).join(",\n")}]}`;
  const logged = read(text, format);
  const answer = audit(award, logged.question, calendar);
  expect(answer.ok && answer.result.breaches).toHaveLength(100_000);
  const last = answer.ok ? (answer.result.breaches.at(-1)?.events[0] as string) : "";
  expect([last, logged.lineOf(last)]).toEqual(["/events/99999", 100_001]);
  const wrong = read(text.replaceAll("expert-panels", "nobody"), format);
  const told = wrongIn(wrong);
  expect([told.length, told[999]?.split(" ")[0], told[1000]]).toEqual([1001, "1001", "-  more-errors"]);
});
