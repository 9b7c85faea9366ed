/** Facts, parameters, open points and derived facts of a random pack. */
import type { DerivedFact, Fact, Field, Interpretation, Parameter, ScalarType, Text } from "../../src/kernel/model.js";
import { type Draw, expressionOf } from "./expressions.js";
import { addName, type Kind, kindOfType, type Scope } from "./scope.js";

export const PROVISION = "art_1__sent_1";
export const QUOTE = "甲乙丙";
export const BODY = "applicant";
const COLOURS = ["red", "green", "blue"];
const SIZES = ["small", "large"];
const KINDS = ["boolean", "boolean", "date", "year", "day", "piece"] as const satisfies readonly Kind[];

export function words(text: string): Text {
  return { zh: text, en: text };
}

/** Two to six facts. The first is a list, so that there is one to count over. */
export function factsFor(draw: Draw, scope: Scope): readonly Fact[] {
  return Array.from({ length: draw.whole(2, 6) }, (_, index) => factOf(index, draw, scope));
}

function factOf(index: number, draw: Draw, scope: Scope): Fact {
  const name = `fact${index}`;
  const head = { name, label: words(`事实${index}`), question: words("是何？"), suppliedBy: BODY, provision: PROVISION };
  const kind = draw.one(["objective", "objective", "finding"] as const);
  if (index === 0 || draw.whole(0, 6) === 6) {
    const fields = Array.from({ length: draw.whole(1, 3) }, (_, at): Field => {
      return { name: `field${at}`, label: words(`字段${at}`), ...typeOf(draw) };
    });
    scope.lists.push({ name, fields });
    return { ...head, kind, type: "list", fields, maxItems: draw.whole(1, 4) };
  }
  const type = typeOf(draw);
  addName(scope, kindOfType(type), name, true);
  return { ...head, kind, ...type };
}

function typeOf(draw: Draw): ScalarType {
  switch (draw.one(["boolean", "date", "integer", "enum"] as const)) {
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "date", past: draw.flag(), ...(draw.whole(0, 3) === 3 ? { waits: true } : {}) };
    case "integer":
      return draw.one([
        { type: "integer", unit: "year", min: -2, max: 12 },
        { type: "integer", unit: "day", min: -40, max: 400 },
        { type: "integer", unit: "piece", min: 0, max: 9 },
        { type: "integer", unit: "piece", min: -5, max: 1000 },
      ] as const);
    case "enum":
      return { type: "enum", values: draw.one([COLOURS, SIZES]).map((name) => ({ name, label: words(name) })) };
  }
}

/** A number of every unit, so that every number has something to be compared with, and a list of values of every enum. */
export function parametersFor(facts: readonly Fact[], draw: Draw, scope: Scope): readonly Parameter[] {
  const head = { label: words("参数"), provision: PROVISION, quote: QUOTE };
  const numbers = { year: draw.whole(0, 6), day: draw.one([0, 1, 29, 365]), piece: draw.whole(0, 6) };
  const types = facts.flatMap((fact): readonly ScalarType[] => (fact.type === "list" ? fact.fields : [fact]));
  const enums = [COLOURS, SIZES].filter((values) =>
    types.some((type) => type.type === "enum" && type.values.length === values.length),
  );
  return [
    ...(["year", "day", "piece"] as const).map((unit): Parameter => {
      addName(scope, unit, `${unit}Parameter`, true);
      return { name: `${unit}Parameter`, value: numbers[unit], unit, ...head };
    }),
    ...enums.map((values, index): Parameter => {
      scope.members.push({ name: `members${index}`, values });
      return { name: `members${index}`, value: draw.some(values), ...head };
    }),
  ];
}

export function interpretationsFor(draw: Draw, scope: Scope): readonly Interpretation[] {
  return Array.from({ length: draw.whole(1, 2) }, (_, index) => {
    const name = `reading${index}`;
    const values = ["strict", "literal", "liberal"].slice(0, draw.whole(2, 3));
    scope.choices.push({ name, values });
    return {
      name,
      question: words("如何理解？"),
      provision: PROVISION,
      quote: QUOTE,
      readings: values.map((reading) => ({ name: reading, label: words(reading), reason: words("理由") })),
      default: draw.one(values),
      settledBy: BODY,
    };
  });
}

/** Each may rest on those before it. */
export function derivedFor(draw: Draw, scope: Scope): readonly DerivedFact[] {
  return Array.from({ length: draw.whole(1, 6) }, (_, index) => {
    const name = `derived${index}`;
    const kind = draw.one(KINDS);
    const expression = expressionOf(kind, 2, draw, scope);
    addName(scope, kind, name, false);
    const type: Pick<DerivedFact, "type" | "unit"> =
      kind === "boolean" || kind === "date" ? { type: kind } : { type: "integer", unit: kind };
    return { name, label: words(`派生${index}`), ...type, provision: PROVISION, expression };
  });
}
