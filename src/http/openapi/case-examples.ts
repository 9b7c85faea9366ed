/** The log of a case that a pack brings along, `examples/case.json`, as one JSON and in lines. */
import type { Examples } from "../../files/examples.js";
import { isRecord } from "../../kernel/read-facts.js";
import type { Awards } from "../find.js";
import type { ExampleMap } from "./operation.js";

const SUMMARY = "一届评选的记录（虚构） / the log of an edition (invented)";

export interface CaseExamples {
  readonly whole: ExampleMap;
  readonly lines: ExampleMap;
}

/** Of the packs that have one. */
export function exampleCases(awards: Awards, examples: Examples): CaseExamples {
  const own = [...awards.keys()].flatMap((id) => {
    const log = examples.get(id)?.get("case");
    return isRecord(log) ? [{ id, log }] : [];
  });
  const by = (bodyFrom: (log: Readonly<Record<string, unknown>>) => unknown) =>
    Object.fromEntries(own.map(({ id, log }) => [`${id}/procedure`, { summary: SUMMARY, value: bodyFrom(log) }]));
  return { whole: by((log) => log), lines: by(inLines) };
}

/** The case without its events, then each event on a line. */
function inLines({ events, ...head }: Readonly<Record<string, unknown>>): string {
  const lines = [head, ...(Array.isArray(events) ? (events as readonly unknown[]) : [])];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
