/** A log in XES, ours or of another tool, as the log of a case. */
import type { Award } from "../../kernel/award.js";
import type { Failure } from "../../kernel/failure.js";
import { FailureList } from "../../kernel/failure-list.js";
import type { LineOf } from "../line-of.js";
import { type CaseContext, caseContextOf } from "./case-context.js";
import type { XesDocument, XesPart, XesTrace } from "./document.js";
import { failureAt } from "./failure-at.js";
import { inOrderOfLog } from "./in-order-of-log.js";
import { FIELD_PREFIX, KEYS } from "./keys.js";
import { LeftOver } from "./left-over.js";
import { parseXes } from "./parse-xes.js";
import { EventReader, type ReadEvent } from "./read-event.js";
import { type Members, readAsGiven, readFields, readNulls } from "./read-fields.js";
import { Taker } from "./taker.js";

export type ReadXes =
  /** `log`: JSON for `readLog` and `audit`; `lineOf` tells where in the text a JSON Pointer into it comes from. */
  | { readonly ok: true; readonly log: unknown; readonly lineOf: LineOf }
  | { readonly ok: false; readonly errors: readonly Failure[] };

export interface ReadXesOptions {
  /** Keys of attributes that say nothing of the case, such as a tool's own numbering. */
  readonly ignore?: Iterable<string>;
}

/**
 * Traces are applicants by their `concept:name`, but for one whose events are all of the edition. An activity and a body go by their
 * name or by a label, a time by its civil day in China Standard Time. What is not understood is an error, unless it is to be ignored.
 * @param text decoded as UTF-8
 * @param award made by `loadAward`
 * @returns the log, not checked any further; or everything that is wrong with the text, each failure with its `line`
 */
export function readXes(text: string, award: Award, { ignore = [] }: ReadXesOptions = {}): ReadXes {
  const of = caseContextOf(award);
  if (!of.ok) return of;
  const failures = new FailureList();
  const document = parseXes(text, failures);
  if (document === null) return { ok: false, errors: failures.all() };
  const reader = new LogReader(of.context, failures, ignore);
  const log = reader.read(document);
  return failures.length > 0 ? { ok: false, errors: failures.all() } : { ok: true, log, lineOf: reader.lineOf };
}

class LogReader {
  readonly #context: CaseContext;
  readonly #failures: FailureList;
  readonly #leftOver: LeftOver;
  readonly #events: EventReader;
  readonly #applicants = new Map<string, { readonly json: unknown; readonly line: number }>();
  readonly #read: ReadEvent[] = [];
  /** Of the events, in the order of the log. */
  #lines: readonly number[] = [];

  constructor(context: CaseContext, failures: FailureList, ignore: Iterable<string>) {
    this.#context = context;
    this.#failures = failures;
    this.#leftOver = new LeftOver(ignore);
    this.#events = new EventReader(context, failures);
  }

  read(document: XesDocument): unknown {
    const taker = new Taker(document, this.#failures);
    for (const key of [KEYS.name, KEYS.model]) taker.take(key);
    const award = taker.take(KEYS.award);
    if (award !== undefined && award.value !== this.#context.award)
      taker.wrong(award, { code: "says-otherwise", found: award.value, other: this.#context.award });
    const edition = readFields(taker, FIELD_PREFIX.edition, this.#context.procedure.edition);
    const nulls: Members = new Map();
    readNulls(taker, nulls, new Map([["edition", edition]]));
    this.#leftOver.add(document);
    for (const trace of document.traces) this.#trace(trace);
    for (const event of document.events) this.#add(this.#events.read(event), null);
    this.#leftOver.report(this.#failures);
    const events = inOrderOfLog(this.#read, this.#failures);
    this.#lines = events.map(({ taker: { part } }) => part.line);
    const all: Members = new Map<string, unknown>([
      ["edition", Object.fromEntries(edition)],
      ["applicants", [...this.#applicants.values()].map(({ json }) => json)],
      ["events", events.map(({ members }) => jsonOf(members))],
    ]);
    for (const [name, none] of nulls) {
      if (Object.keys(all.get(name) ?? {}).length > 0) taker.twice(name);
      all.set(name, none);
    }
    return jsonOf(all);
  }

  readonly lineOf: LineOf = (pointer) => {
    const [, list, at] = pointer.split("/");
    if (list === "events") return this.#lines[Number(at)] ?? 1;
    return (list === "applicants" && [...this.#applicants.values()][Number(at)]?.line) || 1;
  };

  #trace(trace: XesTrace): void {
    const events = trace.events.map((event) => this.#events.read(event));
    const taker = new Taker(trace, this.#failures);
    const name = taker.value(KEYS.name);
    const isEdition = this.#isEdition(taker, events);
    if (!isEdition) this.#applicant(taker, name);
    this.#leftOver.add(trace);
    for (const event of events) this.#add(event, isEdition ? null : (name ?? null));
  }

  /** As it says; or else by its events. */
  #isEdition(taker: Taker, events: readonly ReadEvent[]): boolean {
    const of = taker.take(KEYS.of);
    const values = ["edition", "applicant"];
    if (of !== undefined && !values.includes(of.value))
      taker.wrong(of, { code: "not-a-value", found: of.value, values, near: null });
    if (of !== undefined) return of.value === "edition";
    const known = events.flatMap(({ activity }) => activity ?? []);
    return known.length > 0 && known.every((activity) => activity.of === "edition");
  }

  #applicant(taker: Taker, name: ReturnType<Taker["value"]>): void {
    if (name === undefined) {
      taker.lacks(KEYS.name);
      return;
    }
    const { line, pointer } = taker.part;
    const members = readFields(taker, FIELD_PREFIX.applicant, this.#context.procedure.applicant);
    if (members.has("name")) taker.twice("name");
    members.set("name", readAsGiven(taker, KEYS.nameAsGiven, name));
    const confidential = taker.value(KEYS.confidential);
    if (confidential !== undefined) members.set("confidential", confidential);
    readNulls(taker, members);
    const id = String(name).trim();
    if (this.#applicants.has(id)) this.#failures.push(failureAt(line, pointer, { code: "applicant-twice", name: id }));
    else this.#applicants.set(id, { json: jsonOf(members), line });
  }

  /** @param applicant whose trace it stands in; `null` where it is the edition's, or nobody's */
  #add(event: ReadEvent, applicant: ReturnType<Taker["value"]> | null): void {
    const { activity, members, taker } = event;
    if (applicant !== null && applicant !== undefined) members.set("applicant", readAsGiven(taker, KEYS.nameAsGiven, applicant));
    if (activity !== null) this.#checkTrace(taker.part, activity, applicant !== null);
    this.#leftOver.add(taker.part);
    this.#read.push(event);
  }

  #checkTrace(
    { line, pointer }: XesPart,
    { of, name: activity }: NonNullable<ReadEvent["activity"]>,
    isApplicant: boolean,
  ): void {
    if (of === "edition" && isApplicant) this.#failures.push(failureAt(line, pointer, { code: "of-the-edition", activity }));
    if (of === "applicant" && !isApplicant) this.#failures.push(failureAt(line, pointer, { code: "of-an-applicant", activity }));
  }
}

/** Without what is not there. */
function jsonOf(members: Members): unknown {
  return Object.fromEntries([...members].filter(([, value]) => value !== undefined));
}
