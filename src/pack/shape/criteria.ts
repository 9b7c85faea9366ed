/** Shape of criteria.json. */
import {
  integer,
  kebab,
  list,
  namesOnce,
  object,
  oneOf,
  optional,
  positive,
  record,
  type Shape,
  text,
  texts,
  within,
} from "./plain.js";

/** A scale has no more values than a byte. */
const MAX_VALUE = 250;

/** So that points × value stays small enough to be added up for a hundred million sheets. */
const MAX_ITEM_POINTS = 32_767;

const item = object({ clause: text, title: texts, points: within(1, MAX_ITEM_POINTS) });

const category = object({ clause: text, title: texts, points: positive, kind: optional(kebab), items: list(item, 1) });

const value = within(0, MAX_VALUE);

export const criteria: Shape = object({
  standard: text,
  pointsFrom: text,
  note: optional(text),
  total: optional(positive),
  categories: list(category, 1),
  scale: object({ unit: oneOf("percent", "mark"), min: value, max: value, step: within(1, MAX_VALUE) }),
  bands: optional(list(object({ from: integer, to: integer }), 1)),
  dimensions: optional(record(namesOnce(kebab, 1))),
});
