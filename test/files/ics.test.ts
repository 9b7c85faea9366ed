/** Deadlines as iCalendar, read back by the words of RFC 5545: a parser of its own, that lets nothing pass. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeIcs } from "../../src/files/calendar/write-ics.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import { type Deadline, deadlines } from "../../src/procedure/deadlines.js";
import { cleanEditions } from "../arbitraries/editions.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 2_000 : 100;

const award = await loadPackFolder("rules/nm-chairman-2022");
const calendar = await loadOfficialCalendar();
const asOf = "2024-03-15";

interface Component {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly components: readonly Component[];
}

/** RFC 5545, sections 3.1 and 3.6. @throws Error at whatever it does not allow */
function parse(text: string): Component {
  if (!text.endsWith("\r\n")) throw new Error("does not end with CR LF");
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) {
    if (new TextEncoder().encode(line).length > 75) throw new Error(`more than 75 octets: ${line}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these it must not hold.
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw new Error(`a control character: ${JSON.stringify(line)}`);
    if (/\p{Cs}/u.test(line)) throw new Error(`a character folded in two: ${JSON.stringify(line)}`);
  }
  const unfolded = lines.reduce<string[]>((whole, line) => {
    if (line.startsWith(" ")) whole.push(`${whole.pop()}${line.slice(1)}`);
    else whole.push(line);
    return whole;
  }, []);
  const [component, rest] = componentIn(unfolded);
  if (rest.length > 0) throw new Error(`something after the end: ${rest[0]}`);
  return component;
}

function componentIn(lines: readonly string[]): readonly [Component, readonly string[]] {
  const name = /^BEGIN:([A-Z]+)$/.exec(lines[0] ?? "")?.[1];
  if (name === undefined) throw new Error(`no component begins: ${lines[0]}`);
  const properties = new Map<string, string>();
  const components: Component[] = [];
  let rest: readonly string[] = lines.slice(1);
  while (rest[0] !== `END:${name}`) {
    const line = rest[0] ?? "";
    if (line.startsWith("BEGIN:")) {
      const [inner, after] = componentIn(rest);
      components.push(inner);
      rest = after;
      continue;
    }
    const [, key, value] = /^([A-Z-]+(?:;[A-Z-]+=[^";:,]+)*):(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) throw new Error(`no content line: ${line}`);
    if (properties.has(key)) throw new Error(`twice: ${key}`);
    properties.set(key, value);
    rest = rest.slice(1);
  }
  return [{ name, properties, components }, rest.slice(1)];
}

/** Section 3.3.11: a backslash before `\`, `;`, `,` and `n` and nothing else, and none of them bare. */
function textOf(value: string | undefined): string {
  if (value === undefined) throw new Error("no such property");
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\(.)/g, (_, character: string) => (/n/i.test(character) ? "\n" : character));
}

interface Shown {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly days: readonly (string | undefined)[];
}

function read(text: string): { readonly name: string; readonly events: readonly Shown[] } {
  const { name, properties, components } = parse(text);
  expect([name, properties.get("VERSION"), properties.has("PRODID")]).toEqual(["VCALENDAR", "2.0", true]);
  expect(properties.get("NAME")).toBe(properties.get("X-WR-CALNAME"));
  const events = components.map(({ name: kind, properties: own }) => {
    expect([kind, own.get("TRANSP")]).toEqual(["VEVENT", "TRANSPARENT"]);
    return {
      uid: own.get("UID") as string,
      summary: textOf(own.get("SUMMARY")),
      description: textOf(own.get("DESCRIPTION")),
      days: [own.get("DTSTAMP"), own.get("DTSTART;VALUE=DATE"), own.get("DTEND;VALUE=DATE")],
    };
  });
  return { name: textOf(properties.get("NAME")), events };
}

const written = (all: readonly Deadline[], language: "zh" | "en" = "en", of: Award = award) =>
  read(writeIcs(of, all, { asOf, language }));

const deadline: Deadline = {
  rule: "obligations/report-in-time",
  kind: "not-after",
  date: "2024-12-31",
  activity: { name: "report", label: { zh: "报告", en: "report" } },
  applicant: "甲",
  status: "running",
  certain: true,
  counted: null,
  done: null,
  doneOn: null,
  provision: "art_1",
  quote: "按时报告",
  says: { zh: "按时报告", en: "reported in time" },
};

function countedFrom(at: number, from: string): Deadline["counted"] {
  const period = { amount: 7, unit: "working-days" } as const;
  return { event: `/events/${at}`, from, period, says: { zh: "七个工作日", en: "7 working days" }, provisional: [] };
}

function titled(title: string): Award {
  return { ...award, files: { ...award.files, pack: { ...award.files.pack, title: { zh: title, en: title } } } };
}

/** What stands where the text held anything that cannot be seen: no ends of lines but those of its own. */
const plain = fc.string({ unit: fc.constantFrom(...'质量 aä,;:\\"n\u{1f3c5}\u1820'), maxLength: 120 });
const hostile = fc.string({ unit: "binary", maxLength: 200 });

describe("a calendar of deadlines", () => {
  test("has an event of a whole day for each that nothing was done about, and for no other", () => {
    const { events } = written([
      deadline,
      { ...deadline, date: "2024-02-29", status: "over", applicant: null, certain: false },
      { ...deadline, status: "kept", rule: "procedure/kept" },
      // Nobody had to: the day only ended the time in which it could be done, or began it.
      { ...deadline, status: "over", rule: "procedure/in-time" },
      { ...deadline, status: "over", kind: "not-before", rule: "obligations/begun" },
      { ...deadline, status: "broken", rule: "procedure/broken" },
      { ...deadline, kind: "not-before", counted: countedFrom(3, "2024-01-02") },
    ]);
    expect(events.map(({ uid: _, ...shown }) => shown)).toEqual([
      {
        summary: "甲: report at the latest",
        description: "reported in time\nart. 1: “按时报告”",
        days: ["20240315T000000Z", "20241231", "20250101"],
      },
      {
        summary: "report at the latest (overdue) (provisional)",
        description: "reported in time\nart. 1: “按时报告”",
        days: ["20240315T000000Z", "20240229", "20240301"],
      },
      {
        summary: "甲: report at the earliest",
        description: "reported in time\n7 working days\nart. 1: “按时报告”",
        days: ["20240315T000000Z", "20241231", "20250101"],
      },
    ]);
    expect(written([deadline], "zh").events[0]?.summary).toBe("甲：最迟报告");
  });

  test("says its title and its texts as they are, commas, semicolons and backslashes too", () => {
    fc.assert(
      fc.property(plain, plain, plain, (title, label, quote) => {
        const one = { ...deadline, activity: { name: "x", label: { zh: label, en: label } }, quote };
        const { name, events } = written([one], "en", titled(`Award, ${title}`));
        expect(name).toBe(`Award, ${title}`);
        expect(events[0]?.summary).toBe(`甲: ${label} at the latest`);
        expect(events[0]?.description).toBe(`reported in time\nart. 1: “${quote}”`);
      }),
      { numRuns },
    );
  });

  test("is one that can be read, whatever it is made of", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, applicant, text) => {
        const says = { zh: text, en: text };
        const one = { ...deadline, applicant, quote: text, says, activity: { name: "x", label: says } };
        expect(written([one], "zh", titled(`T${title}`)).events).toHaveLength(1);
      }),
      { numRuns },
    );
    const { events } = written(
      [{ ...deadline, applicant: "甲\r\nEND:VEVENT\r\nBEGIN:VEVENT" }],
      "zh",
      titled("a\r\nMETHOD:CANCEL"),
    );
    expect(written([deadline], "en", titled("END:VCALENDAR")).name).toBe("END:VCALENDAR");
    expect(events[0]?.summary).toBe("甲\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT：最迟报告");
  });

  test("of no deadline is empty", () => {
    expect(written([]).events).toEqual([]);
  });
});

describe("the UID of a deadline", () => {
  const uids = (all: readonly Deadline[]) => written(all).events.map(({ uid }) => uid);
  const [one] = uids([deadline]) as [string];

  test("stays as its day moves, its status and its words change, and in either language", () => {
    const moved = { ...deadline, date: "2025-01-06", status: "over", certain: false, says: { zh: "甲", en: "a" } } as const;
    expect(uids([moved])).toEqual([one]);
    expect(written([moved], "zh").events.map(({ uid }) => uid)).toEqual([one]);
    const counted = { ...deadline, counted: countedFrom(3, "2024-01-02") };
    expect(uids([{ ...counted, date: "2025-01-06", counted: countedFrom(5, "2024-01-02") }])).toEqual(uids([counted]));
  });

  test("is another for another rule, kind, applicant, beginning or award", () => {
    const counted = { ...deadline, counted: countedFrom(3, "2024-01-02") };
    const all: readonly Deadline[] = [
      deadline,
      { ...deadline, rule: "procedure/other" },
      { ...deadline, kind: "not-before" },
      { ...deadline, applicant: null },
      { ...deadline, applicant: "乙" },
      counted,
      { ...counted, counted: countedFrom(3, "2024-01-03") },
    ];
    const other = written([deadline], "en", { ...award, id: "other" }).events.map(({ uid }) => uid);
    expect(new Set([...uids(all), ...other]).size).toBe(all.length + 1);
  });

  test("of those that begin alike is each one's own, and stays when another of them is done, or they come in another order", () => {
    const alike = [3, 10, 2].map((at) => ({ ...deadline, counted: countedFrom(at, "2024-01-02") }));
    const all = uids(alike);
    expect(new Set(all).size).toBe(3);
    expect(uids(alike.toReversed())).toEqual(all.toReversed());
    const [third, last, first] = alike as [Deadline, Deadline, Deadline];
    expect(uids([{ ...first, status: "kept", done: "/events/20" }, last, third])).toEqual([all[1], all[0]]);
  });

  test("in editions is no other's, and the same as the log goes on", () => {
    fc.assert(
      fc.property(cleanEditions, fc.nat(), (log, place) => {
        const until = log.events[place % log.events.length]?.occurredOn;
        const open = [until, undefined].map((day) => {
          const answer = deadlines(award, { ...log, ...(day === undefined ? {} : { asOf: day }) }, calendar);
          if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
          return answer.result.deadlines.filter(
            ({ rule, kind, status }) =>
              status === "running" || (status === "over" && kind === "not-after" && rule.startsWith("obligations/")),
          );
        });
        const [then, now] = open.map((all) => {
          const own = written(all).events.map(({ uid }) => uid);
          expect(new Set(own).size).toBe(all.length);
          const names = all.map(({ rule, applicant, counted }) =>
            JSON.stringify([rule, applicant, counted?.event, counted?.period]),
          );
          return new Map(names.map((name, at) => [name, own[at]]));
        }) as [Map<string, string>, Map<string, string>];
        for (const [name, uid] of then) if (now.has(name)) expect(now.get(name)).toBe(uid);
      }),
      { numRuns },
    );
  });
});
