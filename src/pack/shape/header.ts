/** Shape of pack.json. */
import * as z from "zod/mini";
import { reference } from "./expression.js";
import { camel, date, flag, kebab, list, namesOnce, object, oneOf, optional, orNull, type Shape, text, texts } from "./plain.js";

/** As many as fit the bits of a set of outcomes. */
const MAX_OUTCOMES = 30;

const outcome = object({ name: kebab, label: texts, favourable: flag });

const output = object({ name: camel, label: texts, outcomes: namesOnce(kebab, 1), value: reference, provision: text });

const decision = object({
  name: kebab,
  title: texts,
  question: texts,
  hitPolicy: oneOf("any", "priority", "collect"),
  outcomes: list(outcome, 2, MAX_OUTCOMES),
  otherwise: kebab,
  outputs: optional(list(output)),
});

export const header: Shape = object({
  format: z.literal(1),
  id: kebab,
  title: texts,
  documentNumber: text,
  inForce: object({ from: date, until: orNull(date), provision: text }),
  repeals: list(text),
  succeededBy: orNull(object({ documentNumber: text, award: orNull(kebab) })),
  bodies: list(object({ name: kebab, label: texts }), 1),
  decisions: list(decision, 1),
});
