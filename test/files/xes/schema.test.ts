/** What is written holds to the rules of the schema of XES (IEEE 1849), written down here by hand. */
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { KEYS } from "../../../src/files/xes/keys.js";
import { writeXes } from "../../../src/files/xes/write-xes.js";
import { cleanEditions } from "../../arbitraries/editions.js";
import { anyLog } from "./any-log.js";
import { award } from "./award.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 500 : 15;

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: Element[];
}

function parsed(xml: string): Element {
  const root: Element = { tag: "", attributes: {}, inside: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element = { tag: name, attributes, inside: [] };
    open.at(-1)?.inside.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => expect(text.trim()).toBe(""));
  parser.write(xml).close();
  return root.inside[0] as Element;
}

const NAME = /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u;
const NC_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const TOKEN = /^(\S+( \S+)*)?$/;
/** What the value of an attribute may look like, by its type. */
const VALUES: Readonly<Record<string, RegExp>> = {
  string: /^.*$/su,
  date: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  int: /^[+-]?\d+$/,
  boolean: /^(true|false|0|1)$/,
};
const TYPES = [...Object.keys(VALUES), "list"];

/** In this order, and nothing else. */
const PARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  log: [["extension"], ["global"], ["classifier"], TYPES, ["trace"], ["event"]],
  trace: [TYPES, ["event"]],
  event: [TYPES],
  global: [TYPES],
  list: [TYPES, ["values"]],
  values: [TYPES],
};

const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  log: { "xes.version": /^\d+(\.\d+)?$/, "xes.features": TOKEN, xmlns: /^http:\/\/www\.xes-standard\.org\/$/ },
  extension: { name: NC_NAME, prefix: NC_NAME, uri: /^[a-z]+:\S+$/ },
  classifier: { name: NC_NAME, scope: /^event$/, keys: TOKEN },
  global: { scope: /^(trace|event)$/ },
  list: { key: NAME },
  ...Object.fromEntries(Object.entries(VALUES).map(([type, value]) => [type, { key: NAME, value }])),
};

function check(element: Element): void {
  const { tag, attributes, inside } = element;
  const asked = ATTRIBUTES[tag] ?? {};
  expect(Object.keys(attributes).sort()).toEqual(Object.keys(asked).sort());
  for (const [name, pattern] of Object.entries(asked)) expect(attributes[name]).toMatch(pattern);
  const places = inside.map((one) => (PARTS[tag] ?? []).findIndex((tags) => tags.includes(one.tag)));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  if (tag === "list") expect(inside.map((one) => one.tag)).toEqual(["values"]);
  const keys = keysIn(element);
  if (tag !== "values") expect(new Set(keys).size).toBe(keys.length);
  for (const one of inside) check(one);
}

const keysIn = ({ inside }: Element) => inside.flatMap(({ attributes }) => attributes["key"] ?? []);
const all = (element: Element, tag: string): readonly Element[] =>
  element.inside.flatMap((one) => (one.tag === tag ? [one] : all(one, tag)));

function written(log: unknown): Element {
  const answer = writeXes(award, log);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return parsed(answer.xes);
}

describe("a log in XES", () => {
  it("has the parts and the attributes that the schema asks for", () => {
    fc.assert(
      fc.property(fc.oneof(cleanEditions, anyLog), (log) => {
        check(written(log));
      }),
      { numRuns },
    );
  });

  it("has in every trace and event what its globals declare, and declares what its classifiers read", () => {
    fc.assert(
      fc.property(cleanEditions, (log) => {
        const root = written(log);
        const globals = new Map(all(root, "global").map((one) => [one.attributes["scope"], keysIn(one)]));
        for (const tag of ["trace", "event"]) {
          for (const one of all(root, tag)) expect(keysIn(one)).toEqual(expect.arrayContaining(globals.get(tag) ?? ["nothing"]));
        }
        for (const { attributes } of all(root, "classifier"))
          expect(globals.get("event")).toEqual(expect.arrayContaining((attributes["keys"] as string).split(" ")));
      }),
      { numRuns },
    );
  });

  it("declares the extension of every key", () => {
    fc.assert(
      fc.property(cleanEditions, (log) => {
        const root = written(log);
        const prefixes = new Set(all(root, "extension").map(({ attributes }) => attributes["prefix"]));
        for (const type of TYPES)
          for (const { attributes } of all(root, type)) expect(prefixes).toContain(attributes["key"]?.split(":")[0]);
      }),
      { numRuns },
    );
  });

  it("has a trace for the edition and one for each applicant, in each the events in the order in which they happened", () => {
    fc.assert(
      fc.property(cleanEditions, (log) => {
        const traces = all(written(log), "trace");
        const said = (one: Element, key: string) =>
          one.inside.find(({ attributes }) => attributes["key"] === key)?.attributes["value"];
        expect(traces.map((trace) => said(trace, KEYS.name))).toEqual(["edition", ...log.applicants.map(({ name }) => name)]);
        for (const [at, trace] of traces.entries()) {
          const name = log.applicants[at - 1]?.name;
          const events = log.events.filter(({ applicant }) => applicant === name);
          expect(
            trace.inside
              .filter(({ tag }) => tag === "event")
              .map((event) => [said(event, KEYS.name), said(event, KEYS.time), said(event, KEYS.group)]),
          ).toEqual(events.map(({ activity, occurredOn, by }) => [activity, `${occurredOn}T00:00:00.000+08:00`, by]));
        }
      }),
      { numRuns },
    );
  });
});
