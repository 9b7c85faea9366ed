/**
 * A decision as JSON in UTF-8, byte for byte what `JSON.stringify` gives, at a fraction of its cost.
 *
 * Most of a decision with its reasons is wording that is the same in every answer: provisions, labels, what a rule says. It is
 * escaped and encoded the first time and copied from then on; what a caller asserts is never kept. Every piece of a list ends
 * with a comma, and the last comma is taken back.
 */
import type { Decision, InterpretationResult, RuleResult, UsedFact } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import type { Text } from "../kernel/model.js";
import { type ByteSink, encoded } from "./byte-sink.js";

export type DecisionWriter = (award: Award, decision: Decision, sink: ByteSink) => void;

/** @returns a writer that keeps what it learns, bounded by the packs, for as long as it is kept itself */
export function decisionWriter(): DecisionWriter {
  const known = new WeakMap<Award, Map<string, ReturnType<typeof writerOfOne>>>();
  return (award, decision, sink) => {
    let ofAward = known.get(award);
    if (ofAward === undefined) {
      ofAward = new Map();
      known.set(award, ofAward);
    }
    let write = ofAward.get(decision.decision);
    if (write === undefined) {
      write = writerOfOne();
      ofAward.set(decision.decision, write);
    }
    write(decision, sink);
  };
}

/** Writes answers to one question of one award. */
function writerOfOne(): (decision: Decision, sink: ByteSink) => void {
  const rules = rulesWriter();
  const interpretations = interpretationsWriter();
  return (decision, sink) => {
    let text = "{";
    for (const key of Object.keys(decision) as (keyof Decision)[]) {
      const value = decision[key];
      if (value === undefined) continue;
      text += `${text === "{" ? "" : ","}"${key}":`;
      if (key !== "rules" && key !== "interpretations") {
        text += JSON.stringify(value);
        continue;
      }
      sink.text(`${text}[`);
      if (key === "rules") rules(value as readonly RuleResult[], sink);
      else interpretations(value as readonly InterpretationResult[], sink);
      if ((value as readonly unknown[]).length > 0) sink.dropLast();
      text = "]";
    }
    sink.text(`${text}}`);
  };
}

// Rules -------------------------------------------------------------------------------------------------------------

/** The shape, or nothing at all where it has a member that is not written here: then nothing below compiles. */
type WithNoMore<Shape, Members> = [keyof Shape] extends [Members] ? Shape : never;
type Rule = WithNoMore<RuleResult, "name" | "status" | "gives" | "provision" | "quote" | "facts" | "says">;
type Used = WithNoMore<UsedFact, "name" | "label" | "source" | "value" | "unit" | "finding">;

/** A rule up to its facts, as it came out with that status. */
interface RuleHead {
  readonly name: string;
  readonly status: Rule["status"];
  readonly gives: string | null;
  readonly bytes: Uint8Array;
}

const MOST_HEADS = 16;

function rulesWriter(): (rules: readonly Rule[], sink: ByteSink) => void {
  const heads: RuleHead[][] = [];
  const says = saysWriter();
  const fact = factWriter();
  return (rules, sink) => {
    for (let index = 0; index < rules.length; index++) {
      const rule = rules[index] as Rule;
      heads[index] ??= [];
      sink.bytes(headOf(heads[index] as RuleHead[], rule));
      for (const used of rule.facts) fact(used, sink);
      if (rule.facts.length > 0) sink.dropLast();
      says(rule.says, sink);
    }
  };
}

function headOf(heads: RuleHead[], { name, status, gives, provision, quote }: Rule): Uint8Array {
  const known = heads.find((head) => head.status === status && head.gives === gives && head.name === name);
  if (known !== undefined) return known.bytes;
  const bytes = encoded(`${JSON.stringify({ name, status, gives, provision, quote }).slice(0, -1)},"facts":[`);
  if (heads.length < MOST_HEADS) heads.push({ name, status, gives, bytes });
  return bytes;
}

/** Wording without values in it is one object from answer to answer: what is seen a second time is kept, and only while it is in use. */
function saysWriter(): (says: Text, sink: ByteSink) => void {
  const known = new WeakMap<Text, Uint8Array | "seen">();
  return (says, sink) => {
    const bytes = known.get(says);
    if (bytes instanceof Uint8Array) {
      sink.bytes(bytes);
      return;
    }
    const text = `],"says":${JSON.stringify(says)}},`;
    known.set(says, bytes === "seen" ? encoded(text) : "seen");
    sink.text(text);
  };
}

// Facts -------------------------------------------------------------------------------------------------------------

interface KnownFact {
  readonly name: string;
  readonly source: Used["source"];
  readonly unit: string | undefined;
  readonly beforeValue: Uint8Array;
  readonly afterValue: string;
  readonly whole: { readonly true: Uint8Array; readonly false: Uint8Array; readonly null: Uint8Array };
}

function factWriter(): (used: Used, sink: ByteSink) => void {
  const known = new WeakMap<Text, KnownFact>();
  return (used, sink) => {
    const { value, finding } = used;
    let here = known.get(used.label);
    if (here?.name !== used.name || here.source !== used.source || here.unit !== used.unit) {
      here = knownFact(used);
      known.set(used.label, here);
    }
    if (finding === undefined && (value === null || typeof value === "boolean")) {
      sink.bytes(value === null ? here.whole.null : value ? here.whole.true : here.whole.false);
      return;
    }
    sink.bytes(here.beforeValue);
    const found = finding === undefined ? "" : `,"finding":${JSON.stringify(finding)}`;
    sink.text(`${JSON.stringify(value)}${here.afterValue}${found}},`);
  };
}

function knownFact({ name, label, source, unit }: Used): KnownFact {
  const before = `${JSON.stringify({ name, label, source }).slice(0, -1)},"value":`;
  const afterValue = unit === undefined ? "" : `,"unit":${JSON.stringify(unit)}`;
  const whole = (value: string) => encoded(`${before}${value}${afterValue}},`);
  return {
    name,
    source,
    unit,
    beforeValue: encoded(before),
    afterValue,
    whole: { true: whole("true"), false: whole("false"), null: whole("null") },
  };
}

// Interpretations ---------------------------------------------------------------------------------------------------

const MOST_INTERPRETATIONS = 256;

function interpretationsWriter(): (interpretations: readonly InterpretationResult[], sink: ByteSink) => void {
  const known = new Map<string, Uint8Array>();
  return (interpretations, sink) => {
    for (const interpretation of interpretations) {
      const { name, reading, chosenBy, wouldChange, readings } = interpretation;
      let key = `${name} ${reading} ${chosenBy} ${wouldChange}`;
      for (const { outcome } of readings) key += ` ${outcome}`;
      let bytes = known.get(key);
      if (bytes === undefined) {
        bytes = encoded(`${JSON.stringify(interpretation)},`);
        if (known.size < MOST_INTERPRETATIONS) known.set(key, bytes);
      }
      sink.bytes(bytes);
    }
  };
}
