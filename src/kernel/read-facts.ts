/** Facts as a caller gives them, unknown JSON, into a state; everything wrong with them at once. */
import { parseDate } from "./date.js";
import { type Failure, failure, type Problem, pointerStep } from "./failure.js";
import type { Field, ListFact, ScalarFact, ScalarType } from "./model.js";
import type { Name, Names } from "./names.js";
import { nearest } from "./nearest.js";
import type { Row, State } from "./state.js";

/** Who found a finding and on what evidence, as the caller says. */
export interface Provenance {
  readonly by?: string;
  readonly evidence?: readonly string[];
}

export interface FactReader {
  readonly names: Names;
  /** Names in the order of the keys last read: callers mostly keep to one order, and then nothing need be looked up. */
  readonly layout: Name[];
  readonly award: string;
  readonly asOf: number;
  readonly asOfText: string;
  readonly state: State;
  readonly provenance: Map<string, Provenance>;
  readonly failures: Failure[];
}

/** Reads every fact given; a fact that is absent or `null` stays unknown. */
export function readFacts(facts: unknown, pointer: string, reader: FactReader): void {
  if (!isRecord(facts)) {
    reader.failures.push(failure(pointer, { code: "not-an-object", found: facts }));
    return;
  }
  const keys = Object.keys(facts);
  const values = Object.values(facts);
  const { layout } = reader;
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as string;
    const value = values[i];
    let name = layout[i];
    if (name === undefined || name.name !== key) {
      name = reader.names.byName.get(key);
      if (name !== undefined && i <= layout.length) layout[i] = name;
    }
    if (name?.source === "given") {
      readScalarFact(value, name.slot, name.fact, pointer, reader);
    } else if (name?.source === "given-list") {
      if (value !== null) readList(value, name.list, name.fact, `${pointer}/${key}`, reader);
    } else {
      reader.failures.push(failure(pointer + pointerStep(key), notGiven(key, name, reader)));
    }
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notGiven(key: string, name: Name | undefined, reader: FactReader): Problem {
  if (name !== undefined) return { code: "computed-fact", name: key, source: name.source };
  // Enough mistakes to make a point; looking for what a hundredth unknown key may have meant helps nobody.
  const near = reader.failures.length < NEAREST_LIMIT ? nearest(key, givenNames(reader.names)) : null;
  return { code: "unknown-fact", name: key, award: reader.award, near };
}

const NEAREST_LIMIT = 100;

function* givenNames(names: Names): Iterable<string> {
  for (const { name, source } of names.byName.values()) if (source === "given" || source === "given-list") yield name;
}

function readScalarFact(given: unknown, slot: number, fact: ScalarFact, pointer: string, reader: FactReader): void {
  if (given === null) return;
  let value: unknown = given;
  let at = "";
  if (fact.kind === "finding" && isRecord(given)) {
    at = "/value";
    value = readFinding(given, fact, `${pointer}/${fact.name}`, reader);
    if (value === null) return;
  }
  const read = readScalar(value, fact, reader);
  if (typeof read === "number") reader.state.scalars[slot] = read;
  else reader.failures.push(failure(`${pointer}/${fact.name}${at}`, read, fact.provision));
}

/** `{ value, by?, evidence? }`: the value, its provenance kept aside. */
function readFinding(given: Readonly<Record<string, unknown>>, fact: ScalarFact, pointer: string, reader: FactReader): unknown {
  const provenance: { by?: string; evidence?: string[] } = {};
  for (const key of Object.keys(given)) {
    const value = given[key];
    const wrong = (problem: Problem, step = "") =>
      reader.failures.push(failure(pointer + pointerStep(key) + step, problem, fact.provision));
    if (key === "value") continue;
    if (key === "by") {
      if (typeof value === "string") provenance.by = value;
      else wrong({ code: "not-a-text", found: value });
    } else if (key === "evidence") {
      if (!Array.isArray(value)) wrong({ code: "not-a-list", found: value });
      else {
        provenance.evidence = value.filter((item) => typeof item === "string");
        value.forEach((item: unknown, index) => {
          if (typeof item !== "string") wrong({ code: "not-a-text", found: item }, pointerStep(index));
        });
      }
    } else wrong({ code: "unknown-member", name: key, near: nearest(key, ["value", "by", "evidence"]) });
  }
  if (!Object.hasOwn(given, "value")) {
    reader.failures.push(failure(pointer, { code: "missing-member", name: "value" }, fact.provision));
    return null;
  }
  reader.provenance.set(fact.name, provenance);
  return given["value"];
}

function readList(given: unknown, list: number, fact: ListFact, pointer: string, reader: FactReader): void {
  const wrong = (problem: Problem) => reader.failures.push(failure(pointer, problem, fact.provision));
  if (!Array.isArray(given)) {
    wrong({ code: "not-a-list", found: given });
    return;
  }
  if (given.length > fact.maxItems) {
    wrong({ code: "too-many-rows", found: given.length, max: fact.maxItems });
    return;
  }
  reader.state.lists[list] = given.map((row: unknown, index) => readRow(row, index, list, fact, pointer, reader));
}

function readRow(given: unknown, index: number, list: number, fact: ListFact, pointer: string, reader: FactReader): Row {
  const cells: number[] = new Array(fact.fields.length).fill(Number.NaN);
  const place = `${pointer}/${index}`;
  if (!isRecord(given)) {
    reader.failures.push(failure(place, { code: "not-an-object", found: given }, fact.provision));
    return { list, index, cells };
  }
  for (const key of Object.keys(given)) {
    const field = fact.fields.findIndex((candidate) => candidate.name === key);
    if (field < 0) {
      const fields = fact.fields.map((candidate) => candidate.name);
      const near = reader.failures.length < NEAREST_LIMIT ? nearest(key, fields) : null;
      reader.failures.push(failure(place + pointerStep(key), { code: "unknown-field", name: key, list: fact.name, near }));
      continue;
    }
    const value = given[key];
    if (value === null) continue;
    const read = readScalar(value, fact.fields[field] as Field, reader);
    if (typeof read === "number") cells[field] = read;
    else reader.failures.push(failure(place + pointerStep(key), read, fact.provision));
  }
  return { list, index, cells };
}

/** The value as a number, or what is wrong with it. */
function readScalar(value: unknown, declared: ScalarType, reader: FactReader): number | Problem {
  switch (declared.type) {
    case "boolean":
      return typeof value === "boolean" ? Number(value) : { code: "not-a-boolean", found: value };
    case "integer": {
      const { unit, min, max } = declared;
      if (!Number.isSafeInteger(value)) return { code: "not-an-integer", found: value, unit };
      const number = value as number;
      return number < min || number > max ? { code: "out-of-range", found: number, min, max, unit } : number + 0;
    }
    case "date": {
      const day = typeof value === "string" ? parseDate(value) : null;
      if (day === null) return { code: "not-a-date", found: value };
      if (declared.past && day > reader.asOf) return { code: "after-as-of", found: value as string, asOf: reader.asOfText };
      return day;
    }
    case "enum": {
      const index = declared.values.findIndex((candidate) => candidate.name === value);
      if (index >= 0) return index;
      const values = declared.values.map((candidate) => candidate.name);
      return { code: "not-a-value", found: value, values, near: typeof value === "string" ? nearest(value, values) : null };
    }
  }
}
