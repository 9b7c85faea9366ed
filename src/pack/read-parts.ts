/** The parts of a pack that have the shape they must have, copied and frozen, and what is wrong with the others. */
import type { DecisionDeclaration, Rule } from "../kernel/model.js";
import { nearest } from "../kernel/nearest.js";
import { isRecord } from "../kernel/read-facts.js";
import { frozenCopy } from "./frozen-copy.js";
import type { PackFailure } from "./pack-error.js";
import { packFailure } from "./pack-failure.js";
import { fileOf, isOptional, isPart, PARTS, type PartName, type Parts, whatNeeds } from "./parts.js";
import { placeIn } from "./place.js";
import type { NeededFor } from "./problems/text.js";
import { checkShape } from "./shape.js";

export interface ReadParts {
  readonly sound: Partial<Parts>;
  /** Parts that are there or must be, sound or not. */
  readonly given: ReadonlySet<PartName>;
  /** Sound rule files by decision, in the order of the decisions; of every name, where the decisions are not known. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  /** Whether the decisions are known and each has its rules. */
  readonly allRules: boolean;
  readonly failures: readonly PackFailure[];
  /** What each file holds, in the order in which the files are reported. */
  readonly contents: ReadonlyMap<string, unknown>;
}

/** Copies that were found sound, and as which part: frozen as they are, they need not be looked at again. */
const soundCopies = new WeakMap<object, PartName | "rules">();

/** @param unread names, without `.json`, of files that could not be read: they are wrong, but not missing */
export function readParts(pack: Readonly<Record<string, unknown>>, unread: ReadonlySet<string>): ReadParts {
  const failures: PackFailure[] = [];
  const contents = new Map<string, unknown>([[".", pack]]);
  const sound: Partial<Record<PartName, unknown>> = {};
  const given = new Set<PartName>();
  const isThere = (part: PartName) => unread.has(part) || (Object.hasOwn(pack, part) && pack[part] !== undefined);
  for (const part of PARTS) {
    const needs = whatNeeds(part, isThere);
    if (isOptional(part) && needs === undefined && !isThere(part)) continue;
    given.add(part);
    const neededFor = needs === undefined ? null : { part: needs };
    const read = soundPart(part, part, Object.hasOwn(pack, part) ? pack[part] : undefined, neededFor);
    if (read !== undefined) sound[part] = read;
  }
  for (const name of Object.keys(pack)) {
    if (!isPart(name) && name !== "rules") stray(name, PARTS);
  }
  const decisions = (sound.pack as Parts["pack"] | undefined)?.decisions;
  const rules = readRules(decisions);
  const allRules = decisions?.every(({ name }) => rules.has(name)) ?? false;
  return { sound: sound as Partial<Parts>, given, rules, allRules, failures, contents };

  function readRules(declared: readonly DecisionDeclaration[] | undefined): ReadonlyMap<string, readonly Rule[]> {
    const given = pack["rules"] ?? {};
    if (!isRecord(given)) {
      failures.push(packFailure(placeIn(".", "rules"), { code: "not-an-object", found: given, expected: "object" }));
      return new Map();
    }
    const present = [...Object.keys(given), ...[...unread].filter((name) => !isPart(name))];
    const known = declared?.map(({ name }) => name).filter((name) => !isPart(name)) ?? present;
    const read = new Map<string, readonly Rule[]>();
    for (const name of known) {
      const file = soundPart("rules", name, Object.hasOwn(given, name) ? given[name] : undefined, { decision: name });
      if (file !== undefined) read.set(name, file as readonly Rule[]);
    }
    for (const name of present) if (!known.includes(name)) stray(name, [...PARTS, ...known]);
    return read;
  }

  /** The part, or `undefined` and a failure where it is missing or misshapen. */
  function soundPart(part: PartName | "rules", name: string, value: unknown, neededFor: NeededFor | null): unknown {
    if (contents.has(fileOf(name))) return undefined;
    contents.set(fileOf(name), value);
    if (unread.has(name)) return undefined;
    if (typeof value === "object" && value !== null && soundCopies.get(value) === part) return value;
    const place = placeIn(fileOf(name));
    if (value === undefined) {
      failures.push(packFailure(place, { code: "missing-file", neededFor }));
      return undefined;
    }
    const frozen = frozenCopy(value, place);
    const wrong = "failure" in frozen ? [frozen.failure] : checkShape(part, frozen.copy, place);
    for (const failure of wrong) failures.push(failure);
    if (!("copy" in frozen) || wrong.length > 0) return undefined;
    if (typeof frozen.copy === "object" && frozen.copy !== null) soundCopies.set(frozen.copy, part);
    return frozen.copy;
  }

  function stray(name: string, known: readonly string[]): void {
    contents.set(fileOf(name), undefined);
    failures.push(packFailure(placeIn(fileOf(name)), { code: "stray-file", name: fileOf(name), near: nearFile(name, known) }));
  }
}

function nearFile(name: string, known: readonly string[]): string | null {
  const near = nearest(name, known);
  return near === null ? null : fileOf(near);
}
