/**
 * Small packs over facts with few values, so that every completion of the unknown facts can be tried.
 * The text they cite is made up; only what the kernel decides by matters here.
 */
import fc from "fast-check";
import type { Condition, Conditions, DerivedFact, Expression, Fact, PackFiles, Rule } from "../../src/kernel/model.js";

export const QUOTE = "甲乙丙";
const TEXT = { zh: "甲", en: "a" };
const PROVISION = "art_1__sent_1";
const head = { label: TEXT, question: TEXT, kind: "objective", suppliedBy: "applicant", provision: PROVISION } as const;

export const FACTS: readonly Fact[] = [
  { name: "flagA", type: "boolean", ...head },
  { name: "flagB", type: "boolean", ...head },
  { name: "flagC", type: "boolean", ...head },
  { name: "number", type: "integer", unit: "piece", min: 0, max: 3, ...head },
  { name: "colour", type: "enum", values: ["red", "green", "blue"].map((name) => ({ name, label: TEXT })), ...head },
  {
    name: "rows",
    type: "list",
    maxItems: 2,
    fields: [
      { name: "good", label: TEXT, type: "boolean" },
      { name: "size", label: TEXT, type: "integer", unit: "piece", min: 0, max: 2 },
    ],
    ...head,
  },
];

const colours = fc.subarray(["red", "green", "blue"], { minLength: 1 });
const integerOperator = fc.constantFrom(
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
);
const limit = fc.constantFrom("one", "two");

const rowComparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant("good"), operator: fc.constantFrom("equal", "notEqual"), value: fc.boolean() }),
  fc.record({ field: fc.constant("size"), operator: integerOperator, value: fc.record({ fact: limit }) }),
  fc.record({ field: fc.constant("size"), operator: integerOperator, value: fc.constant({ fact: "number" }) }),
  fc.record({ fact: fc.constant("flagA"), operator: fc.constant("equal"), value: fc.boolean() }),
  fc.record({ fact: fc.constant("reading"), operator: fc.constant("equal"), value: fc.constantFrom("first", "second") }),
) as fc.Arbitrary<Condition>;

const factComparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom("flagA", "flagB", "flagC", "someRows", "everyRow"),
    operator: fc.constant("equal"),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constantFrom("number", "counted", "summed", "selected", "largest"),
    operator: integerOperator,
    value: fc.record({ fact: limit }),
  }),
  fc.record({ fact: fc.constantFrom("counted", "summed"), operator: integerOperator, value: fc.constant({ fact: "number" }) }),
  fc.record({ fact: fc.constant("colour"), operator: fc.constantFrom("in", "notIn"), value: colours }),
  fc.record({
    fact: fc.constant("colour"),
    operator: fc.constantFrom("equal", "notEqual"),
    value: fc.constantFrom("red", "green", "blue"),
  }),
  fc.record({ fact: fc.constant("reading"), operator: fc.constant("equal"), value: fc.constantFrom("first", "second") }),
) as fc.Arbitrary<Condition>;

