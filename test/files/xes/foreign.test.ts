/** Logs that another tool wrote. */
import { describe, expect, it } from "vitest";
import { readXes } from "../../../src/files/xes/read-xes.js";
import { audit } from "../../../src/procedure/audit.js";
import { award } from "./award.js";

const attribute = ([key, value, type = "string"]: readonly string[]) => `<${type} key="${key}" value="${value}"/>`;
const event = (...attributes: readonly (readonly string[])[]) => `<event>${attributes.map(attribute).join("")}</event>\n`;
const trace = (name: string | null, ...inside: readonly string[]) =>
  `<trace>${name === null ? "" : attribute(["concept:name", name])}\n${inside.join("")}</trace>\n`;
const log = (...inside: readonly string[]) => `<?xml version="1.0"?>\n<log xes.version="1.0">\n${inside.join("")}</log>\n`;

const SUBMISSION = [
  ["concept:name", "报送申报材料"],
  ["time:timestamp", "2023-02-01T10:30:00.000+08:00", "date"],
  ["org:group", "申报单位"],
];
const NOTICE = [
  ["concept:name", "call for applications"],
  ["time:timestamp", "2023-01-10T01:00:00Z", "date"],
  ["org:role", "regional-market-regulator"],
];
/** With one attribute put in the place of that of its key, or added. */
const but = (attributes: readonly (readonly string[])[], key: string, ...rest: readonly string[]) => [
  ...attributes.filter(([other]) => other !== key),
  ...(rest.length === 0 ? [] : [[key, ...rest]]),
];

function read(xes: string, ignore: readonly string[] = []) {
  const answer = readXes(xes, award, { ignore });
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer;
}

/** Every failure as `line pointer code`. */
function wrong(xes: string): readonly string[] {
  const answer = readXes(xes, award);
  if (answer.ok) throw new Error(JSON.stringify(answer.log));
  for (const { message } of answer.errors) expect([message.zh, message.en].every((text) => text.length > 5)).toBe(true);
  return answer.errors.map(({ pointer, code, ...more }) => `${(more as unknown as { line: number }).line} ${pointer} ${code}`);
}

describe("a log of another tool", () => {
  it("names activities and bodies by their labels, the edition by its events", () => {
    const { log: found, lineOf } = read(log(trace("whatever", event(...NOTICE)), trace("甲公司", event(...SUBMISSION))));
    expect(found).toEqual({
      edition: {},
      applicants: [{ name: "甲公司" }],
      events: [
        { activity: "announcement", occurredOn: "2023-01-10", by: "regional-market-regulator" },
        { activity: "submission", occurredOn: "2023-02-01", by: "applicant", applicant: "甲公司" },
      ],
    });
    expect([lineOf("/events/1/by"), lineOf("/applicants/0/name"), lineOf("")]).toEqual([7, 6, 1]);
    expect(audit(award, found, new Map())).toMatchObject({ ok: true });
  });

  it.each([
    ["2023-01-31T16:00:00Z", "2023-02-01"],
    ["2023-01-31T15:59:59.999Z", "2023-01-31"],
    ["2023-02-01T23:59:59-0800", "2023-02-02"],
    ["2023-02-01T00:30:00+09:00", "2023-01-31"],
    ["2024-02-28T20:00:00.123456+00:00", "2024-02-29"],
  ])("at %s has the civil day %s", (time, day) => {
    const { log: found } = read(log(trace("U", event(...but(SUBMISSION, "time:timestamp", time, "date")))));
    expect(found).toMatchObject({ events: [{ occurredOn: day }] });
  });

  it.each([
    "2023-02-01T10:30:00",
    "2023-02-01",
    "2023-02-30T10:30:00Z",
    "2023-02-01T25:00:00Z",
    "2023-02-01T10:00:00+15:00",
    "",
    "1 Feb 2023",
  ])("at `%s` is at no time", (time) => {
    expect(wrong(log(trace("U", event(...but(SUBMISSION, "time:timestamp", time, "date")))))).toEqual([
      "4 /traces/0/events/0/time:timestamp not-a-time",
    ]);
  });

  it("is put in the order of its times, within one time in that of the file", () => {
    const at = (activity: string, time: string) =>
      event(...but(but(SUBMISSION, "concept:name", activity), "time:timestamp", time, "date"));
    const { log: found } = read(
      log(
        trace("A", at("recheck", "2023-02-01T09:00:00Z"), at("award", "2023-02-01T08:00:00Z")),
        trace("B", at("submission", "2023-02-01T10:00:00+02:00")),
      ),
    );
    expect((found as { events: { activity: string }[] }).events.map(({ activity }) => activity)).toEqual([
      "award",
      "submission",
      "recheck",
    ]);
  });

  it("says data under the names or the labels of its fields, people as resources", () => {
    const payment = [
      ["concept:name", "grant-payment"],
      ["time:timestamp", "2024-02-01T00:00:00Z", "date"],
      ["org:group", "peoples-government"],
      ["org:resource", "张三"],
      ["lifecycle:transition", "COMPLETE"],
      ["budgetYear", "2025.0", "float"],
    ];
    const { log: found } = read(
      log(
        '<date key="申报截止日期" value="2023-03-01T00:00:00+08:00"/>',
        trace("U", attribute(["wonBefore", "0", "boolean"]), event(...payment)),
      ),
    );
    expect(found).toEqual({
      edition: { submissionsUntil: "2023-03-01" },
      applicants: [{ name: "U", wonBefore: false }],
      events: [
        {
          activity: "grant-payment",
          occurredOn: "2024-02-01",
          by: "peoples-government",
          person: "张三",
          applicant: "U",
          data: { budgetYear: 2025 },
        },
      ],
    });
  });

  it("may have events of no trace, other names of its space, comments, and declarations", () => {
    const text = log(event(...NOTICE)).replace(
      "<log ",
      '<!-- a tool --><log xmlns="http://code.deckfour.org/xes" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" ',
    );
    const declared = text.replace(
      "<event>",
      '<extension name="Concept" prefix="concept" uri="http://c/"/><global scope="event"><string key="org:resource" value="UNKNOWN"/></global><classifier name="a" keys="b"/><event>',
    );
    expect(read(declared).log).toMatchObject({ applicants: [], events: [{ activity: "announcement" }] });
    expect(
      read(
        declared.replace(/<(\/?)(log|event|string|date|global|extension|classifier)\b/g, "<$1x:$2").replace("xmlns=", "xmlns:x="),
      ).log,
    ).toEqual(read(declared).log);
  });
});

