/** What is said of the edition, of an applicant, or by an event, field by field. */

import type { Concealed } from "../../kernel/answer.js";
import { isConcealed } from "../../kernel/confidential/conceal.js";
import type { DataField } from "../../kernel/procedure.js";
import type { Given, GivenName, GivenValue } from "./given-log.js";
import { nameOf } from "./given-log.js";
import { KEYS } from "./keys.js";
import { boolean, date, int, list, string } from "./xml-lines.js";

/** Those that are not null, each as its type is in XES. @param prefix of their keys */
export function fieldLines(prefix: string, given: Given, fields: readonly DataField[]): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const field = fields.find((one) => one.name === name);
    return field === undefined ? [] : lineOf(prefix + name, value, field);
  });
}

function lineOf(key: string, value: GivenValue, { type }: DataField): readonly string[] {
  if (isConcealed(value)) return [string(key, value.confidential)];
  if (Array.isArray(value)) return listLine(key, value);
  if (typeof value === "number") return [int(key, value)];
  if (typeof value === "boolean") return [boolean(key, value)];
  if (typeof value === "string") return [type === "date" ? date(key, value) : string(key, value)];
  return [];
}

/** A digest stands as the text that it is. */
export function listLine(key: string, items: readonly (string | Concealed)[]): readonly string[] {
  return list(
    key,
    items.map((item) => (isConcealed(item) ? item.confidential : item)),
  );
}

/** Which members are null: what is not known, and yet there. @param path before their names */
export function nullsIn(given: object, path = ""): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => (value === null ? [path + name] : []));
}

/** A list of members, where there are any. */
export function membersLine(key: string, members: readonly string[]): readonly string[] {
  return members.length === 0 ? [] : list(key, members);
}

/** A name as it was given, where that is not its text. */
export function asGivenLine(key: string, given: GivenName): readonly string[] {
  if (typeof given === "number") return [int(key, given)];
  return given === nameOf(given) ? [] : [string(key, given)];
}

/** Null members of what has data within, and the data's own. */
export function nullsLine(
  given: object,
  inner: { readonly name: string; readonly given: Given | Concealed | null | undefined },
): readonly string[] {
  return membersLine(KEYS.nulls, [...nullsIn(given), ...nullsIn(inner.given ?? {}, `${inner.name}.`)]);
}
