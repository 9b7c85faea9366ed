/** A pack made ready to decide. */
import { compilerOf } from "./compile-expression.js";
import type { PackFiles } from "./model.js";
import { collectNames, type Names } from "./names.js";
import { type Plan, planOf } from "./plan.js";

/** Made by `loadAward` from a checked pack; treat it as a value. */
export interface Award {
  readonly id: string;
  /** `sha256:…` over the canonical JSON of the pack. */
  readonly digest: string;
  readonly files: PackFiles;
  readonly names: Names;
  readonly plans: ReadonlyMap<string, Plan>;
}

/** INVARIANT: `files` passed the checks of `src/pack`. */
export function compileAward(files: PackFiles, digest: string): Award {
  const names = collectNames(files);
  const compiler = compilerOf(names);
  const plans = files.pack.decisions.map(
    (declaration) => [declaration.name, planOf(declaration, files.rules[declaration.name] ?? [], names, compiler)] as const,
  );
  return { id: files.pack.id, digest, files, names, plans: new Map(plans) };
}
