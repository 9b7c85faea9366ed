/** The smallest sets of changes, and the waiting, that take an unfavourable outcome away. */
import type { Change, FixedObstacle, Remedies, Remedy } from "./answer.js";
import { type Assignment, alternatives, type Changeable, worldWith } from "./cure.js";
import { formatDate } from "./date.js";
import { reachableOutcomes, settledOutcome } from "./explore-outcome.js";
import { jsonOf } from "./json-value.js";
import { isHoped, onlyOutcome } from "./outcome.js";
import type { Plan, RulePlan } from "./plan.js";
import { freshEffort, isSpent } from "./state.js";
import { TRUE, UNKNOWN } from "./truth.js";
import { firstDay, waitFor } from "./waiting.js";
import { copyOf, type World } from "./world.js";

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

/**
 * @param decided a world whose outcome is settled and not favourable; otherwise there is nothing to remedy
 * @returns `complete: false` where there were too many ways to try each
 */
export function remediesOf(decided: World): Remedies & { readonly complete: boolean } {
  const world = copyOf(decided, freshEffort());
  const found: Attempt[] = [];
  const seen = new Set<string>();
  let steps = 0;
  let complete = true;
  search(new Map(), world, 0);
  const smallest = found.filter((attempt) => isSmallest(attempt, world));
  const possible = distinct(smallest).map((attempt) => remedyOf(attempt, world));
  const fixed = smallest.length === 0 ? fixedObstacles(world) : [];
  return { possible, fixed, complete: complete && !world.state.effort.isCut };

  /** Without what is as it was. */
  function changesOf(entries: readonly (readonly [Changeable, number])[]): Assignment {
    return new Map([...new Map(entries)].filter(([{ slot }, value]) => value !== world.state.scalars[slot]));
  }

  function search(changes: Assignment, changed: World, depth: number): void {
    steps += 1;
    if (steps > STEP_LIMIT || depth > DEPTH_LIMIT || found.length >= REMEDY_LIMIT) {
      complete = false;
      return;
    }
    if (isLifted(changed)) {
      found.push({ changes, waitUntil: null });
      return;
    }
    const standing = blockersIn(changed);
    const act = standing.filter((rule) => rule.rule.event.params.remedy === "act");
    if (act.length > 0) {
      // A rule that certainly hits must be cured, so one will do to go on from; of those that may hit each is a way of its own.
      for (const rule of act.some((one) => changed.hits[one.place] === TRUE) ? act.slice(0, 1) : act) {
        // A fact changed before is changed again where another rule asks for more: 5 awards, then 3.
        for (const cure of alternatives(rule, changed)) {
          const next = changesOf([...changes, ...cure]);
          const key = keyOf(next, null);
          // Two rules may send a fact to and fro: product publicity, then packaging, then publicity again.
          if (seen.has(key)) continue;
          seen.add(key);
          search(next, worldWith(changed, cure), depth + 1);
        }
      }
    } else if (standing.every((rule) => rule.rule.event.params.remedy === "wait")) {
      const day = firstDay(changed, standing, isLifted);
      if (day !== null) found.push({ changes, waitUntil: day });
    }
  }
}

/** Whether some completion of the unknown facts leads to another outcome than those that nobody hopes for. */
function isLifted(world: World): boolean {
  const reachable = reachableOutcomes(world);
  // Where there was no trying any more, an outcome that looks open may be settled: nothing is promised then.
  const isSure = onlyOutcome(reachable) >= 0 || !isSpent(world.state.effort);
  return isSure && isHoped(world.plan, reachable);
}

/** Rules that certainly hit and give such an outcome; where only several together do, those that may. */
function blockersIn({ plan, hits }: World): readonly RulePlan[] {
  const { outcomes } = plan.declaration;
  const against = plan.rules.filter((rule) => outcomes[rule.outcome]?.favourable === false);
  const certain = against.filter((rule) => hits[rule.place] === TRUE);
  return certain.length > 0 ? certain : against.filter((rule) => hits[rule.place] === UNKNOWN);
}

