/** What a declaration conceals of a decision: the values declared, and all that is computed from any of them. */
import type { Concealed, JsonValue, UsedFact } from "../answer.js";
import type { Name, Names } from "../names.js";
import { collectReads } from "../reads.js";
import { type Conceal, concealedValue } from "./conceal.js";
import type { Declared } from "./read-declared.js";

type Finding = NonNullable<UsedFact["finding"]>;

export interface Concealment {
  /** Whether the value of the name is confidential or rests on something that is. */
  touches(name: string): boolean;
  value(name: string, value: JsonValue): JsonValue;
  /** Of a value that rests on something confidential, whatever its name. */
  anyway(name: string, value: JsonValue): Concealed & { readonly [key: string]: JsonValue };
  finding(name: string, finding: Finding): Finding;
}

/** @param declared pointers into the question, `/facts/…` */
export function concealmentOf(names: Names, declared: readonly Declared[], conceal: Conceal): Concealment {
  const parts = partsByFact(declared);
  const secret = new Set([...parts].filter(([, own]) => own.some(isOfValue)).map(([name]) => name));
  const whole = new Set(
    [...parts].filter(([, own]) => own.some(([step]) => step === undefined || step === "value")).map(([name]) => name),
  );
  const computed = new Set(
    [...names.byName.values()]
      .filter((name) => name.source === "derived" && restsOn(name, names, secret))
      .map(({ name }) => name),
  );
  return {
    touches: (name) => secret.has(name) || computed.has(name),
    value(name, value) {
      // Whether it is known may turn on the secret.
      if (computed.has(name)) return { confidential: conceal(name, value) };
      if (whole.has(name)) return concealedValue(conceal, name, value);
      if (!secret.has(name) || !Array.isArray(value)) return value;
      return rowsOf(name, value, parts.get(name) ?? [], conceal);
    },
    anyway: (name, value) => ({ confidential: conceal(name, value) }),
    finding: (name, finding) => findingOf(name, finding, parts.get(name) ?? [], conceal),
  };
}

/** The steps after the fact's name. */
type Part = readonly string[];

function partsByFact(declared: readonly Declared[]): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, Part[]>();
  for (const { steps } of declared) {
    const [, fact = "", ...part] = steps;
    const own = parts.get(fact);
    if (own === undefined) parts.set(fact, [part]);
    else own.push(part);
  }
  return parts;
}

/** Who found it and on what evidence decides nothing. */
function isOfValue([step]: Part): boolean {
  return step !== "by" && step !== "evidence";
}

function restsOn(name: Extract<Name, { source: "derived" }>, names: Names, secret: ReadonlySet<string>): boolean {
  const read = new Set<Name>();
  collectReads(name.derived.expression, names, null, read);
  return [...read].some((one) => secret.has(one.name));
}

function rowsOf(name: string, rows: readonly JsonValue[], parts: readonly Part[], conceal: Conceal): JsonValue {
  const changed = [...rows];
  for (const [at = "", field] of parts) {
    const row = rows[Number(at)] as Readonly<Record<string, JsonValue>>;
    const sofar = changed[Number(at)] as Readonly<Record<string, JsonValue>>;
    if (field === undefined) changed[Number(at)] = concealedValue(conceal, name, row);
    else if (Object.hasOwn(sofar, field) && Object.hasOwn(row, field)) {
      changed[Number(at)] = { ...sofar, [field]: concealedValue(conceal, `${name}.${field}`, row[field] as JsonValue) };
    }
  }
  return changed;
}

function findingOf(name: string, { by, evidence }: Finding, parts: readonly Part[], conceal: Conceal): Finding {
  const declared = new Set(parts.map((part) => part.join("/")));
  const isWhole = (step: string) => declared.has("") || declared.has(step);
  const hidden = (step: string, value: unknown) => ({ confidential: conceal(`${name}.${step}`, value) });
  return {
    ...(by === undefined ? {} : { by: isWhole("by") ? hidden("by", by) : by }),
    ...(evidence === undefined ? {} : { evidence: isWhole("evidence") ? hidden("evidence", evidence) : items(evidence) }),
  };

  function items(all: NonNullable<Finding["evidence"]>): NonNullable<Finding["evidence"]> {
    if (!Array.isArray(all)) return all;
    return all.map((item, at) => (declared.has(`evidence/${at}`) ? hidden("evidence", item) : item));
  }
}