/** Conditions over some comparisons, three deep. */
function conditionsOver(comparison: fc.Arbitrary<Condition>): fc.Arbitrary<Conditions> {
  const group = (part: fc.Arbitrary<Condition>): fc.Arbitrary<Conditions> =>
    fc.oneof(
      fc.record({ all: fc.array(part, { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(part, { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: part }),
    );
  return group(fc.oneof({ weight: 3, arbitrary: comparison }, { weight: 1, arbitrary: group(comparison) }));
}

const where = conditionsOver(rowComparison);

const expressions: fc.Arbitrary<readonly DerivedFact[]> = fc
  .record({ some: where, every: where, counted: where, summed: where, largest: where })
  .map((at) => {
    const integer = (name: string, expression: Expression): DerivedFact => ({
      name,
      label: TEXT,
      type: "integer",
      unit: "piece",
      provision: PROVISION,
      expression,
    });
    const boolean = (name: string, expression: Expression): DerivedFact => ({
      name,
      label: TEXT,
      type: "boolean",
      provision: PROVISION,
      expression,
    });
    return [
      boolean("someRows", { op: "some", list: "rows", where: at.some }),
      boolean("everyRow", { op: "every", list: "rows", where: at.every }),
      integer("counted", { op: "count", list: "rows", where: at.counted }),
      integer("summed", { op: "sum", of: [{ fact: "number" }, { op: "each", list: "rows", field: "size", where: at.summed }] }),
      integer("largest", {
        op: "latest",
        of: [{ fact: "number" }, { op: "each", list: "rows", field: "size", where: at.largest }],
      }),
      integer("selected", {
        op: "select",
        by: { fact: "colour" },
        cases: {
          red: { fact: "number" },
          green: { fact: "one" },
          blue: { op: "difference", of: { fact: "two" }, less: { fact: "number" } },
        },
      }),
    ];
  });

const OUTCOMES = ["worst", "middle", "best"] as const;

const rule = (index: number, policy: string): fc.Arbitrary<Rule> =>
  fc
    .record({
      conditions: conditionsOver(factComparison),
      appliesWhen: fc.option(conditionsOver(factComparison), { nil: undefined, freq: 2 }),
      outcome: policy === "any" ? fc.constant("worst") : fc.constantFrom("worst", "middle"),
      on: fc.constantFrom("violated", "satisfied"),
      remedy: fc.constantFrom("act", "act", "none"),
      consequences: fc.subarray(["announce", "recover"]),
    })
    .map(({ conditions, appliesWhen, outcome, on, remedy, consequences }) => ({
      name: `rule-${index}`,
      conditions,
      event: {
        type: "satisfied",
        params: {
          provision: PROVISION,
          quote: QUOTE,
          says: TEXT,
          ...(appliesWhen === undefined ? {} : { appliesWhen }),
          effect: (on === "violated" ? { violated: outcome } : { satisfied: outcome }) as Rule["event"]["params"]["effect"],
          remedy: remedy as "act" | "none",
          ...(policy === "collect"
            ? { consequences: consequences.map((name) => ({ name, provision: PROVISION, quote: QUOTE, says: TEXT })) }
            : {}),
        },
      },
    }));

/** A pack with one decision, `question`, of up to four rules. */
export const finitePack: fc.Arbitrary<PackFiles> = fc
  .record({ policy: fc.constantFrom("any", "priority", "collect"), derived: expressions, count: fc.integer({ min: 1, max: 4 }) })
  .chain(({ policy, derived, count }) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => rule(index, policy)))
      .map((rules) => packOf(policy as "any" | "priority" | "collect", derived, rules)),
  );

export function packOf(
  hitPolicy: "any" | "priority" | "collect",
  derived: readonly DerivedFact[],
  rules: readonly Rule[],
): PackFiles {
  return {
    pack: {
      format: 1 as const,
      id: "finite",
      title: TEXT,
      documentNumber: "虚构",
      inForce: { from: "1900-01-01", until: null, provision: PROVISION },
      repeals: [],
      succeededBy: null,
      bodies: [{ name: "applicant", label: TEXT }],
      decisions: [
        {
          name: "question",
          title: TEXT,
          question: TEXT,
          hitPolicy,
          outcomes: OUTCOMES.map((name) => ({ name, label: TEXT, favourable: name === "best" })),
          otherwise: "best",
        },
      ],
    },
    law: { title: "虚构", language: "zh" as const, preface: [], chapters: [], conclusions: [] },
    ledger: { provisions: [] },
    facts: { facts: FACTS, derived },
    parameters: {
      parameters: [
        { name: "one", label: TEXT, value: 1, unit: "piece", provision: PROVISION, quote: QUOTE },
        { name: "two", label: TEXT, value: 2, unit: "piece", provision: PROVISION, quote: QUOTE },
      ],
    },
    interpretations: {
      interpretations: [
        {
          name: "reading",
          question: TEXT,
          provision: PROVISION,
          quote: QUOTE,
          readings: ["first", "second"].map((name) => ({ name, label: TEXT, reason: TEXT })),
          default: "first",
          settledBy: "applicant",
        },
      ],
    },
    rules: { question: rules },
  };
}

type Row = { readonly good: boolean | null; readonly size: number | null };
export type FiniteFacts = Readonly<Record<string, boolean | number | string | null | readonly Row[]>>;

const ROWS: readonly (readonly Row[])[] = (() => {
  const single = [true, false].flatMap((good) => [0, 1, 2].map((size): Row => ({ good, size })));
  return [[], ...single.map((row) => [row]), ...single.flatMap((a) => single.map((b) => [a, b]))];
})();

const DOMAINS: Readonly<Record<string, readonly FiniteFacts[string][]>> = {
  flagA: [true, false],
  flagB: [true, false],
  flagC: [true, false],
  number: [0, 1, 2, 3],
  colour: ["red", "green", "blue"],
  rows: ROWS,
};

/** Facts of which at most `unknown` are unknown, single cells of rows among them. */
export function finiteFacts(unknown: number): fc.Arbitrary<FiniteFacts> {
  const complete = fc.record(
    Object.fromEntries(Object.entries(DOMAINS).map(([name, values]) => [name, fc.constantFrom(...values)])),
  );
  const holes = fc.uniqueArray(
    fc.constantFrom(
      "flagA",
      "flagB",
      "flagC",
      "number",
      "colour",
      "rows",
      "rows/0/good",
      "rows/0/size",
      "rows/1/good",
      "rows/1/size",
    ),
    { maxLength: unknown },
  );
  return fc
    .tuple(complete, holes)
    .map(([facts, names]) => names.reduce((holed, name) => assign(holed, name, null), facts as FiniteFacts));
}

/** Pointers, without `/facts/`, of what is unknown. */
export function unknowns(facts: FiniteFacts): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (value === null) return [name];
    if (!Array.isArray(value)) return [];
    return (value as readonly Row[]).flatMap((row, index) =>
      (["good", "size"] as const).flatMap((field) => (row[field] === null ? [`${name}/${index}/${field}`] : [])),
    );
  });
}

export function domainOf(pointer: string): readonly FiniteFacts[string][] {
  if (pointer.endsWith("/good")) return [true, false];
  return pointer.endsWith("/size") ? [0, 1, 2] : (DOMAINS[pointer] as readonly FiniteFacts[string][]);
}

export function assign(facts: FiniteFacts, pointer: string, value: FiniteFacts[string]): FiniteFacts {
  const [name, index, field] = pointer.split("/") as [string, string?, string?];
  if (field === undefined) return { ...facts, [name]: value };
  const rows = facts[name];
  if (!Array.isArray(rows)) return facts;
  return { ...facts, [name]: rows.map((row: Row, at) => (String(at) === index ? { ...row, [field]: value } : row)) };
}

/** Every way to fill in the unknown facts. */
export function completions(facts: FiniteFacts, names = unknowns(facts)): readonly FiniteFacts[] {
  const [first, ...rest] = names;
  if (first === undefined) return [facts];
  return domainOf(first).flatMap((value) => completions(assign(facts, first, value), rest));
}