/** The world once the changes are made and the waiting is done. */
function worldAfter({ changes, waitUntil }: Attempt, world: World): World {
  const after = worldWith(world, changes);
  if (waitUntil !== null) waitFor(after, waitUntil);
  return after;
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
function isSmallest(attempt: Attempt, world: World): boolean {
  const groups = groupsOf(attempt.changes, world.plan);
  /** Whether some of the parts of a group, in place of all of it, leave none of its rules in the way. */
  const someDo = ({ changes, rules }: Group, parts: readonly Assignment[], waitUntil: number | null) =>
    parts.some((part) => {
      const others = [...attempt.changes].filter(([name]) => !changes.has(name));
      const after = worldAfter({ changes: new Map([...others, ...part]), waitUntil }, world);
      // Rules that may hit can still settle the outcome together, which shows only in the outcome.
      return rules.every((rule) => after.hits[rule.place] !== TRUE) && (waitUntil !== attempt.waitUntil || isLifted(after));
    });
  if (groups.some((group) => someDo(group, partsOf(group.changes), attempt.waitUntil))) return false;
  if (attempt.waitUntil === null) return true;
  const tied = new Set(groups.flatMap(({ rules }) => rules));
  const untied = blockersIn(worldAfter({ changes: attempt.changes, waitUntil: null }, world));
  if (untied.some((rule) => !tied.has(rule))) return true;
  return !groups.every((group) => someDo(group, [group.changes, ...partsOf(group.changes)], null));
}

function groupsOf(changes: Assignment, plan: Plan): readonly Group[] {
  let groups: readonly Group[] = [];
  for (const rule of plan.rules) {
    if (plan.declaration.outcomes[rule.outcome]?.favourable !== false) continue;
    const own = new Map([...changes].filter(([name]) => rule.reads.has(name)));
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
  const byKey = new Map(attempts.map((attempt) => [keyOf(attempt.changes, attempt.waitUntil), attempt]));
  return [...byKey.values()].sort(
    (a, b) =>
      a.changes.size - b.changes.size ||
      Number(a.waitUntil !== null) - Number(b.waitUntil !== null) ||
      (keyOf(a.changes, a.waitUntil) < keyOf(b.changes, b.waitUntil) ? -1 : 1),
  );
}

function keyOf(changes: Assignment, waitUntil: number | null): string {
  const written = [...changes].map(([name, value]) => `${String(name.slot).padStart(4, "0")}=${value}`);
  return `${written.sort().join(" ")} ${waitUntil}`;
}

function remedyOf(attempt: Attempt, decided: World): Remedy {
  const { plan, state } = decided;
  const world = worldAfter(attempt, decided);
  const after = world.state;
  const outcome = settledOutcome(world);
  const { waitUntil } = attempt;
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
    waitUntil: waitUntil === null ? null : formatDate(waitUntil),
    putsOff: plan.waiting
      .filter(({ slot }) => after.scalars[slot] !== state.scalars[slot] && after.scalars[slot] === waitUntil)
      .map((name) => name.name),
    outcome: plan.declaration.outcomes[outcome]?.name ?? "undetermined",
  };
}

/** Rules in the way that nothing cures; all of them where only together they cannot be cured. */
function fixedObstacles(world: World): readonly FixedObstacle[] {
  const blockers = blockersIn(world);
  const incurable = blockers.filter((rule) => {
    const { remedy } = rule.rule.event.params;
    if (remedy === "act") return alternatives(rule, world).length === 0;
    return remedy === "none" || firstDay(world, [rule], () => true) === null;
  });
  return (incurable.length > 0 ? incurable : blockers).map((rule) => ({
    rule: rule.rule.name,
    provision: rule.rule.event.params.provision,
    facts: [...rule.reads].filter((name) => name.source === "given" || name.source === "given-list").map((name) => name.name),
    says: rule.says.in(world.state),
  }));
}
