/** What is said of the edition, of an applicant, or by an event, as members of JSON. */

import type { DataField } from "../../kernel/procedure.js";
import { KEYS } from "./keys.js";
import { namesByLabel } from "./names-by-label.js";
import type { Value } from "./read-value.js";
import type { Taker } from "./taker.js";

export type Members = Map<string, unknown>;

/**
 * Fields under our prefix, whatever they are; and declared ones that a foreign log has under their own name or label.
 * @param prefix of our keys
 */
export function readFields(taker: Taker, prefix: string, fields: readonly DataField[]): Members {
  const members: Members = new Map();
  const declared = namesByLabel(fields);
  for (const [key, attribute] of [...taker.part.attributes]) {
    const name = key.startsWith(prefix) ? key.slice(prefix.length) : declared.get(key);
    if (name === undefined || key.includes("/")) continue;
    if (members.has(name))
      taker.wrong(attribute, { code: "duplicate-key", name, line: attribute.line, column: attribute.column });
    const value = taker.value(key);
    if (value !== undefined) members.set(name, value);
  }
  return members;
}

/** Members that are null. @param inner by name, what has members of its own: `data.result` is `result` in `data` */
export function readNulls(taker: Taker, members: Members, inner: ReadonlyMap<string, Members> = new Map()): void {
  const attribute = taker.part.attributes.get(KEYS.nulls);
  if (attribute === undefined) return;
  for (const path of taker.members(KEYS.nulls)) {
    const dot = path.indexOf(".");
    const within = dot === -1 ? undefined : inner.get(path.slice(0, dot));
    const [of, name] = within === undefined ? [members, path] : [within, path.slice(dot + 1)];
    if (of.get(name) === undefined) of.set(name, null);
    else taker.wrong(attribute, { code: "duplicate-key", name: path, line: attribute.line, column: attribute.column });
  }
}

/** A name as it was given, where that is said; it has to be that name. */
export function readAsGiven(taker: Taker, key: string, name: Value): Value {
  const attribute = taker.part.attributes.get(key);
  const given = taker.value(key);
  if (attribute === undefined || given === undefined) return name;
  if (String(given).trim() !== String(name).trim())
    taker.wrong(attribute, { code: "says-otherwise", found: given, other: String(name) });
  return given;
}
