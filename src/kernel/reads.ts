/** What a condition or expression reads: names, derived facts followed down, under given readings or under any. */
import type { Condition, Expression } from "./model.js";
import type { Name, Names } from "./names.js";

/** Reading chosen for each interpretation; `null`: any may be. */
export type Readings = ReadonlyMap<string, string> | null;

/**
 * Names read, each before those it rests on. A branch that the readings rule out reads nothing but the interpretation.
 * @param into names already met; added to
 */
export function collectReads(part: Condition | Expression, names: Names, readings: Readings, into: Set<Name>): void {
  walk(part);

  function walk(node: unknown): void {
    if (Array.isArray(node)) node.forEach(walk);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const at = node as Readonly<Record<string, unknown>>;
    if (Array.isArray(at["all"]) || Array.isArray(at["any"])) {
      walkParts((at["all"] ?? at["any"]) as readonly Condition[], Array.isArray(at["all"]));
      return;
    }
    const chosen = at["op"] === "select" ? readingOf(at["by"]) : undefined;
    if (chosen !== undefined) {
      walk(at["by"]);
      walk((at["cases"] as Record<string, unknown>)[chosen]);
      return;
    }
    if (typeof at["fact"] === "string") read(at["fact"]);
    if (typeof at["list"] === "string") read(at["list"]);
    for (const value of Object.values(at)) walk(value);
  }

  /** Parts that settle an `all` or `any` by the readings alone hide the others. */
  function walkParts(parts: readonly Condition[], isAll: boolean): void {
    const settling = parts.find((part) => settled(part) === !isAll);
    if (settling !== undefined) walk(settling);
    else parts.forEach(walk);
  }

  /** Whether the readings alone make a condition true or false. */
  function settled(part: Condition): boolean | undefined {
    if ("all" in part) return settledParts(part.all, true);
    if ("any" in part) return settledParts(part.any, false);
    if ("not" in part) {
      const inner = settled(part.not);
      return inner === undefined ? undefined : !inner;
    }
    const chosen = readingOf(part);
    if (chosen === undefined || typeof part.value !== "string") return undefined;
    if (part.operator === "equal") return chosen === part.value;
    return part.operator === "notEqual" ? chosen !== part.value : undefined;
  }

  function settledParts(parts: readonly Condition[], isAll: boolean): boolean | undefined {
    const results = parts.map(settled);
    if (results.includes(!isAll)) return !isAll;
    return results.every((result) => result === isAll) ? isAll : undefined;
  }

  function readingOf(node: unknown): string | undefined {
    const fact = (node as { fact?: unknown } | undefined)?.fact;
    return typeof fact === "string" ? readings?.get(fact) : undefined;
  }

  function read(referred: string): void {
    const name = names.byName.get(referred);
    if (name === undefined || into.has(name)) return;
    into.add(name);
    if (name.source === "derived") walk(name.derived.expression);
  }
}

/** Whole numbers a condition or expression counts with, and those of the parameters and derived facts it reads. */
export function constantsIn(part: unknown, reads: Iterable<Name>): readonly number[] {
  const constants: number[] = [];
  const walk = (node: unknown): void => {
    if (typeof node === "number") constants.push(node);
    else if (typeof node === "object" && node !== null) Object.values(node).forEach(walk);
  };
  walk(part);
  for (const name of reads) {
    if (name.source === "derived") walk(name.derived.expression);
    if (name.source === "parameter") walk(name.parameter.value);
  }
  return constants;
}
