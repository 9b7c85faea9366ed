/** What is written otherwise in two versions of one pack, whether a case shows it or not: words, procedure, duties, scoring. */
import { isSameJson } from "../audit/answer-differences.js";
import type { JsonValue } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import type { PackFiles } from "../kernel/model.js";

export interface Rewritten {
  readonly parameters: readonly RewrittenParameter[];
  /** Files but for `parameters.json`. */
  readonly files: readonly RewrittenFile[];
}

export interface RewrittenParameter {
  readonly name: string;
  /** `null`: this side has no such parameter. */
  readonly first: JsonValue;
  readonly second: JsonValue;
  /** Whether a decision reads it, on either side. */
  readonly decides: boolean;
}

export interface RewrittenFile {
  /** `procedure.json` */
  readonly file: string;
  /** Of what stands in it by name, else by its place; in the order of the first, then what only the second has. */
  readonly entries: readonly string[];
}

export function rewritten(first: Award, second: Award): Rewritten {
  const [a, b] = [filesOf(first.files), filesOf(second.files)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return {
    parameters: parametersIn(first, second),
    files: names.flatMap((file) => {
      const entries = unlike(entriesOf(a.get(file)), entriesOf(b.get(file)));
      return entries.length === 0 ? [] : [{ file, entries }];
    }),
  };
}

function filesOf({ rules, parameters: _, ...files }: PackFiles): ReadonlyMap<string, unknown> {
  const all = Object.entries({ ...files, ...rules }).map(([name, content]) => [`${name}.json`, content] as const);
  return new Map(all.filter(([, content]) => content !== undefined));
}

function parametersIn(first: Award, second: Award): readonly RewrittenParameter[] {
  const [a, b] = [first, second].map(({ files }) => new Map(files.parameters.parameters.map((one) => [one.name, one.value])));
  const read = new Set(
    [first, second].flatMap(({ plans }) => [...plans.values()].flatMap(({ reads }) => reads.map(({ name }) => name))),
  );
  const inFirst = (name: string) => (a?.get(name) ?? null) as JsonValue;
  const inSecond = (name: string) => (b?.get(name) ?? null) as JsonValue;
  return unlike(a ?? new Map(), b ?? new Map()).map((name) => ({
    name,
    first: inFirst(name),
    second: inSecond(name),
    decides: read.has(name),
  }));
}

type Entries = ReadonlyMap<string, unknown>;

function unlike(a: Entries, b: Entries): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !isSameJson(a.get(key), b.get(key)));
}

/** What a file lists, by name; what else it says, by its member. */
function entriesOf(file: unknown): Entries {
  const entries = new Map<string, unknown>();
  const add = (list: readonly unknown[], place: string) => {
    for (const [index, item] of list.entries()) {
      const name = nameOf(item);
      entries.set(name === null || entries.has(name) ? `${place}/${index}` : name, item);
    }
  };
  if (Array.isArray(file)) add(file, "");
  else
    for (const [member, value] of Object.entries(file ?? {})) {
      if (Array.isArray(value)) add(value, `/${member}`);
      else entries.set(`/${member}`, value);
    }
  return entries;
}

/** By what an entry of a pack is told from the others beside it. */
function nameOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null) return null;
  const { name, eId, clause, provision } = item as Readonly<Record<string, unknown>>;
  const found = [name, eId, clause, provision].find((one) => typeof one === "string");
  return typeof found === "string" ? found : null;
}
