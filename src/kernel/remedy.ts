/** The smallest sets of changes, and the waiting, that take an unfavourable outcome away. */
import type { Change, FixedObstacle, Remedies, Remedy } from "./answer.js";
import { type Assignment, alternatives } from "./cure.js";
import { formatDate } from "./date.js";
import { jsonOf } from "./json-value.js";
import { settleOutcome } from "./missing.js";
import { AS_OF_SLOT } from "./names.js";
import { onlyOutcome } from "./outcome.js";
import { computeDerived, hitOf, type Plan, type RulePlan, readsOfRule } from "./plan.js";
import { turningDays } from "./representatives.js";
import { overwrite, type State, weightOf } from "./state.js";
import { TRUE, UNKNOWN } from "./truth.js";
import { copyState } from "./worlds.js";

/** Cures tried one after another, steps taken in all, and remedies kept. */
const DEPTH_LIMIT = 40;
const STEP_LIMIT = 2_000;
const REMEDY_LIMIT = 64;
/** Changes tied together of which every part is tried; of more, each is left out by itself. */
const GROUP_LIMIT = 12;

interface Attempt {
  readonly changes: Assignment;
  readonly waitUntil: number | null;
}

/** @param state of a decision whose outcome is settled and not favourable; otherwise there is nothing to remedy */
export function remediesOf(plan: Plan, state: State): Remedies {
  const found: Attempt[] = [];
  let steps = 0;
  search(new Map(), 0);
  const smallest = found.filter((attempt) => isSmallest(attempt, plan, state));
  if (smallest.length === 0) return { possible: [], fixed: fixedObstacles(plan, state) };
  return { possible: distinct(smallest).map((attempt) => remedyOf(attempt, plan, state)), fixed: [] };

  function search(changes: Assignment, depth: number): void {
    steps += 1;
    if (steps > STEP_LIMIT || depth > DEPTH_LIMIT || found.length >= REMEDY_LIMIT) return;
    const world = worldAfter({ changes, waitUntil: null }, plan, state);
    if (isLifted(plan, world)) {
      found.push({ changes, waitUntil: null });
      return;
    }
    const standing = blockersIn(plan, world);
    const act = standing.filter((rule) => rule.rule.event.params.remedy === "act");
    if (act.length > 0) {
      // A rule that certainly hits must be cured, so one will do to go on from; of those that may hit each is a way of its own.
      for (const rule of act.some((one) => hitOf(one, world) === TRUE) ? act.slice(0, 1) : act) {
        // A fact changed before is changed again where another rule asks for more: 5 awards, then 3.
        for (const cure of alternatives(rule, plan, world)) search(new Map([...changes, ...cure]), depth + 1);
      }
    } else if (standing.every((rule) => rule.rule.event.params.remedy === "wait")) {
      const day = firstDay(plan, world, (later) => isLifted(plan, later));
      if (day !== null) found.push({ changes, waitUntil: day });
    }
  }
}

/** Whether the outcome is no longer settled as one that nobody hopes for. */
function isLifted(plan: Plan, state: State): boolean {
  const outcome = onlyOutcome(settleOutcome(plan, state));
  // Where there was no trying any more, an outcome that looks open may be settled: nothing is promised then.
  return plan.declaration.outcomes[outcome]?.favourable !== false && (outcome >= 0 || state.effort.trialsLeft >= 0);
}

/** Rules that certainly hit and give such an outcome; where only several together do, those that may. */
function blockersIn(plan: Plan, state: State): readonly RulePlan[] {
  const { outcomes } = plan.declaration;
  const against = plan.rules.filter((rule) => outcomes[rule.outcome]?.favourable === false);
  const certain = against.filter((rule) => hitOf(rule, state) === TRUE);
  return certain.length > 0 ? certain : against.filter((rule) => hitOf(rule, state) === UNKNOWN);
}

/** The state once the changes are made and the waiting is done. */
function worldAfter(attempt: Attempt, plan: Plan, state: State): State {
  const world = copyState(state);
  for (const [name, value] of attempt.changes) world.scalars[name.slot] = value;
  if (attempt.waitUntil !== null) waitUntil(attempt.waitUntil, plan, world);
  computeDerived(plan, world);
  return world;
}

function waitUntil(day: number, plan: Plan, state: State): void {
  state.scalars[AS_OF_SLOT] = day;
  for (const name of plan.waiting) {
    const chosen = state.scalars[name.slot] as number;
    if (chosen < day) state.scalars[name.slot] = day;
  }
}

/** The first day, from the day as of which is decided on, for which `suits` holds; conditions change on turning days only. */
function firstDay(plan: Plan, state: State, suits: (later: State) => boolean): number | null {
  const today = state.scalars[AS_OF_SLOT] as number;
  const later = copyState(state);
  const { effort } = state;
  const weight = weightOf(state);
  for (const day of [today, ...turningDays(plan, state, plan.yearOffsets.two, today + 1)]) {
    effort.daysLeft -= weight;
    if (effort.daysLeft < 0) return null;
    overwrite(later, state);
    waitUntil(day, plan, later);
    computeDerived(plan, later);
    if (suits(later)) return day;
  }
  return null;
}

