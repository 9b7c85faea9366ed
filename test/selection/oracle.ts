/**
 * Selection as the law words it, slowly: every sheet filled in every way there is, every filled question ranked by plain counting.
 * Written from articles 3, 14, 15, 16 and 20 and the review rules, with nothing of what it is held against.
 */
import type { Criteria } from "../../src/kernel/criteria.js";
import type { ReviewRules } from "../../src/kernel/review-rules.js";
import type { Selection } from "../../src/kernel/selection.js";
import type { Sheet } from "../../src/selection/answer.js";

export interface Edition {
  readonly criteria: Criteria;
  readonly selection: Selection;
  readonly rules: ReviewRules;
  readonly quota: number;
  readonly applicants: readonly string[];
  /** Of all stages, all held. */
  readonly sheets: readonly Sheet[];
  readonly interests: readonly { readonly reviewer: string; readonly applicant: string }[];
}

type Fate = "in" | "out" | "tied";

/** A value is over / under points. */
export interface Value {
  readonly over: bigint;
  readonly under: bigint;
}

export interface Line {
  readonly fate: Fate | "open";
  readonly best: number;
  readonly worst: number;
  readonly least: Value;
  readonly greatest: Value;
}

export interface Outcome {
  /** By applicant; none for one without a score. */
  readonly shortlist: ReadonlyMap<string, Line>;
  readonly awards: ReadonlyMap<string, Line>;
  readonly vacancies: number;
  /** Places that a tie for an award leaves, the fewest and the most. */
  readonly tiedPlaces: readonly [number, number] | null;
}

/** What holds in every world. */
export function outcomeOf(edition: Edition): Outcome {
  const worlds = completions(edition.sheets, edition.criteria).map((sheets) => worldOf({ ...edition, sheets }));
  const [any] = worlds;
  if (any === undefined) throw new Error("there is one world at least");
  const tied = worlds.flatMap(({ places }) => (places === null ? [] : [places]));
  return {
    shortlist: together(worlds.map(({ shortlist }) => shortlist)),
    awards: together(worlds.map(({ awards }) => awards)),
    vacancies: Math.min(...worlds.map(({ vacancies }) => vacancies)),
    tiedPlaces: tied.length < worlds.length ? null : [Math.min(...tied), Math.max(...tied)],
  };
}

interface Placed {
  readonly fate: Fate;
  readonly rank: number;
  readonly value: Value;
}

function together(maps: readonly ReadonlyMap<string, Placed>[]): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const applicant of maps[0]?.keys() ?? []) {
    const all = maps.map((map) => map.get(applicant) as Placed);
    const fates = new Set(all.map(({ fate }) => fate));
    const ranks = all.map(({ rank }) => rank);
    const values = all.map(({ value }) => value).sort(compare);
    lines.set(applicant, {
      fate: fates.size === 1 ? (all[0] as Placed).fate : "open",
      best: Math.min(...ranks),
      worst: Math.max(...ranks),
      least: values[0] as Value,
      greatest: values.at(-1) as Value,
    });
  }
  return lines;
}

