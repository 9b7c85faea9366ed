/**
 * Selection as the law words it, slowly: every sheet filled in every way there is, sheets that are lacking for a score still to come
 * or never, and every world ranked by plain counting.
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
  /** Whether it has a score in every world. */
  readonly isScored: boolean;
  readonly best: number;
  readonly worst: number;
  readonly least: Value;
  readonly greatest: Value;
}

export interface Outcome {
  /** By applicant: of the shortlist every one, of the awards whoever was visited. */
  readonly shortlist: ReadonlyMap<string, Line>;
  readonly awards: ReadonlyMap<string, Line>;
  readonly vacancies: number;
  /** Places that a tie for an award leaves, the fewest and the most. */
  readonly tiedPlaces: readonly [number, number] | null;
}

/** What holds in every world; the stages of the shortlist and those that rank do not touch each other (art. 14 and 15). */
export function outcomeOf(edition: Edition): Outcome {
  const shortlists = worldsOf(edition, "shortlist").map(shortlistIn);
  const awards = worldsOf(edition, "ranking").map(awardsIn);
  const tied = awards.flatMap(({ places }) => (places === null ? [] : [places]));
  return {
    shortlist: together(shortlists),
    awards: together(awards.map(({ placed }) => placed)),
    vacancies: Math.min(...awards.map(({ vacancies }) => vacancies)),
    tiedPlaces: tied.length < awards.length ? null : [Math.min(...tied), Math.max(...tied)],
  };
}

/** How many worlds there are to go through, to leave out an edition with too many. */
export function worldsIn(edition: Edition): number {
  const count = (decides: "shortlist" | "ranking") => {
    const { sheets, criteria } = edition;
    const own = sheets.filter(({ stage }) =>
      edition.selection.stages.some((one) => one.name === stage && one.decides === decides),
    );
    return completions(own, criteria).length * 3 ** lackingIn(edition, decides).length;
  };
  return Math.max(count("shortlist"), count("ranking"));
}

/** An edition in which no score of a sheet is missing, and who lacks the sheets for a score is given one, or none for good. */
interface World extends Edition {
  readonly given: Given;
}

/** By applicant, a value at each stage where it lacks the sheets for one. */
type Given = ReadonlyMap<string, Value>;

function worldsOf(edition: Edition, decides: "shortlist" | "ranking"): readonly World[] {
  const { selection, criteria } = edition;
  const stages = selection.stages.filter((stage) => stage.decides === decides).map(({ name }) => name);
  const filled = completions(
    edition.sheets.filter(({ stage }) => stages.includes(stage)),
    criteria,
  );
  // Sheets to come may give anything on the scale, and where its ends change nothing, nothing between them does.
  const points = criteria.categories.flatMap(({ items }) => items).reduce((sum, item) => sum + item.points, 0);
  const ends = [criteria.scale.min, criteria.scale.max].map((score) => ({
    over: BigInt(points * score),
    under: BigInt(criteria.scale.max),
  }));
  const given = lackingIn(edition, decides).reduce<readonly Given[]>(
    (all, applicant) => all.flatMap((one) => [one, ...ends.map((value) => new Map([...one, [applicant, value]]))]),
    [new Map()],
  );
  return filled.flatMap((sheets) => given.map((own) => ({ ...edition, sheets, given: own })));
}

/** Who takes part and lacks the sheets for a score: all in the material review, in the rest whoever was visited. */
function lackingIn(edition: Edition, decides: "shortlist" | "ranking"): readonly string[] {
  const { selection, applicants } = edition;
  const stages = selection.stages.filter((stage) => stage.decides === decides);
  const takesPart = decides === "shortlist" ? applicants : visitedIn(edition);
  return takesPart.filter((applicant) => stages.some(({ name }) => countedAt(edition, name, applicant) === null));
}

function visitedIn({ selection, applicants, sheets }: Edition): readonly string[] {
  const ranking = selection.stages.filter(({ decides }) => decides === "ranking");
  return applicants.filter((applicant) =>
    sheets.some((sheet) => sheet.applicant === applicant && ranking.some(({ name }) => name === sheet.stage)),
  );
}

