import type { FailureList } from "../kernel/failure-list.js";
import { nearestOf } from "../kernel/read-members.js";
import type { Selection } from "../kernel/selection.js";
import { plain } from "../scoring/columns.js";

/** @returns the name of a stage, which may be given by its label too, as people write either */
export function readStage(value: unknown, pointer: string, { stages }: Selection, failures: FailureList): string | null {
  if (value === undefined) return null;
  const known = stages.map(({ name }) => name);
  if (typeof value === "string") {
    const found = stages.find(({ name, label }) => [name, label.zh, label.en].some((word) => plain(word) === plain(value)));
    if (found !== undefined) return found.name;
  }
  const near = typeof value === "string" ? nearestOf(value, known, failures) : null;
  failures.add(pointer, { code: "unknown-stage", found: value, known, near });
  return null;
}
