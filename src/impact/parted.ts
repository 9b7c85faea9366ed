/** Whether two sides come to certain outcomes, and where these are called the same, to something else besides. */
import type { Award } from "../kernel/award.js";
import type { Plan } from "../kernel/plan.js";
import { type DecisionTerms, isOutcome } from "../proof/smt/decision.js";
import { placeTerm } from "../proof/smt/numbers.js";
import { and, equal, FALSE, not, or, type Term, TRUE } from "../proof/smt/term.js";
import type { Value } from "../proof/smt/value.js";
import type { Side } from "./side.js";

interface Compared {
  readonly first: Side;
  readonly second: Side;
  /** Of each side. */
  readonly plans: readonly [Plan, Plan];
}

/** The two come to these outcomes; where both are called the same, something else of what they come to is not. */
export function partedTerm(
  { first, second, plans: [a, b] }: Compared,
  [one, two]: readonly [DecisionTerms, DecisionTerms],
  outcomes: { readonly first: string; readonly second: string },
): Term {
  const reached = and(isOutcome(a, one.outcome, outcomes.first), isOutcome(b, two.outcome, outcomes.second));
  if (outcomes.first !== outcomes.second) return reached;
  const isDueOtherwise = differInDue(dueOf(first.award, one), dueOf(second.award, two));
  return and(reached, or(isDueOtherwise, differInOutputs(outputsOf(first.award, a, one), outputsOf(second.award, b, two))));
}

/** Some consequence is due on one side and none like it on the other. */
function differInDue(before: readonly Due[], after: readonly Due[]): Term {
  const lacks = (own: readonly Due[], others: readonly Due[]) =>
    own.map((each) => and(each.due, not(or(...others.map((other) => and(other.due, isAlikeDue(each, other)))))));
  return or(...lacks(before, after), ...lacks(after, before));
}

interface Due {
  readonly name: string;
  readonly due: Term;
  readonly value: Said | null;
}

function dueOf(award: Award, { consequences }: DecisionTerms): readonly Due[] {
  return consequences.map(({ consequence: { name, value: of }, due, value }) => ({
    name,
    due,
    value: value === null || of === undefined ? null : { value, names: placesOf(award, of.fact) },
  }));
}

function isAlikeDue(a: Due, b: Due): Term {
  if (a.name !== b.name) return FALSE;
  return a.value === null || b.value === null ? (a.value === b.value ? TRUE : FALSE) : isAlike(a.value, b.value);
}

interface Output {
  readonly name: string;
  readonly carried: Term;
  readonly said: Said;
}

function outputsOf(award: Award, { declaration }: Plan, { outputs }: DecisionTerms): readonly Output[] {
  return (declaration.outputs ?? []).flatMap(({ name, value: of }) => {
    const found = outputs.find((output) => output.name === name);
    return found === undefined
      ? []
      : [{ name, carried: found.carried, said: { value: found.value, names: placesOf(award, of.fact) } }];
  });
}

/** One is carried by one side alone, or is not the same. */
function differInOutputs(before: readonly Output[], after: readonly Output[]): Term {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return or(
    ...[...names].map((name) => {
      const [a, b] = [before, after].map((outputs) => outputs.find((output) => output.name === name));
      if (a === undefined || b === undefined) return a?.carried ?? b?.carried ?? FALSE;
      return or(isOther(a.carried, b.carried), and(a.carried, b.carried, not(isAlike(a.said, b.said))));
    }),
  );
}

/** A value, and what stands at its places where it is one of a choice. */
interface Said {
  readonly value: Value;
  readonly names: readonly string[];
}

function placesOf({ names }: Award, fact: string): readonly string[] {
  const type = names.byName.get(fact)?.type;
  return type?.type === "enum" ? type.values : [];
}

function isAlike({ value: a, names: before }: Said, { value: b, names: after }: Said): Term {
  if (a.sort !== b.sort) return FALSE;
  if (a.sort !== "place") return equal(a.term, b.term);
  const isBoth = (name: string) =>
    and(equal(a.term, placeTerm(before.indexOf(name))), equal(b.term, placeTerm(after.indexOf(name))));
  return or(...before.filter((name) => after.includes(name)).map(isBoth));
}

function isOther(a: Term, b: Term): Term {
  return or(and(a, not(b)), and(not(a), b));
}
