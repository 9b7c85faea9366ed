/** Values in words: units, labels and yes or no in place of JSON. */
import type { JsonValue } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import { concealedInWords, isConcealed } from "../../kernel/confidential/conceal.js";
import type { Field, Named, ScalarType } from "../../kernel/model.js";
import { unitInWords } from "../../kernel/units.js";
import { yuan } from "../../kernel/wording.js";
import type { Language } from "../language.js";

/** A value and whose it is. */
export interface Valued {
  readonly name: string;
  readonly value: JsonValue;
  readonly unit?: string;
}

/** Below this a number of years is a length of time, from it on a year of the calendar. */
const CALENDAR_YEARS_FROM = 1900;

const WORDS = {
  unknown: { zh: "未知", en: "unknown" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  none: { zh: "无", en: "none" },
} as const;

/** On one line; a list as the number of its rows. */
export function inWords(award: Award, language: Language, { name, value, unit }: Valued): string {
  if (value === null) return WORDS.unknown[language];
  if (isConcealed(value)) return concealedInWords(value, language);
  if (typeof value === "boolean") return WORDS[value ? "yes" : "no"][language];
  if (typeof value === "number") return numberInWords(value, unit, language);
  if (typeof value === "string") return labelOfValue(award, name, value, language);
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return WORDS.none[language];
  if (value.every((item) => typeof item === "string")) return value.join(language === "zh" ? "、" : ", ");
  return language === "zh" ? `${value.length} 条` : `${value.length} ${value.length === 1 ? "row" : "rows"}`;
}

/** Each row of a list, its fields in words; empty for any other value. */
export function rowsInWords(award: Award, language: Language, { name, value }: Valued): readonly string[] {
  const declared = award.names.byName.get(name);
  if (declared?.source !== "given-list" || !Array.isArray(value)) return [];
  return value.map((row: Readonly<Record<string, JsonValue>>) =>
    isConcealed(row) ? concealedInWords(row, language) : rowInWords(declared.fact.fields, row, language),
  );
}

function rowInWords(fields: readonly Field[], row: Readonly<Record<string, JsonValue>>, language: Language): string {
  return fields
    .map((field) => {
      const value = row[field.name] ?? null;
      const words = fieldInWords(field, value, language);
      return field.type === "enum" && !isConcealed(value) ? words : `${field.label[language]} ${words}`;
    })
    .join(" · ");
}

export function labelOfNamed(values: readonly Named[], name: string, language: Language): string {
  return values.find((value) => value.name === name)?.label[language] ?? name;
}

function fieldInWords(field: ScalarType, value: JsonValue, language: Language): string {
  if (value === null) return WORDS.unknown[language];
  if (isConcealed(value)) return concealedInWords(value, language);
  if (typeof value === "boolean") return WORDS[value ? "yes" : "no"][language];
  if (typeof value === "number") return numberInWords(value, field.type === "integer" ? field.unit : undefined, language);
  return field.type === "enum" ? labelOfNamed(field.values, String(value), language) : String(value);
}

function numberInWords(value: number, unit: string | undefined, language: Language): string {
  if (unit === "fen") return `${grouped(yuan(value))} ${language === "zh" ? "元" : "yuan"}`;
  if (unit === "year" && value >= CALENDAR_YEARS_FROM) return language === "zh" ? `${value} 年` : String(value);
  const word = unit === undefined ? "" : unitInWords(unit)[language];
  const plural = language === "en" && Math.abs(value) !== 1 && word !== "" ? "s" : "";
  return `${grouped(String(value))}${word === "" ? "" : ` ${word}${plural}`}`;
}

/** Thousands apart, so that a million is read as one. */
function grouped(digits: string): string {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
}

function labelOfValue(award: Award, name: string, value: string, language: Language): string {
  const declared = award.names.byName.get(name);
  if (declared?.source === "given" && declared.fact.type === "enum") return labelOfNamed(declared.fact.values, value, language);
  if (declared?.source === "interpretation") return labelOfNamed(declared.interpretation.readings, value, language);
  return value;
}
