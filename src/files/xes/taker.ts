/** Attributes of a part, taken one by one, so that what nobody took is known. */
import { type Problem, pointerStep } from "../../kernel/failure.js";
import type { FailureList } from "../../kernel/failure-list.js";
import type { XesAttribute, XesPart } from "./document.js";
import { failureAt } from "./failure-at.js";
import { readValue, type Value } from "./read-value.js";

export class Taker {
  readonly part: XesPart;
  readonly #failures: FailureList;

  constructor(part: XesPart, failures: FailureList) {
    this.part = part;
    this.#failures = failures;
  }

  /** What is written there, whatever its type; it is taken. */
  take(key: string): XesAttribute | undefined {
    const attribute = this.part.attributes.get(key);
    this.part.attributes.delete(key);
    return attribute;
  }

  /** @returns `undefined` where there is none, or where it has no value of its type, which is reported */
  value(key: string): Value | undefined {
    const attribute = this.take(key);
    if (attribute === undefined) return undefined;
    const read = readValue(attribute);
    if (read.ok) return read.value;
    this.wrong(attribute, read.problem);
    return undefined;
  }

  /** The texts of a list. */
  members(key: string): readonly string[] {
    const value = this.value(key);
    return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
  }

  wrong({ key, line }: XesAttribute, problem: Problem): void {
    this.#failures.push(failureAt(line, this.part.pointer + pointerStep(key), problem));
  }

  /** Two of its attributes say the same member. */
  twice(name: string): void {
    const { line, pointer } = this.part;
    this.#failures.push(failureAt(line, pointer, { code: "duplicate-key", name, line, column: 1 }));
  }

  lacks(name: string): void {
    this.#failures.push(failureAt(this.part.line, this.part.pointer, { code: "missing-member", name }));
  }
}
