/** A pack made ready to decide. */
import { compilerOf } from "./compile-expression.js";
import { type Intake, intakesOf } from "./intake.js";
import type { PackFiles } from "./model.js";
import { collectNames, type Names } from "./names.js";
import { type Plan, planOf } from "./plan.js";

/** Made by `loadAward` from a checked pack; treat it as a value. */
export interface Award {
  readonly id: string;
  /** `sha256:…` over the canonical JSON of the pack. */
  readonly digest: string;
  readonly ruleset: { readonly id: string; readonly digest: string };
  readonly files: PackFiles;
  readonly names: Names;
  readonly plans: ReadonlyMap<string, Plan>;
  /** The default reading of every interpretation. */
  readonly defaults: ReadonlyMap<string, string>;
  /** A memory of the reader of facts; it changes no answer. */
  readonly layout: Intake[];
  /** The facts that callers give, by name. */
  readonly intakes: ReadonlyMap<string, Intake>;
  /** Scalars of a state in which nothing is known but the default readings; copied for each question. */
  readonly blank: readonly number[];
}

/** INVARIANT: `files` passed the checks of `src/pack`. */
export function compileAward(files: PackFiles, digest: string): Award {
  const names = collectNames(files);
  const plans = files.pack.decisions.map(
    (declaration) =>
      [declaration.name, planOf(declaration, files.rules[declaration.name] ?? [], names, compilerOf(names))] as const,
  );
  const { interpretations } = files.interpretations;
  return {
    id: files.pack.id,
    digest,
    ruleset: Object.freeze({ id: files.pack.id, digest }),
    files,
    names,
    plans: new Map(plans),
    defaults: new Map(interpretations.map((interpretation) => [interpretation.name, interpretation.default])),
    layout: [],
    intakes: intakesOf(names),
    blank: blankScalars(names),
  };
}

function blankScalars(names: Names): readonly number[] {
  const blank: number[] = new Array(names.scalarCount).fill(Number.NaN);
  for (const name of names.byName.values()) {
    if (name.source === "interpretation" && name.type.type === "enum") {
      blank[name.slot] = name.type.values.indexOf(name.interpretation.default);
    }
  }
  return blank;
}
