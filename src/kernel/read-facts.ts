/** Facts as a caller gives them, unknown JSON, into a state; everything wrong with them at once. */
import { parseDate } from "./date.js";
import { type Failure, failure, type Problem, pointerStep } from "./failure.js";
import { type Intake, type ListFactIntake, type ScalarFactIntake, soundValue } from "./intake.js";
import type { ScalarFact, ScalarType } from "./model.js";
import type { Names } from "./names.js";
import { nearest } from "./nearest.js";
import type { Row, State } from "./state.js";

/** Who found a finding and on what evidence, as the caller says. */
export interface Provenance {
  readonly by?: string;
  readonly evidence?: readonly string[];
}

export interface FactReader {
  readonly names: Names;
  readonly intakes: ReadonlyMap<string, Intake>;
  /** Facts in the order of the keys last read: callers mostly keep to one order, and then nothing need be looked up. */
  readonly layout: Intake[];
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
    let intake = layout[i];
    if (intake === undefined || intake.key !== key) {
      intake = reader.intakes.get(key);
      if (intake !== undefined && i <= layout.length) layout[i] = intake;
    }
    if (intake === undefined) {
      reader.failures.push(failure(pointer + pointerStep(key), notGiven(key, reader)));
    } else if (value !== null) {
      if (intake.scalar === null) readList(value, intake as ListFactIntake, `${pointer}/${key}`, reader);
      else readScalarFact(value, intake as ScalarFactIntake, pointer, reader);
    }
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notGiven(key: string, reader: FactReader): Problem {
  const name = reader.names.byName.get(key);
  if (name !== undefined) return { code: "computed-fact", name: key, source: name.source };
  // Enough mistakes to make a point; looking for what a hundredth unknown key may have meant helps nobody.
  const near = reader.failures.length < NEAREST_LIMIT ? nearest(key, reader.intakes.keys()) : null;
  return { code: "unknown-fact", name: key, award: reader.award, near };
}

const NEAREST_LIMIT = 100;

function readScalarFact(given: unknown, { fact, scalar, at }: ScalarFactIntake, pointer: string, reader: FactReader): void {
  const sound = soundValue(scalar, given, reader.asOf);
  if (sound === sound) {
    reader.state.scalars[at] = sound;
    return;
  }
  if (fact.kind !== "finding" || !isRecord(given)) {
    reader.failures.push(failure(`${pointer}/${fact.name}`, whatIsWrong(given, fact, reader), fact.provision));
    return;
  }
  const value = readFinding(given, fact, `${pointer}/${fact.name}`, reader);
  if (value === null) return;
  const found = soundValue(scalar, value, reader.asOf);
  if (found === found) reader.state.scalars[at] = found;
  else reader.failures.push(failure(`${pointer}/${fact.name}/value`, whatIsWrong(value, fact, reader), fact.provision));
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

function readList(given: unknown, intake: ListFactIntake, pointer: string, reader: FactReader): void {
  const { fact } = intake;
  const wrong = (problem: Problem) => reader.failures.push(failure(pointer, problem, fact.provision));
  if (!Array.isArray(given)) {
    wrong({ code: "not-a-list", found: given });
    return;
  }
  if (given.length > fact.maxItems) {
    wrong({ code: "too-many-rows", found: given.length, max: fact.maxItems });
    return;
  }
  reader.state.lists[intake.at] = given.map((row: unknown, index) => readRow(row, index, intake, pointer, reader));
}

function readRow(given: unknown, index: number, intake: ListFactIntake, pointer: string, reader: FactReader): Row {
  const { fact, fields, at: list } = intake;
  const cells: number[] = new Array(fields.length).fill(Number.NaN);
  const row = { list, index, cells };
  const place = () => `${pointer}/${index}`;
  if (!isRecord(given)) {
    reader.failures.push(failure(place(), { code: "not-an-object", found: given }, fact.provision));
    return row;
  }
  for (const key of Object.keys(given)) {
    const at = fields.findIndex((candidate) => candidate.key === key);
    const field = fields[at];
    if (field === undefined) {
      const near =
        reader.failures.length < NEAREST_LIMIT
          ? nearest(
              key,
              fields.map((candidate) => candidate.key),
            )
          : null;
      reader.failures.push(failure(place() + pointerStep(key), { code: "unknown-field", name: key, list: fact.name, near }));
      continue;
    }
    const value = given[key];
    if (value === null) continue;
    const sound = soundValue(field.scalar, value, reader.asOf);
    cells[at] = sound;
    if (sound !== sound) {
      reader.failures.push(failure(place() + pointerStep(key), whatIsWrong(value, field.field, reader), fact.provision));
    }
  }
  return row;
}

/** Why a value is none that the type allows. */
function whatIsWrong(value: unknown, declared: ScalarType, { asOfText }: FactReader): Problem {
  switch (declared.type) {
    case "boolean":
      return { code: "not-a-boolean", found: value };
    case "integer": {
      const { unit, min, max } = declared;
      if (!Number.isSafeInteger(value)) return { code: "not-an-integer", found: value, unit };
      return { code: "out-of-range", found: value as number, min, max, unit };
    }
    case "date":
      if (typeof value !== "string" || parseDate(value) === null) return { code: "not-a-date", found: value };
      return { code: "after-as-of", found: value, asOf: asOfText };
    case "enum": {
      const values = declared.values.map((candidate) => candidate.name);
      const near = typeof value === "string" ? nearest(value, values) : null;
      return { code: "not-a-value", found: value, values, near, orNull: true };
    }
  }
}
