/** Shape of properties.json. */
import * as z from "zod/mini";
import { comparisonWith, expression } from "./expression.js";
import {
  byMember,
  camel,
  chosen,
  flag,
  has,
  kebab,
  later,
  list,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  text,
  texts,
} from "./plain.js";

const operand = object({ expression });

const claims = list(
  later(() => claim),
  1,
);

const forms: Readonly<Record<string, Shape>> = {
  all: object({ all: claims }),
  any: object({ any: claims }),
  not: object({ not: later(() => claim) }),
  outcome: object({ outcome: kebab }),
  due: object({ due: kebab }),
  rule: object({ rule: kebab, status: oneOf("satisfied", "violated", "not-applicable") }),
  fact: comparisonWith({ fact: camel }, operand),
  output: comparisonWith({ output: camel }, operand),
  expression: comparisonWith({ expression }, operand),
};

const claim: Shape = chosen((value) => {
  const member = Object.keys(forms).find((name) => has(value, name));
  if (member !== undefined) return forms[member] as Shape;
  const expected = Object.keys(forms).map((name) => `{ "${name}": … }`);
  return { code: "wrong-form", found: value, expected: expected.join(" | ") };
});

const alterations: Readonly<Record<string, Shape>> = {
  add: object({ add: camel }),
  turn: object({ turn: camel, to: flag }),
  raise: object({ raise: camel }),
};

const alteration: Shape = chosen((value) => {
  const member = Object.keys(alterations).find((name) => has(value, name));
  if (member !== undefined) return alterations[member] as Shape;
  return { code: "wrong-form", found: value, expected: '{ "add": … } | { "turn": …, "to": … } | { "raise": … }' };
});

const head = { name: kebab, says: texts, provision: text };
const ofDecision = { ...head, decision: kebab, readings: optional(record(text)), given: optional(claim) };

const kinds = {
  implies: object({ kind: z.literal("implies"), ...ofDecision, holds: claim }),
  monotone: object({ kind: z.literal("monotone"), ...ofDecision, change: alteration, never: oneOf("better", "worse") }),
  "score-card": object({ kind: z.literal("score-card"), ...head, claim: oneOf("weights-add-up", "within-total", "monotone") }),
};

export const properties: Shape = object({ properties: list(byMember("kind", kinds), 1) });
