/** Shape of selection.json. */

import { reference } from "./expression.js";
import { kebab, list, object, oneOf, optional, type Shape, text, texts } from "./plain.js";

const stage = object({ name: kebab, label: texts, decides: oneOf("shortlist", "ranking"), provision: text, quote: text });

const ruling = { provision: text, quote: text, says: texts };

/** Left to a body. */
const left = object({ ...ruling, body: kebab });

export const selection: Shape = object({
  stages: list(stage, 1),
  shortlist: optional(object({ ...ruling, ties: left })),
  ranking: object(ruling),
  awards: object({ ...ruling, quota: reference, ties: left }),
  vacancies: object(ruling),
  candidates: object(ruling),
  interest: object(ruling),
  reviewRules: left,
});
