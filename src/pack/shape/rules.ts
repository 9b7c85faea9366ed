/** Shape of a rule file, `<decision>.json`. */
import * as z from "zod/mini";
import { conditions, reference } from "./expression.js";
import { chosen, kebab, list, object, oneOf, optional, positive, type Shape, text, texts } from "./plain.js";

const violated = object({ violated: kebab });
const satisfied = object({ satisfied: kebab });

const effect = chosen((value) => {
  if (typeof value === "object" && value !== null && "violated" in value) return violated;
  if (typeof value === "object" && value !== null && "satisfied" in value) return satisfied;
  return { code: "wrong-form", found: value, expected: '{ "violated": … } | { "satisfied": … }' };
});

const consequence = object({ name: kebab, provision: text, quote: text, says: texts, value: optional(reference) });

const params = object({
  provision: text,
  quote: text,
  says: texts,
  appliesWhen: optional(conditions),
  effect,
  remedy: oneOf("act", "wait", "none"),
  consequences: optional(list(consequence)),
});

const rule = object({
  name: kebab,
  conditions,
  event: object({ type: z.literal("satisfied"), params }),
  // json-rules-engine refuses a priority below 1.
  priority: optional(positive),
});

export const ruleFile: Shape = list(rule, 1);
