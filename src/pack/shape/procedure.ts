/** Shape of procedure.json. */
import {
  anything,
  camel,
  chosen,
  flag,
  integer,
  kebab,
  list,
  namesOnce,
  object,
  oneOf,
  optional,
  positive,
  type Shape,
  text,
  texts,
} from "./plain.js";

export const named = { name: kebab, label: texts };
export const cited = { provision: text, quote: text };

const dataType: Shape = chosen((value) => {
  if (typeof value !== "object" || value === null) return oneOf("text", "texts", "date", "boolean");
  if ("someOf" in value) return object({ someOf: namesOnce(kebab, 2) });
  return "oneOf" in value ? object({ oneOf: namesOnce(kebab, 2) }) : object({ unit: text });
});

const field = object({ name: camel, label: texts, type: dataType });

const activity = object({
  ...named,
  of: oneOf("edition", "applicant"),
  by: namesOnce(kebab, 1),
  evidence: namesOnce(kebab, 0),
  data: list(field),
  ...cited,
});

const parameter = object({ parameter: camel });

export const amount: Shape = chosen((value) => (typeof value === "object" && value !== null ? parameter : integer));

export const span = object({
  amount: chosen((value) => (typeof value === "object" && value !== null ? parameter : positive)),
  unit: oneOf("working-days", "days", "months", "years", "calendar-years"),
});

const operand: Shape = chosen((value) => {
  if (typeof value !== "object" || value === null) return object({ value: text });
  if ("value" in value) return object({ value: constant });
  if ("its" in value) {
    return object({ of: oneOf("this", "other"), its: oneOf("day", "year", "applicant", "person"), plus: optional(parameter) });
  }
  return object({
    of: oneOf("this", "other", "applicant", "edition"),
    data: camel,
    plus: optional(parameter),
    at: optional(oneOf("start-of-year")),
  });
});

const constant: Shape = chosen((value) => {
  if (typeof value === "boolean") return flag;
  return typeof value === "number" ? integer : text;
});

export const condition = object({
  left: operand,
  is: oneOf("equal", "different", "at-most", "above", "including", "not-including"),
  right: operand,
});

export const which = object({ activity: kebab, where: optional(list(condition, 1)) });

const same = optional(namesOnce(camel, 1));
const constraint = {
  name: kebab,
  ...cited,
  says: texts,
  under: optional(object({ interpretation: camel, reading: kebab })),
};

const templates: Readonly<Record<string, Shape>> = {
  precedence: object({
    ...constraint,
    template: oneOf("precedence"),
    first: which,
    second: which,
    same,
    requires: optional(list(condition, 1)),
    after: optional(span),
    within: optional(span),
  }),
  response: object({ ...constraint, template: oneOf("response"), first: which, second: which, same, within: optional(span) }),
  "chain-precedence": object({ ...constraint, template: oneOf("chain-precedence"), first: which, second: which }),
  absence: object({
    ...constraint,
    template: oneOf("absence"),
    of: which,
    beyond: optional(amount),
    per: optional(oneOf("edition")),
    between: optional(object({ opens: which, closes: which, same })),
  }),
  exactly: object({ ...constraint, template: oneOf("exactly"), of: which, times: amount }),
  "not-coexistence": object({ ...constraint, template: oneOf("not-coexistence"), first: which, second: which, same }),
};

/** Of a template that is none: what else it says is not blamed. */
const anyTemplate = object({
  ...constraint,
  template: oneOf(...Object.keys(templates)),
  ...Object.fromEntries(
    ["first", "second", "of", "same", "requires", "after", "within", "beyond", "per", "between", "times"].map((name) => [
      name,
      anything,
    ]),
  ),
});

export const procedure: Shape = object({
  edition: list(field),
  applicant: list(field),
  evidence: list(object(named)),
  activities: list(activity, 1),
  constraints: list(
    chosen((value) => {
      const template = (value as { readonly template?: unknown } | null)?.template;
      // By its own members alone: `constructor` is a member of every object.
      const own = typeof template === "string" && Object.hasOwn(templates, template) ? templates[template] : undefined;
      return own ?? anyTemplate;
    }),
  ),
});
