/** What is written otherwise in two versions of one pack, whether a case shows it or not: words, procedure, duties, scoring. */
import { isSameJson } from "../audit/answer-differences.js";
import type { JsonValue } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import type { PackFiles } from "../kernel/model.js";

export interface Rewritten {
  readonly parameters: readonly RewrittenParameter[];
  /** Of `parameters.json`, all but values. */
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
  /** Lists, by their pointers, whose entries stand in another order. */
  readonly reordered: readonly string[];
}

export function rewritten(first: Award, second: Award): Rewritten {
  const [a, b] = [filesOf(first.files), filesOf(second.files)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return {
    parameters: parametersIn(first, second),
    files: names.flatMap((file) => {
      const [one, two] = [entriesOf(a.get(file)), entriesOf(b.get(file))];
      const entries = unlike(one, two).map((key) => (one.get(key) ?? two.get(key))?.name ?? key);
      const reordered = inOtherOrder(one, two);
      return entries.length + reordered.length === 0 ? [] : [{ file, entries, reordered }];
    }),
  };
}

/** Values of parameters are told by themselves. */
function filesOf({ rules, parameters, ...files }: PackFiles): ReadonlyMap<string, unknown> {
  const worded = { parameters: parameters.parameters.map(({ value: _, ...words }) => words) };
  const all = Object.entries({ ...files, parameters: worded, ...rules }).map(
    ([name, content]) => [`${name}.json`, content] as const,
  );
  return new Map(all.filter(([, content]) => content !== undefined));
}

function parametersIn(first: Award, second: Award): readonly RewrittenParameter[] {
  const [a, b] = [valuesIn(first), valuesIn(second)];
  const plans = [...first.plans.values(), ...second.plans.values()];
  const read = new Set(plans.flatMap(({ reads }) => reads.map(({ name }) => name)));
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [one, two] = [a.get(name) ?? null, b.get(name) ?? null];
    return isSameJson(one, two) ? [] : [{ name, first: one, second: two, decides: read.has(name) }];
  });
}

function valuesIn({ files }: Award): ReadonlyMap<string, JsonValue> {
  return new Map(files.parameters.parameters.map(({ name, value }) => [name, value as JsonValue]));
}

/** By where they stand and what they are called. */
type Entries = ReadonlyMap<string, { readonly name: string; readonly list: string | null; readonly content: unknown }>;

function unlike(a: Entries, b: Entries): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !isSameJson(a.get(key)?.content, b.get(key)?.content));
}

function inOtherOrder(a: Entries, b: Entries): readonly string[] {
  const lists = new Set([...a.values()].flatMap(({ list }) => list ?? []));
  const shared = (list: string, of: Entries, other: Entries) =>
    [...of].filter(([key, entry]) => entry.list === list && other.has(key)).map(([key]) => key);
  return [...lists].filter((list) => !isSameJson(shared(list, a, b), shared(list, b, a)));
}

/** What a file lists, by name; what else it says, by its member. */
function entriesOf(file: unknown): Entries {
  const entries = new Map<string, { name: string; list: string | null; content: unknown }>();
  const say = (place: string, content: unknown) => entries.set(place, { name: place, list: null, content });
  const list = (items: readonly unknown[], place: string) => {
    if (items.length === 0) say(place, items);
    for (const [index, content] of items.entries()) {
      const name = nameOf(content);
      const key = `${place} ${name}`;
      if (name === null || entries.has(key)) say(`${place}/${index}`, content);
      else entries.set(key, { name, list: place, content });
    }
  };
  if (Array.isArray(file)) list(file, "");
  else
    for (const [member, value] of Object.entries(file ?? {})) {
      if (Array.isArray(value)) list(value, `/${member}`);
      else say(`/${member}`, value);
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