/** One world: nothing missing. */
function worldOf({ criteria, selection, rules, quota, applicants, sheets, interests }: Edition) {
  // Art. 20: who has an interest stays away, and what was given all the same does not count.
  const counted = sheets.filter(
    (sheet) => !interests.some(({ reviewer, applicant }) => reviewer === sheet.reviewer && applicant === sheet.applicant),
  );
  const valueAt = (stage: string, applicant: string): Value | null => {
    const totals = counted
      .filter((sheet) => sheet.stage === stage && sheet.applicant === applicant)
      .map(({ scores }) =>
        criteria.categories
          .flatMap(({ items }) => items)
          .reduce((sum, { clause, points }) => sum + BigInt(points) * BigInt(scores[clause] ?? Number.NaN), 0n),
      )
      .sort((a, b) => Number(a - b));
    const own = rules.stages[stage];
    if (own === undefined || totals.length < (own.minSheets ?? 1)) return null;
    const { aggregation } = own;
    const half = Math.ceil(totals.length / 2) - 1;
    const drop = aggregation.method === "median" ? half : aggregation.method === "trimmed-mean" ? aggregation.drop : 0;
    const kept = totals.slice(drop, totals.length - drop);
    if (totals.length <= 2 * drop) return null;
    return { over: kept.reduce((sum, total) => sum + total, 0n), under: BigInt(kept.length) * BigInt(criteria.scale.max) };
  };
  // Art. 14 item 1: the scores of the material review, and what they decide.
  const shortlisting = selection.stages.find(({ decides }) => decides === "shortlist");
  const shortlist =
    shortlisting === undefined
      ? new Map<string, Placed>()
      : cut(
          valuesOf(applicants, (applicant) => valueAt(shortlisting.name, applicant)),
          rules.shortlist ?? {},
        );
  // Art. 15: on-site review and presentation, of those who were there, and nothing else.
  const ranking = selection.stages.filter(({ decides }) => decides === "ranking");
  const visited = applicants.filter((applicant) =>
    sheets.some((sheet) => sheet.applicant === applicant && ranking.some(({ name }) => name === sheet.stage)),
  );
  const composite = valuesOf(visited, (applicant) =>
    ranking.reduce<Value | null>(
      (sum, { name }) => {
        const own = valueAt(name, applicant);
        if (sum === null || own === null) return null;
        const weight = BigInt(rules.stages[name]?.weight ?? 0);
        return { over: sum.over * own.under * 10_000n + weight * own.over * sum.under, under: sum.under * own.under * 10_000n };
      },
      { over: 0n, under: 1n },
    ),
  );
  // Art. 3: so many at most, and places may stay empty.
  const awards = cut(composite, { first: quota, ...rules.awards });
  const { atLeast = 0 } = rules.awards;
  const qualified = [...composite.values()].filter((value) => compare(value, { over: BigInt(atLeast), under: 1n }) >= 0).length;
  const tied = [...awards].find(([, { fate }]) => fate === "tied");
  return {
    shortlist,
    awards,
    vacancies: Math.max(0, quota - qualified),
    places: tied === undefined ? null : quota - tied[1].rank + 1,
  };
}

function valuesOf(applicants: readonly string[], score: (applicant: string) => Value | null): ReadonlyMap<string, Value> {
  return new Map(
    applicants.flatMap((applicant): readonly [string, Value][] => {
      const value = score(applicant);
      return value === null ? [] : [[applicant, value]];
    }),
  );
}

function cut(
  values: ReadonlyMap<string, Value>,
  { first = 1_000_000, atLeast = 0 }: { readonly first?: number; readonly atLeast?: number },
): ReadonlyMap<string, Placed> {
  return new Map(
    [...values].map(([applicant, value]) => {
      const better = [...values.values()].filter((other) => compare(other, value) > 0).length;
      const asGood = [...values.values()].filter((other) => compare(other, value) === 0).length;
      const isTooLow = compare(value, { over: BigInt(atLeast), under: 1n }) < 0;
      const fate = isTooLow || better >= first ? "out" : better + asGood <= first ? "in" : "tied";
      return [applicant, { fate, rank: better + 1, value }];
    }),
  );
}

/** Every way to score what was not scored. */
export function completions(sheets: readonly Sheet[], criteria: Criteria): readonly (readonly Sheet[])[] {
  const { min, max, step } = criteria.scale;
  const scale = Array.from({ length: (max - min) / step + 1 }, (_, at) => min + at * step);
  const clauses = criteria.categories.flatMap(({ items }) => items.map(({ clause }) => clause));
  const missing = sheets.flatMap(({ scores }, sheet) =>
    clauses.filter((clause) => (scores[clause] ?? null) === null).map((clause) => ({ sheet, clause })),
  );
  return missing.reduce<readonly (readonly Sheet[])[]>(
    (worlds, { sheet, clause }) =>
      worlds.flatMap((world) =>
        scale.map((score) =>
          world.map((own, at) => (at === sheet ? { ...own, scores: { ...own.scores, [clause]: score } } : own)),
        ),
      ),
    [sheets],
  );
}

export function compare(a: Value, b: Value): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : Number(difference > 0n);
}
