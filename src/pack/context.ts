/** What the checks look at: the parts whose shape is sound, and what can be made of them. */
import type { Rule } from "../kernel/model.js";
import { collectNames, type Name, type Names } from "../kernel/names.js";
import { readsOfRule } from "../kernel/plan.js";
import { provisionTexts, sentencesOf } from "./law-text.js";
import type { PackFailure } from "./pack-error.js";
import { fileOf, type PartName, type Parts } from "./parts.js";
import { isWithin, type Place, placeIn } from "./place.js";

/** What a check cannot do without; `rules` stands for a sound rule file of every decision. */
export type Need = PartName | "rules";

export interface Check {
  readonly needs: readonly Need[];
  readonly find: (context: PackContext) => readonly PackFailure[];
}

export interface PackContext {
  /** Parts whose shape is sound. */
  readonly sound: Partial<Parts>;
  /** The same. INVARIANT: a check reads only those it needs. */
  readonly parts: Parts;
  /** Sound rule files by decision, in the order of the decisions. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  /** Parts that are there or must be, sound or not. */
  readonly given: ReadonlySet<PartName>;
  /** Needs facts, parameters and interpretations. */
  readonly names: Names;
  /** Text by eId. Needs the law. */
  readonly provisions: ReadonlyMap<string, string>;
  /** The eIds of the sentences. Needs the law. */
  readonly sentences: readonly string[];
  /** What was found so far; grows from check to check. */
  readonly found: readonly PackFailure[];
}

type Sound = Pick<PackContext, "sound" | "rules" | "given">;

export function contextOf({ sound, rules, given }: Sound, found: readonly PackFailure[]): PackContext {
  const parts = sound as Parts;
  const names = once(() => collectNames(parts));
  const provisions = once(() => provisionTexts(parts.law));
  const sentences = once(() => sentencesOf(parts.law));
  return {
    sound,
    parts,
    rules,
    given,
    found,
    get names() {
      return names();
    },
    get provisions() {
      return provisions();
    },
    get sentences() {
      return sentences();
    },
  };
}

export interface PlacedRule {
  readonly decision: string;
  readonly rule: Rule;
  readonly place: Place;
}

export function rulesOf(context: PackContext): readonly PlacedRule[] {
  return [...context.rules].flatMap(([decision, rules]) =>
    rules.map((rule, index) => ({ decision, rule, place: placeIn(fileOf(decision), index) })),
  );
}

/**
 * What a rule reads, or `null` where something is wrong already with the rule or with a derived fact it reads:
 * what follows from that is not worth reporting.
 */
export function soundReadsOf({ rule, place }: PlacedRule, context: PackContext): ReadonlySet<Name> | null {
  const reads = readsOfRule(rule, context.names, null);
  const { derived } = context.parts.facts;
  const places = [...reads].flatMap((name) =>
    name.source === "derived" ? [placeIn("facts.json", "derived", derived.indexOf(name.derived))] : [],
  );
  const isDoubtful = [place, ...places].some((outer) => context.found.some((failure) => isWithin(failure, outer)));
  return isDoubtful ? null : reads;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
