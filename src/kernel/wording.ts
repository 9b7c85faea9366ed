/** Wording with `{name}` placeholders, filled with the values a decision used. */
import type { JsonValue } from "./answer.js";
import { valueOfName } from "./json-value.js";
import type { Text } from "./model.js";
import type { Name, Names } from "./names.js";
import type { State } from "./state.js";

export interface Wording {
  /** Whether it says anything that depends on the state. */
  readonly varies: boolean;
  in(state: State): Text;
}

const UNKNOWN_WORD: Text = { zh: "（未知）", en: "(unknown)" };

/** Prepares a wording once; one that does not vary costs nothing to fill. */
export function wordingOf(text: Text, names: Names): Wording {
  const zh = template(text.zh, names, "zh");
  const en = template(text.en, names, "en");
  if (typeof zh === "string" && typeof en === "string") {
    const fixed = { zh, en };
    return { varies: false, in: () => fixed };
  }
  return { varies: true, in: (state) => ({ zh: fill(zh, state), en: fill(en, state) }) };
}

/** Names in braces. */
export function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{([A-Za-z]\w*)\}/g)].map((match) => match[1] as string);
}

type Part = string | ((state: State) => string);

function template(text: string, names: Names, language: keyof Text): string | readonly Part[] {
  const parts = text.split(/\{([A-Za-z]\w*)\}/).map((part, index): Part => {
    const name = index % 2 === 1 ? names.byName.get(part) : undefined;
    if (name === undefined) return part;
    if (name.source === "parameter") return valueInWords(name.parameter.value, name, language);
    return (state) => valueInWords(valueOfName(name, state), name, language);
  });
  return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
}

function fill(parts: string | readonly Part[], state: State): string {
  if (typeof parts === "string") return parts;
  return parts.map((part) => (typeof part === "string" ? part : part(state))).join("");
}

/** As a sentence has it; money in yuan: sums are kept in fen and read in yuan. */
export function valueInWords(value: JsonValue, name: Name, language: keyof Text): string {
  if (value === null) return UNKNOWN_WORD[language];
  if (typeof value === "number" && name.type.type === "integer" && name.type.unit === "fen") return yuan(value);
  return Array.isArray(value) ? value.map(String).join(language === "zh" ? "、" : ", ") : String(value);
}

/** Fen as yuan, exactly: `100000000` is `1000000`, `1050` is `10.50`. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, "0")}`;
}
