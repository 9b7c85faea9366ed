/** Shape of parameters.json. */
import { camel, chosen, integer, kebab, list, namesOnce, object, type Shape, text, texts } from "./plain.js";

const head = { name: camel, label: texts, provision: text, quote: text };

const counted = object({ ...head, value: integer, unit: kebab });

/** A list of enum values has no unit. */
const listed = object({ ...head, value: namesOnce(kebab, 1) });

const parameter = chosen((value) =>
  typeof value === "object" && value !== null && Array.isArray((value as { value?: unknown }).value) ? listed : counted,
);

export const parameters: Shape = object({ parameters: list(parameter) });
