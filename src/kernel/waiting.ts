/** What waiting changes, and the first day on which it helps. */
import { LAST_DAY } from "./date.js";
import { among, type Dependents, unite } from "./dependents.js";
import { AS_OF_SLOT } from "./names.js";
import { isHoped, possibleOutcomes } from "./outcome.js";
import { dependentsOn, type RulePlan } from "./plan.js";
import { turningDays } from "./representatives.js";
import { isSpent, setBounds } from "./state.js";
import { TRUE } from "./truth.js";
import { copyOf, settle, type World } from "./world.js";

/** Days tried in vain one by one before only turning days are. */
const FAILED_LIMIT = 32;

/** Makes it that day in the world. */
export function waitFor(world: World, day: number): void {
  wait(world, world, day, day, onWaiting(world));
}

/** Makes it some day from `first` to `last` in a world; what waiting puts off is put off until then. */
function wait(world: World, today: World, first: number, last: number, changed: Dependents): void {
  const { state, plan } = world;
  for (const slot of [AS_OF_SLOT, ...plan.waiting.map((name) => name.slot)]) {
    const chosen = today.state.scalars[slot] as number;
    if (chosen !== chosen) continue;
    const low = Math.max(chosen, first);
    const high = Math.max(chosen, last);
    state.scalars[slot] = low === high ? low : Number.NaN;
    if (low !== high) setBounds(state, slot, low, high);
  }
  settle(world, changed);
}

/** What rests on the day: also what is unknown but no later. */
function onWaiting({ plan, state }: World): Dependents {
  const unknown = plan.past.filter((name) => {
    if (name.source === "given") return Number.isNaN(state.scalars[name.slot]);
    return state.lists[name.list]?.every(({ cells }) => !cells.some(Number.isNaN)) !== true;
  });
  return unite([plan.onWaiting, ...unknown.map((name) => dependentsOn(plan, name))]);
}

/**
 * The first day, from the one as of which is decided on, for which `suits` holds.
 *
 * Days are tried in halves: where Kleene's logic shows the obstacle to stand on all days of a span, none of them is tried.
 * Where that shows too little, as of `asOf` compared with itself, the days on which a condition may turn are tried.
 * @param blockers rules of which none may certainly hit on a day that suits; none where it is that no rule hits
 */
export function firstDay(today: World, blockers: readonly RulePlan[], suits: (day: World) => boolean): number | null {
  const { plan, state } = today;
  const first = state.scalars[AS_OF_SLOT] as number;
  const later = copyOf(today);
  const changed = onWaiting(today);
  const watched = blockers.length === 0 ? changed : among(changed, restsOf(blockers));
  let failed = 0;
  return firstOf(first, LAST_DAY) ?? (failed > FAILED_LIMIT ? firstTurning() : null);

  function firstOf(from: number, to: number): number | null {
    if (failed > FAILED_LIMIT || isSpent(later.state.effort)) return null;
    wait(later, today, from, to, watched);
    const stands =
      blockers.length === 0
        ? !isHoped(plan, possibleOutcomes(plan, later.hits))
        : blockers.some(({ place }) => later.hits[place] === TRUE);
    if (from === to) {
      settle(later, changed);
      if (!stands && suits(later)) return from;
      failed += 1;
      return null;
    }
    if (stands) return null;
    const middle = Math.floor((from + to) / 2);
    return firstOf(from, middle) ?? firstOf(middle + 1, to);
  }

  function firstTurning(): number | null {
    for (const day of [first, ...turningDays(plan, state, plan.yearOffsets.two, first + 1)]) {
      if (isSpent(later.state.effort)) return null;
      wait(later, today, day, day, changed);
      if (suits(later)) return day;
    }
    return null;
  }
}

/** The rules and the derived facts they read. */
function restsOf(rules: readonly RulePlan[]): Dependents {
  return { derived: rules.flatMap(({ derived }) => derived), rules: rules.map(({ place }) => place) };
}
