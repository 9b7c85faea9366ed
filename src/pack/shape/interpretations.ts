/** Shape of interpretations.json. */
import { camel, kebab, list, object, type Shape, text, texts } from "./plain.js";

const reading = object({ name: kebab, label: texts, reason: texts });

const interpretation = object({
  name: camel,
  question: texts,
  provision: text,
  quote: text,
  readings: list(reading, 2, 1000),
  default: kebab,
  settledBy: kebab,
});

export const interpretations: Shape = object({ interpretations: list(interpretation) });