/** Changes that some rule reads together, directly or through others, and the rules that read any of them. */
interface Group {
  readonly changes: Assignment;
  readonly rules: readonly RulePlan[];
}

/**
 * Whether no part of the attempt does what the whole does. Changes that no rule ties together cannot stand in for each other,
 * so each group is tried by itself; all parts of all changes would be more than can be tried.
 */
function isSmallest(attempt: Attempt, plan: Plan, state: State): boolean {
  const groups = groupsOf(attempt.changes, plan);
  /** Whether some of the parts of a group, in place of all of it, leave none of its rules in the way. */
  const someDo = ({ changes, rules }: Group, parts: readonly Assignment[], waitUntil: number | null) =>
    parts.some((part) => {
      const others = [...attempt.changes].filter(([name]) => !changes.has(name));
      const world = worldAfter({ changes: new Map([...others, ...part]), waitUntil }, plan, state);
      // Rules that may hit can still settle the outcome together, which shows only in the outcome.
      return rules.every((rule) => hitOf(rule, world) !== TRUE) && (waitUntil !== attempt.waitUntil || isLifted(plan, world));
    });
  if (groups.some((group) => someDo(group, partsOf(group.changes), attempt.waitUntil))) return false;
  if (attempt.waitUntil === null) return true;
  const tied = new Set(groups.flatMap(({ rules }) => rules));
  const untied = blockersIn(plan, worldAfter({ changes: attempt.changes, waitUntil: null }, plan, state));
  if (untied.some((rule) => !tied.has(rule))) return true;
  return !groups.every((group) => someDo(group, [group.changes, ...partsOf(group.changes)], null));
}

function groupsOf(changes: Assignment, plan: Plan): readonly Group[] {
  let groups: readonly Group[] = [];
  for (const rule of plan.rules) {
    if (plan.declaration.outcomes[rule.outcome]?.favourable !== false) continue;
    const reads = readsOfRule(rule.rule, plan.names, null);
    const own = new Map([...changes].filter(([name]) => reads.has(name)));
    if (own.size === 0) continue;
    const joined = groups.filter((group) => [...own.keys()].some((name) => group.changes.has(name)));
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      {
        changes: new Map([...joined.flatMap((group) => [...group.changes]), ...own]),
        rules: [...joined.flatMap((group) => group.rules), rule],
      },
    ];
  }
  return groups;
}

/** Every part of the changes but the whole, the smaller ones left out where there are too many. */
function partsOf(changes: Assignment): readonly Assignment[] {
  const entries = [...changes];
  if (entries.length > GROUP_LIMIT) return entries.map((left) => new Map(entries.filter((entry) => entry !== left)));
  return Array.from(
    { length: (1 << entries.length) - 1 },
    (_, mask) => new Map(entries.filter((_, index) => (mask >> index) & 1)),
  );
}

function distinct(attempts: readonly Attempt[]): readonly Attempt[] {
  const byKey = new Map(attempts.map((attempt) => [keyOf(attempt), attempt]));
  return [...byKey.values()].sort(
    (a, b) =>
      a.changes.size - b.changes.size ||
      Number(a.waitUntil !== null) - Number(b.waitUntil !== null) ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

function keyOf(attempt: Attempt): string {
  const changes = [...attempt.changes].map(([name, value]) => `${String(name.slot).padStart(4, "0")}=${value}`);
  return `${changes.sort().join(" ")} ${attempt.waitUntil}`;
}

function remedyOf(attempt: Attempt, plan: Plan, state: State): Remedy {
  const world = worldAfter(attempt, plan, state);
  const outcome = onlyOutcome(settleOutcome(plan, world));
  const changes = [...attempt.changes]
    .sort(([a], [b]) => a.slot - b.slot)
    .map(
      ([name, value]): Change => ({
        fact: name.name,
        label: name.label,
        from: jsonOf(state.scalars[name.slot] as number, name.type),
        to: jsonOf(value, name.type),
      }),
    );
  return {
    changes,
    waitUntil: attempt.waitUntil === null ? null : formatDate(attempt.waitUntil),
    putsOff:
      attempt.waitUntil === null
        ? []
        : plan.waiting
            .filter(
              (name) => world.scalars[name.slot] !== state.scalars[name.slot] && world.scalars[name.slot] === attempt.waitUntil,
            )
            .map((name) => name.name),
    outcome: plan.declaration.outcomes[outcome]?.name ?? "undetermined",
  };
}

/** Rules in the way that nothing cures; all of them where only together they cannot be cured. */
function fixedObstacles(plan: Plan, state: State): readonly FixedObstacle[] {
  const blockers = blockersIn(plan, state);
  const incurable = blockers.filter((rule) => {
    const { remedy } = rule.rule.event.params;
    if (remedy === "act") return alternatives(rule, plan, state).length === 0;
    return remedy === "none" || firstDay(plan, state, (later) => hitOf(rule, later) !== TRUE) === null;
  });
  return (incurable.length > 0 ? incurable : blockers).map((rule) => ({
    rule: rule.rule.name,
    provision: rule.rule.event.params.provision,
    facts: [...readsOfRule(rule.rule, plan.names, null)]
      .filter((name) => name.source === "given" || name.source === "given-list")
      .map((name) => name.name),
    says: rule.says(state),
  }));
}
