/** Shape of selection.json. */

import { reference } from "./expression.js";
import { kebab, list, object, oneOf, optional, type Shape, text, texts } from "./plain.js";

const stage = object({ name: kebab, label: texts, decides: oneOf("shortlist", "ranking"), provision: text, quote: text });

const ruling = { provision: text, quote: text, says: texts };

export const selection: Shape = object({
  stages: list(stage, 1),
  shortlist: optional(object(ruling)),
  ranking: object(ruling),
  awards: object({ ...ruling, quota: reference }),
  vacancies: object(ruling),
  candidates: object(ruling),
  ties: object({ ...ruling, body: kebab }),
  interest: object(ruling),
  reviewRules: object({ ...ruling, body: kebab }),
});
