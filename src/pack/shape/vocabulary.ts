/** Shape of facts.json. */
import * as z from "zod/mini";
import { expression } from "./expression.js";
import {
  byMember,
  camel,
  flag,
  integer,
  kebab,
  list,
  object,
  oneOf,
  optional,
  positive,
  type Shape,
  text,
  texts,
} from "./plain.js";

/** Far more than anybody lists, and few enough for every walk over them. */
const MAX_NAMES = 1000;

const named = object({ name: kebab, label: texts });

/** Members of each scalar type, beside `type`. */
const scalars = {
  boolean: {},
  integer: { unit: kebab, min: integer, max: integer },
  date: { past: flag, waits: optional(flag) },
  enum: { values: list(named, 1, MAX_NAMES) },
};

const withScalars = (head: Readonly<Record<string, Shape>>) =>
  Object.fromEntries(
    Object.entries(scalars).map(([type, members]) => [type, object({ ...head, type: z.literal(type), ...members })]),
  );

const fields = list(byMember("type", withScalars({ name: camel, label: texts })), 1);

const head = {
  name: camel,
  label: texts,
  question: texts,
  kind: oneOf("objective", "finding"),
  suppliedBy: kebab,
  provision: text,
};

const fact = byMember("type", {
  ...withScalars(head),
  list: object({ ...head, type: z.literal("list"), fields, maxItems: positive }),
});

const derivedHead = { name: camel, label: texts, provision: text, expression };

const derived = byMember("type", {
  boolean: object({ ...derivedHead, type: z.literal("boolean") }),
  integer: object({ ...derivedHead, type: z.literal("integer"), unit: kebab }),
  date: object({ ...derivedHead, type: z.literal("date") }),
});

export const vocabulary: Shape = object({ facts: list(fact), derived: list(derived, 0, MAX_NAMES) });
