/**
 * The outcomes that completions of the unknown facts lead to, and what decides between them.
 *
 * Rules that depend on no common unknown are explored apart: what they come to together follows from what each comes to,
 * so the work adds up where it would multiply.
 */
import { firstHits, type Hits, type Outcomes, onlyOutcome, outcomesOf, possibleHits, possibleOutcomes } from "./outcome.js";
import type { RulePlan } from "./plan.js";
import { type Sink, sourceKey } from "./state.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "./truth.js";
import type { World } from "./world.js";
import { explore, type Probe, type Worlds } from "./worlds.js";

export interface ExploredOutcome extends Worlds {
  readonly results: Outcomes;
  readonly groups: readonly Group[];
}

/** Rules that depend on no unknown with any others, by their places, and what may be the first hit among them. */
interface Group {
  readonly rules: readonly number[];
  readonly hits: Hits;
}

export function exploreOutcome(world: World): ExploredOutcome {
  const { certain, groups } = exploreGroups(world, []);
  const results = outcomesOf(world.plan, together([certain, ...groups.map(({ hits }) => hits)]));
  if (onlyOutcome(results) >= 0) return { results, essential: [], groups };
  const essential = groups.flatMap(({ rules }, index) => {
    const others = together([certain, ...groups.flatMap(({ hits }, other) => (other === index ? [] : [hits]))]);
    return explore(world, rules, probeOf(rules, likeHits(world, others))).essential;
  });
  return { results, essential, groups };
}

/**
 * The outcomes that completions of the unknown facts lead to.
 * @param known groups explored already, of which no rule rests on what has changed since
 */
export function reachableOutcomes(world: World, known: readonly Group[] = []): Outcomes {
  const kleene = possibleOutcomes(world.plan, world.hits);
  if (onlyOutcome(kleene) >= 0) return kleene;
  const { certain, groups } = exploreGroups(world, known);
  return outcomesOf(world.plan, together([certain, ...groups.map(({ hits }) => hits)]));
}

/** The outcome's index, -1 where completions of the unknown facts lead to several. */
export function settledOutcome(world: World, known: readonly Group[] = []): number {
  return onlyOutcome(reachableOutcomes(world, known));
}

/** The groups, and beside them what hits for certain. */
function exploreGroups(world: World, known: readonly Group[]): { readonly certain: Hits; readonly groups: readonly Group[] } {
  const { plan, hits } = world;
  const settled = hits.map((hit) => (hit === UNKNOWN ? FALSE : hit));
  const certain = possibleHits(plan, settled, null);
  const groups = independentGroups(world, onlyOutcome(certain)).map((rules): Group => {
    const same = known.find((group) => group.rules.join() === rules.join());
    if (same !== undefined) return same;
    return { rules, hits: explore(world, rules, probeOf(rules, sameHit), true).results };
  });
  return { certain, groups };
}

function together(parts: readonly Hits[]): Hits {
  return parts.reduce(firstHits);
}

/** Places of the rules that may hit before a certain hit, in groups that no unknown source ties together. */
function independentGroups(world: World, certain: number): readonly (readonly number[])[] {
  const groups: { rules: number[]; readonly sources: Set<string> }[] = [];
  world.plan.rules.forEach((rule, place) => {
    if (world.hits[place] !== UNKNOWN || rule.outcome >= certain) return;
    const sources = new Set<string>();
    openRule(rule, world, (source) => sources.add(sourceKey(source)));
    const tied = groups.filter((group) => [...sources].some((key) => group.sources.has(key)));
    const joined = { rules: tied.flatMap((group) => group.rules), sources };
    for (const group of tied) {
      for (const key of group.sources) sources.add(key);
      groups.splice(groups.indexOf(group), 1);
    }
    joined.rules.push(place);
    groups.push(joined);
  });
  return groups.map(({ rules }) => rules.sort((a, b) => a - b));
}

/** For each first hit, the one that stands for all that come to the same outcome, whatever other rules come to. */
type Likeness = (hit: number) => number;

const sameHit: Likeness = (hit) => hit;

function likeHits({ plan }: World, others: Hits): Likeness {
  const none = plan.declaration.outcomes.length;
  const comesTo = (hit: number) => {
    const outcomes: Outcomes[] = [];
    for (let other = 0; other <= none; other += 1) {
      if ((others >> other) & 1) outcomes.push(outcomesOf(plan, 1 << Math.min(hit, other)));
    }
    return outcomes.join(" ");
  };
  const alike = Array.from({ length: none + 1 }, (_, hit) => comesTo(hit));
  return (hit) => alike.indexOf(alike[hit] as string);
}

/** First hits of some rules, alike ones as one, and the sources that decide between those that are not alike. */
function probeOf(rules: readonly number[], like: Likeness): Probe {
  return (world, sink) => {
    const { plan, hits } = world;
    const none = plan.declaration.outcomes.length;
    /** What the rules for outcomes from one on may come to. */
    const from = (outcome: number): Hits => {
      const later = rules.filter((place) => (plan.rules[place] as RulePlan).outcome >= outcome);
      const possible = possibleHits(plan, hits, later);
      let merged = 0;
      for (let hit = 0; hit <= none; hit += 1) if ((possible >> hit) & 1) merged |= 1 << like(hit);
      return merged;
    };
    for (let outcome = 0; outcome < none; outcome += 1) {
      const hit = mostHit(world, rules, outcome);
      if (hit === TRUE) break;
      if (hit === UNKNOWN && onlyOutcome(from(outcome)) < 0) openHits(world, rules, outcome, sink);
    }
    return from(0);
  };
}

function mostHit({ plan, hits }: World, rules: readonly number[], outcome: number): Truth {
  let most: Truth = FALSE;
  for (const place of rules) {
    const hit = hits[place] as Truth;
    if (hit > most && (plan.rules[place] as RulePlan).outcome === outcome) most = hit;
  }
  return most;
}

function openHits(world: World, rules: readonly number[], outcome: number, sink: Sink): void {
  for (const place of rules) {
    const rule = world.plan.rules[place] as RulePlan;
    if (rule.outcome === outcome && world.hits[place] === UNKNOWN) openRule(rule, world, sink);
  }
}

/** Reports what it still depends on whether the rule hits. */
export function openRule(rule: RulePlan, { state }: Pick<World, "state">, sink: Sink): void {
  if (rule.applies !== null && rule.applies.truth(state, null) === UNKNOWN) rule.applies.open(state, null, sink);
  if (rule.holds.truth(state, null) === UNKNOWN) rule.holds.open(state, null, sink);
}
