/** Attributes that nobody read: each key is told once, where it first stands, with how often it does. */
import { pointerStep } from "../../kernel/failure.js";
import type { FailureList } from "../../kernel/failure-list.js";
import { nearestOf } from "../../kernel/read-members.js";
import type { XesPart } from "./document.js";
import { failureAt } from "./failure-at.js";
import { KEYS } from "./keys.js";

export class LeftOver {
  readonly #ignored: ReadonlySet<string>;
  readonly #first = new Map<string, { readonly pointer: string; readonly line: number; count: number }>();

  /** @param ignored keys that are not asked for */
  constructor(ignored: Iterable<string>) {
    this.#ignored = new Set(ignored);
  }

  add({ attributes, pointer }: XesPart): void {
    for (const [key, { line }] of attributes) {
      // Whoever ignores an attribute ignores those within it.
      if (this.#ignored.has(key) || this.#ignored.has(key.split("/", 1)[0] as string)) continue;
      const first = this.#first.get(key);
      if (first === undefined) this.#first.set(key, { pointer: pointer + pointerStep(key), line, count: 1 });
      else first.count += 1;
    }
  }

  report(failures: FailureList): void {
    for (const [name, { pointer, line, count }] of this.#first) {
      const near = nearestOf(name, Object.values(KEYS), failures);
      failures.push(failureAt(line, pointer, { code: "unknown-attribute", name, count, near }));
    }
  }
}
