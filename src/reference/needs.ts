/** What an expression or a set of conditions needs to be known, under the readings chosen, and is not. */
import { pointerStep } from "../kernel/failure.js";
import type { Condition, Expression } from "../kernel/model.js";
import type { Values } from "./values.js";

/** A fact, or a cell of a row, that is needed and unknown. */
export interface Unknown {
  /** `accidents`, `accidents.level` */
  readonly name: string;
  /** Into the question: `/facts/accidents/0/level`. */
  readonly pointer: string;
  readonly provision: string;
}

/**
 * Every unknown fact that is read, and every unknown cell of a field that is read; each once, in the order met.
 * A branch that the readings rule out needs nothing: a `select` by a reading needs the case chosen, and a part of an `all`
 * or `any` that a reading settles makes its siblings needless.
 */
export function unknownBeneath(part: Condition | Expression, values: Values): readonly Unknown[] {
  const found = new Map<string, Unknown>();
  const followed = new Set<string>();
  walk(part, null);
  return [...found.values()];

  function walk(node: unknown, list: string | null): void {
    if (Array.isArray(node)) for (const member of node) walk(member, list);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const at = node as Readonly<Record<string, unknown>>;
    if (Array.isArray(at["all"]) || Array.isArray(at["any"])) {
      const parts = (at["all"] ?? at["any"]) as readonly Condition[];
      const settling = parts.find((member) => settled(member) === !Array.isArray(at["all"]));
      for (const member of settling === undefined ? parts : [settling]) walk(member, list);
      return;
    }
    if (at["op"] === "select") {
      const by = (at["by"] as { fact: string }).fact;
      const chosen = values.readings.get(by);
      walk(at["by"], list);
      walk(chosen === undefined ? Object.values(at["cases"] as object) : (at["cases"] as Record<string, unknown>)[chosen], list);
      return;
    }
    const within = typeof at["list"] === "string" ? at["list"] : list;
    if (typeof at["list"] === "string") readFact(at["list"]);
    if (typeof at["fact"] === "string") readFact(at["fact"]);
    if (typeof at["field"] === "string" && within !== null) readField(within, at["field"]);
    for (const member of Object.values(at)) walk(member, within);
  }

  /** What the readings alone make of a condition. */
  function settled(condition: Condition): boolean | undefined {
    if ("not" in condition) {
      const inner = settled(condition.not);
      return inner === undefined ? undefined : !inner;
    }
    if ("all" in condition || "any" in condition) {
      const isAll = "all" in condition;
      const members = (isAll ? condition.all : condition.any).map(settled);
      if (members.includes(!isAll)) return !isAll;
      return members.includes(undefined) ? undefined : isAll;
    }
    const chosen = "fact" in condition ? values.readings.get(condition.fact) : undefined;
    if (chosen === undefined || typeof condition.value !== "string") return undefined;
    if (condition.operator === "equal") return chosen === condition.value;
    return condition.operator === "notEqual" ? chosen !== condition.value : undefined;
  }

  function readFact(referred: string): void {
    if (followed.has(referred)) return;
    followed.add(referred);
    const name = values.names.byName.get(referred);
    if (name?.source === "derived") walk(name.derived.expression, null);
    if (name?.source !== "given" && name?.source !== "given-list") return;
    if (values.value(referred) === null) add(referred, pointerStep(referred), name.fact.provision);
  }

  function readField(list: string, field: string): void {
    const name = values.names.byName.get(list);
    if (name?.source !== "given-list") return;
    (values.rows(list) ?? []).forEach((row, index) => {
      if (row[field] === null) {
        add(`${list}.${field}`, pointerStep(list) + pointerStep(index) + pointerStep(field), name.fact.provision);
      }
    });
  }

  function add(name: string, pointer: string, provision: string): void {
    found.set(pointer, { name, pointer: `/facts${pointer}`, provision });
  }
}
