/** A case as one JSON. */
import { parseJson } from "../parse-json.js";
import { itemLines } from "./item-lines.js";
import type { LoggedCase } from "./logged-case.js";

export function caseInText(text: string): LoggedCase {
  const parsed = parseJson(text);
  const lineOf = itemLines(text);
  const placed: LoggedCase["placed"] = (wrong) =>
    wrong.code === "more-errors" ? wrong : { ...wrong, line: lineOf(wrong.pointer) };
  if (parsed.ok) return { question: parsed.value, unreadable: [], lineOf, placed };
  // Of what is no JSON, and of a key that stands twice, the message says where.
  const unreadable = parsed.errors.map((wrong) => (wrong.code === "rounded-number" ? placed(wrong) : wrong));
  return { question: undefined, unreadable, lineOf, placed };
}
