/** Shape of obligations.json. */
import { camel, chosen, kebab, list, object, optional, orNull, record, type Shape, texts } from "./plain.js";
import { amount, cited, condition, named, span, which } from "./procedure.js";

function byReading(shape: Shape): Shape {
  const readings = object({ interpretation: camel, readings: record(shape) });
  return chosen((value) => (typeof value === "object" && value !== null && "interpretation" in value ? readings : shape));
}

const repetition = object({ every: byReading(span), times: optional(amount), yearIn: optional(camel) });

const duty = object({
  ...named,
  ...cited,
  by: kebab,
  says: texts,
  binds: which,
  trigger: optional(which),
  fulfilledBy: which,
  within: optional(span),
  repeats: optional(repetition),
  unless: optional(list(condition, 1)),
  endedBy: optional(byReading(orNull(which))),
});

export const obligations: Shape = object({ duties: list(duty, 1) });