describe("what is not understood", () => {
  it("is told all at once, each with its place", () => {
    expect(
      wrong(
        log(
          trace(
            "U",
            event(...but(SUBMISSION, "concept:name", "报送材料")),
            event(...but(SUBMISSION, "org:group", "Administration")),
          ),
          trace("V", event(...but(SUBMISSION, "org:group")), event(["concept:name", "submission"])),
          trace("V", event(...SUBMISSION, ["lifecycle:transition", "start"])),
        ),
      ),
    ).toEqual([
      "4 /traces/0/events/0/concept:name not-a-value",
      "5 /traces/0/events/1/org:group not-a-value",
      "8 /traces/1/events/0 missing-member",
      "9 /traces/1/events/1 missing-member",
      "9 /traces/1/events/1 missing-member",
      "12 /traces/2/events/0/lifecycle:transition not-complete",
      "11 /traces/2 applicant-twice",
    ]);
  });

  it("is what a label nearly says, which is guessed at", () => {
    const answer = readXes(log(trace("U", event(...but(SUBMISSION, "concept:name", "submision")))), award);
    expect(answer).toMatchObject({
      ok: false,
      errors: [{ message: { en: expect.stringContaining("did you mean `submission`?") } }],
    });
  });

  it("is an attribute nobody knows, told once and left out where that is asked", () => {
    const text = log(
      trace("U", event(...SUBMISSION, ["Variant", "1"], ["cost:total", "3.5", "float"]), event(...SUBMISSION, ["Variant", "2"])),
    );
    expect(wrong(text)).toEqual([
      "4 /traces/0/events/0/Variant unknown-attribute",
      "4 /traces/0/events/0/cost:total unknown-attribute",
    ]);
    expect(read(text, ["Variant", "cost:total"]).log).toMatchObject({ events: [{}, {}] });
    expect(readXes(text, award)).toMatchObject({ errors: [{ message: { en: expect.stringContaining("(2 times)") } }, {}] });
  });

  it("is an attribute within another", () => {
    const nested = '<string key="a" value="b"><string key="c" value="d"/></string>';
    const text = log(trace("U", event(...SUBMISSION).replace("</event>", `${nested}</event>`)));
    expect(wrong(text)).toEqual(["4 /traces/0/events/0/a unknown-attribute", "4 /traces/0/events/0/a~1c unknown-attribute"]);
    expect(read(text, ["a"]).log).toMatchObject({ events: [{}] });
  });

  it("is an event in the trace of another", () => {
    expect(wrong(log(trace("U", event(...SUBMISSION), event(...NOTICE)), event(...SUBMISSION)))).toEqual([
      "5 /traces/0/events/1 of-the-edition",
      "7 /events/0 of-an-applicant",
    ]);
    expect(wrong(log(trace(null, event(...SUBMISSION))))).toContain("3 /traces/0 missing-member");
  });

  it.each([
    [event(...SUBMISSION, ["org:role", "award-holder"]), "/traces/0/events/0/org:role says-otherwise"],
    [event(...SUBMISSION, ["qak:recordedOn", "soon", "date"]), "/traces/0/events/0/qak:recordedOn not-a-time"],
    [event(...SUBMISSION, ["qak:data.to", "1e3", "int"]), "/traces/0/events/0/qak:data.to not-of-type"],
    [event(...SUBMISSION, ["qak:data.to", "yes", "boolean"]), "/traces/0/events/0/qak:data.to not-of-type"],
    [event(...SUBMISSION, ["qak:data.to", "9007199254740993", "int"]), "/traces/0/events/0/qak:data.to rounded-number"],
    [event(...SUBMISSION, ["qak:data.to", "INF", "float"]), "/traces/0/events/0/qak:data.to not-of-type"],
    [event(...SUBMISSION, ["qak:data.to", "a"], ["to", "b"]), "/traces/0/events/0/to duplicate-key"],
    [event(...SUBMISSION, ["org:group", "applicant"]), "/traces/0/events/0/org:group duplicate-key"],
    [event(...SUBMISSION, ["org:resource", "7"], ["qak:person", "8", "int"]), "/traces/0/events/0/qak:person says-otherwise"],
    [event(...SUBMISSION, ["qak:place", "-1", "int"]), "/traces/0/events/0/qak:place no-place-in-log"],
    [event(...SUBMISSION).replace("<event>", "<event>text"), " misplaced"],
    [event(...SUBMISSION).replace("<event>", "<event><trace/>"), " misplaced"],
    [event(...SUBMISSION).replace("<event>", '<event xmlns:y="u"><y:string key="a" value="b"/>'), " misplaced"],
    [
      event(...SUBMISSION).replace("<event>", '<event><list key="qak:evidence"><string key="a" value="b"/></list>'),
      "/traces/0/events/0/qak:evidence~1a unknown-attribute",
    ],
    [event(...SUBMISSION).replace('key="org:group"', 'key="org:group" type="body"'), " misplaced"],
  ])("is %s", (one, failure) => {
    expect(wrong(log(trace("U", one)))).toEqual([`4 ${failure}`]);
  });

  it("is a place that two events have, or that one lacks", () => {
    const placed = (place: string) => event(...SUBMISSION, ["qak:place", place, "int"]);
    expect(wrong(log(trace("U", placed("3"), placed("3"), event(...SUBMISSION))))).toEqual([
      "5 /traces/0/events/1/qak:place no-place-in-log",
      "6 /traces/0/events/2 missing-member",
    ]);
  });

  it("is what is said and said to be null", () => {
    const nulls = (member: string) => `<list key="qak:null"><values><string key="qak:item" value="${member}"/></values></list>`;
    const submission = event(...SUBMISSION, ["qak:data.to", "a"]).replace("</event>", `${nulls("data")}</event>`);
    expect(wrong(log(trace("U", submission)))).toEqual(["4 /traces/0/events/0 duplicate-key"]);
    expect(wrong(log(nulls("applicants"), trace("U")))).toEqual(["2  duplicate-key"]);
    expect(wrong(log(trace("U", attribute(["qak:applicant.name", "V"]))))).toEqual(["3 /traces/0 duplicate-key"]);
    expect(wrong(log(trace("U", attribute(["wonBefore", "true", "boolean"]), nulls("wonBefore"))))).toEqual([
      "4 /traces/0/qak:null duplicate-key",
    ]);
  });

  it("is the log of another award", () => {
    expect(wrong(log(attribute(["qak:award", "other"])))).toEqual(["3 /qak:award says-otherwise"]);
  });
});
