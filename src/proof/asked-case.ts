/** Every case of some decisions of an award at once: a world, and the decisions as terms over it. */
import type { Question } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import type { Name } from "../kernel/names.js";
import type { Plan } from "../kernel/plan.js";
import type { Size } from "./search.js";
import { type DecisionTerms, translateDecision } from "./smt/decision.js";
import { questionOf, termsOfWorld, type Values } from "./smt/read-world.js";
import type { Script } from "./smt/script.js";
import type { Term } from "./smt/term.js";
import { type Translator, translatorOf } from "./smt/translator.js";
import { declareWorld } from "./smt/variables.js";
import { witnessesOf } from "./smt/witnesses.js";
import type { World } from "./smt/world.js";

export interface Asked {
  readonly award: Award;
  readonly plans: readonly Plan[];
  readonly readings: Readonly<Record<string, string>>;
  /** How many worlds are compared. */
  readonly worlds: number;
}

export interface AskedCase {
  readonly world: World;
  readonly translator: Translator;
  /** Of the plans, in order. */
  readonly decisions: readonly DecisionTerms[];
  /** Whose values are needed to read the case. */
  readonly terms: readonly Term[];
}

export function declareCase(script: Script, asked: Asked, size: Size): AskedCase {
  const { award, plans, readings, worlds } = asked;
  const witnesses = witnessesOf(plans);
  const world = declareWorld(script, {
    prefix: "",
    reads: readsOf(plans),
    from: award.files.pack.inForce.from,
    readings,
    rows: (list) => size.rows(worlds * (witnesses.get(list) ?? 1)),
    more: size.more,
  });
  return caseOf(script, asked, world);
}

/** The decisions over a world that is there. */
export function caseOf(script: Script, { award, plans }: Asked, world: World): AskedCase {
  const translator = translatorOf(script, award.names, world);
  return {
    world,
    translator,
    decisions: plans.map((plan) => translateDecision(script, plan, translator, world)),
    terms: termsOfWorld(world, readsOf(plans)),
  };
}

/** The case as a question to the first of the plans; all facts that any of them reads are given. */
export function readCase({ world }: AskedCase, { plans }: Asked, values: Values): Question {
  return questionOf(world, readsOf(plans), plans[0]?.declaration.name ?? "", values);
}

function readsOf(plans: readonly Plan[]): readonly Name[] {
  return [...new Set(plans.flatMap(({ reads }) => reads))];
}
