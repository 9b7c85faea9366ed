/** What holds of every score sheet, for the points that a pack gives its items. */
import { type Criteria, type CriteriaItem, itemsOf, totalPoints } from "../../kernel/criteria.js";
import type { ScoreCard } from "../../kernel/model.js";
import { solverGivesUp } from "../reasons.js";
import { type ProofResult, proved } from "../result.js";
import { checkOf } from "../search.js";
import { readAnswer } from "../smt/answer.js";
import { inIntegers } from "../smt/numbers.js";
import { Script } from "../smt/script.js";
import { and, equal, not, or, type Term } from "../smt/term.js";
import type { Solver } from "../solver.js";
import { headOf } from "./head.js";

const { numeral: integer, isLess, isAtMost } = inIntegers;

/** A broken claim, in as many sheets as it takes: values in the order of the items. */
interface Broken {
  readonly sheets: readonly (readonly Term[])[];
  readonly found: Term;
}

export async function proveScoreCard(solver: Solver, criteria: Criteria, property: ScoreCard): Promise<ProofResult> {
  const head = headOf(property);
  const script = new Script(inIntegers);
  const { sheets, found } = brokenIn(script, criteria, property.claim);
  script.assert(found);
  const { status, reason, values } = readAnswer(await solver.run(checkOf(script, sheets.flat())));
  if (status === "unsat") return proved(head);
  if (status === "unknown") return { ...head, status: "undecided", reason: solverGivesUp(reason ?? status) };
  const numbers = values.map(Number);
  const size = itemsOf(criteria).length;
  const given = sheets.map((_, place) => numbers.slice(place * size, (place + 1) * size));
  const isBroken = breaks(criteria, property.claim, given);
  return { ...head, status: isBroken ? "refuted" : "unconfirmed", ...(given.length === 0 ? {} : { sheets: given }) };
}

function brokenIn(script: Script, criteria: Criteria, claim: ScoreCard["claim"]): Broken {
  if (claim === "weights-add-up") return { sheets: [], found: weightsDiffer(criteria) };
  const first = declareSheet(script, criteria, "value");
  if (claim === "within-total") {
    const earned = earnedIn(criteria, first);
    return { sheets: [first], found: or(isLess(earned, integer(0)), isLess(integer(mostOf(criteria)), earned)) };
  }
  const second = declareSheet(script, criteria, "greater value");
  for (const [place, value] of first.entries()) script.assert(isAtMost(value, second[place] as Term));
  return { sheets: [first, second], found: isLess(earnedIn(criteria, second), earnedIn(criteria, first)) };
}

function weightsDiffer(criteria: Criteria): Term {
  const pointsOf = (items: readonly CriteriaItem[]) => total(items.map(({ points }) => integer(points)));
  const categories = criteria.categories.map(({ points, items }) => not(equal(integer(points), pointsOf(items))));
  return or(...categories, not(equal(integer(totalOf(criteria)), pointsOf(itemsOf(criteria)))));
}

/** A value on the scale for each item. */
function declareSheet(script: Script, criteria: Criteria, name: string): readonly Term[] {
  const { min, max, step } = criteria.scale;
  return itemsOf(criteria).map((_, place) => {
    const value = script.declare(`${name} ${place}`, "Int");
    const steps = script.declare(`steps of ${name} ${place}`, "Int");
    script.assert(equal(value, total([integer(min), times(step, steps)])));
    script.assert(and(isAtMost(integer(min), value), isAtMost(value, integer(max))));
    return value;
  });
}

/** Points earned, times the greatest value of the scale, so that they are whole. */
function earnedIn(criteria: Criteria, sheet: readonly Term[]): Term {
  return total(itemsOf(criteria).map(({ points }, place) => times(points, sheet[place] as Term)));
}

function times(factor: number, term: Term): Term {
  return inIntegers.multiply(integer(factor), term);
}

function total(terms: readonly Term[]): Term {
  return terms.reduce(inIntegers.add, integer(0));
}

/** The same units: what the whole comes to. */
function mostOf(criteria: Criteria): number {
  return totalOf(criteria) * criteria.scale.max;
}

/** As declared; where it is not, that of the items. */
function totalOf(criteria: Criteria): number {
  return criteria.total ?? totalPoints(criteria);
}

/** The same, counted out. */
function breaks(criteria: Criteria, claim: ScoreCard["claim"], sheets: readonly (readonly number[])[]): boolean {
  const items = itemsOf(criteria);
  const earned = sheets.map((sheet) => items.reduce((sum, { points }, place) => sum + points * (sheet[place] ?? 0), 0));
  const [first = 0, second = 0] = earned;
  if (claim === "within-total") return first < 0 || first > mostOf(criteria);
  if (claim === "monotone") return second < first;
  const isOff = criteria.categories.some(({ points, items: own }) => points !== own.reduce((sum, item) => sum + item.points, 0));
  return isOff || totalOf(criteria) !== totalPoints(criteria);
}
