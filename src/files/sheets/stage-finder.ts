/** A stage by its name or label, as spreadsheets have it. */
import { nearest } from "../../kernel/nearest.js";
import type { Stage } from "../../kernel/selection.js";
import { plain } from "../../scoring/columns.js";

export type FoundStage =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly near: string | null; readonly known: readonly string[] };

/** @param stages those of the award; `null` where it has none to hold a name to */
export function stageFinder(stages: readonly Pick<Stage, "name" | "label">[] | null): (found: string) => FoundStage {
  if (stages === null) return (found) => ({ ok: true, name: found });
  const names = stages.map(({ name }) => name);
  const known = new Map(
    stages.flatMap(({ name, label }) => [name, label.zh, label.en].map((word) => [plain(word), name] as const)),
  );
  return (found) => {
    const name = known.get(plain(found));
    return name === undefined ? { ok: false, near: nearest(plain(found), known.keys()), known: names } : { ok: true, name };
  };
}