/** The sheets of an applicant at a stage; `null` where they are too few for a score. */
function countedAt({ sheets, interests, rules }: Edition, stage: string, applicant: string): readonly Sheet[] | null {
  const own = rules.stages[stage];
  if (own === undefined) throw new Error(`no rules for ${stage}`);
  // Art. 20: who has an interest stays away, and what was given all the same does not count.
  const counted = sheets.filter(
    (sheet) =>
      sheet.stage === stage &&
      sheet.applicant === applicant &&
      !interests.some((interest) => interest.reviewer === sheet.reviewer && interest.applicant === applicant),
  );
  const { aggregation, minSheets = 1 } = own;
  const left = aggregation.method === "trimmed-mean" ? counted.length - 2 * aggregation.drop : counted.length;
  return counted.length < minSheets || left < 1 ? null : counted;
}

interface Placed {
  readonly fate: Fate;
  readonly rank: number;
  readonly value: Value;
}

function together(maps: readonly ReadonlyMap<string, Placed>[]): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const applicant of new Set(maps.flatMap((map) => [...map.keys()]))) {
    const all = maps.flatMap((map) => map.get(applicant) ?? []);
    const isScored = all.length === maps.length;
    // Without a score it stands after every cut.
    const fates = new Set<Fate>([...all.map(({ fate }) => fate), ...(isScored ? [] : ["out" as const])]);
    const ranks = all.map(({ rank }) => rank);
    const values = all.map(({ value }) => value).sort(compare);
    lines.set(applicant, {
      fate: fates.size === 1 ? ([...fates][0] as Fate) : "open",
      isScored,
      best: Math.min(...ranks),
      worst: Math.max(...ranks),
      least: values[0] as Value,
      greatest: values.at(-1) as Value,
    });
  }
  return lines;
}

function valueAt(world: World, stage: string, applicant: string): Value | null {
  const { criteria, rules, given } = world;
  const counted = countedAt(world, stage, applicant);
  if (counted === null) return given.get(applicant) ?? null;
  const totals = counted
    .map(({ scores }) =>
      criteria.categories
        .flatMap(({ items }) => items)
        .reduce((sum, { clause, points }) => sum + BigInt(points) * BigInt(scores[clause] ?? Number.NaN), 0n),
    )
    .sort((a, b) => Number(a - b));
  const aggregation = rules.stages[stage]?.aggregation;
  const half = Math.ceil(totals.length / 2) - 1;
  const drop = aggregation?.method === "median" ? half : aggregation?.method === "trimmed-mean" ? aggregation.drop : 0;
  const kept = totals.slice(drop, totals.length - drop);
  return { over: kept.reduce((sum, total) => sum + total, 0n), under: BigInt(kept.length) * BigInt(criteria.scale.max) };
}

/** Art. 14 item 1: the scores of the material review, and what they decide. */
function shortlistIn(world: World): ReadonlyMap<string, Placed> {
  const { selection, applicants, rules } = world;
  const stage = selection.stages.find(({ decides }) => decides === "shortlist");
  if (stage === undefined) return new Map();
  return cut(
    valuesOf(applicants, (applicant) => valueAt(world, stage.name, applicant)),
    rules.shortlist ?? {},
  );
}

/** Art. 15: on-site review and presentation, of those who were there, and nothing else; art. 3: so many awards at most. */
function awardsIn(world: World) {
  const { selection, rules, quota } = world;
  const ranking = selection.stages.filter(({ decides }) => decides === "ranking");
  const composite = valuesOf(visitedIn(world), (applicant) =>
    ranking.reduce<Value | null>(
      (sum, { name }) => {
        const own = valueAt(world, name, applicant);
        if (sum === null || own === null) return null;
        const weight = BigInt(rules.stages[name]?.weight ?? 0);
        return { over: sum.over * own.under * 10_000n + weight * own.over * sum.under, under: sum.under * own.under * 10_000n };
      },
      { over: 0n, under: 1n },
    ),
  );
  const placed = cut(composite, { first: quota, ...rules.awards });
  const { atLeast = 0 } = rules.awards;
  const qualified = [...composite.values()].filter((value) => compare(value, { over: BigInt(atLeast), under: 1n }) >= 0).length;
  const tied = [...placed].find(([, { fate }]) => fate === "tied");
  return {
    placed,
    // Art. 3: places may stay empty.
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
