/** Random editions: few applicants on a short scale, so that ties, exclusions and missing scores meet at every cut. */
import fc from "fast-check";
import { type Criteria, itemsOf, totalPoints } from "../../src/kernel/criteria.js";
import type { ReviewRules, ShortlistRules, StageRules } from "../../src/kernel/review-rules.js";
import type { Selection } from "../../src/kernel/selection.js";
import type { Interest, Sheet } from "../../src/selection/answer.js";
import { aggregations } from "./scoring.js";

export interface RandomEdition {
  readonly applicants: readonly string[];
  readonly sheets: readonly Sheet[];
  readonly interests: readonly Interest[];
  readonly rules: ReviewRules;
}

export interface Parts {
  readonly criteria: Criteria;
  readonly selection: Selection;
}

/** @param missing how many scores lack at most, all sheets together @param most applicants */
export function editions(parts: Parts, missing: number, most = 6): fc.Arbitrary<RandomEdition> {
  const { criteria, selection } = parts;
  const { min, max, step } = criteria.scale;
  const clauses = itemsOf(criteria).map(({ clause }) => clause);
  const score = fc.integer({ min: 0, max: (max - min) / step }).map((steps) => min + step * steps);
  const uneven = fc.tuple(...clauses.map((clause) => score.map((own) => [clause, own] as const)));
  const even = fc.constantFrom(min, max).map((own) => clauses.map((clause) => [clause, own] as const));
  return fc
    .record({
      applicants: fc.integer({ min: 1, max: most }).map((count) => Array.from({ length: count }, (_, at) => `A${at + 1}`)),
      reviewers: fc.integer({ min: 1, max: 3 }).map((count) => Array.from({ length: count }, (_, at) => `R${at + 1}`)),
      rules: rulesFor(parts),
    })
    .chain(({ applicants, reviewers, rules }) => {
      const pairs = applicants.flatMap((applicant) => reviewers.map((reviewer) => ({ reviewer, applicant })));
      const all = selection.stages.flatMap(({ name: stage }) => pairs.map((pair) => ({ stage, ...pair })));
      return fc.record({
        applicants: fc.constant(applicants),
        rules: fc.constant(rules),
        interests: fc.array(fc.constantFrom(...pairs), { maxLength: 2 }),
        // All even, ties are common where stages are put together as well.
        sheets: fc
          .constantFrom(uneven, even)
          .chain((scores) => fc.tuple(...all.map((head) => fc.option(scores, { freq: 9 }).map((given) => sheetOf(head, given)))))
          .chain((given) => withoutSome(given.flat(), clauses, missing)),
      });
    });
}

function sheetOf(head: Omit<Sheet, "scores">, given: readonly (readonly [string, number])[] | null): readonly Sheet[] {
  return given === null ? [] : [{ ...head, scores: Object.fromEntries(given) }];
}

/** Some scores left out, some said to be `null`. */
function withoutSome(sheets: readonly Sheet[], clauses: readonly string[], most: number): fc.Arbitrary<readonly Sheet[]> {
  if (sheets.length === 0) return fc.constant(sheets);
  const hole = fc.record({
    sheet: fc.nat({ max: sheets.length - 1 }),
    clause: fc.constantFrom(...clauses),
    isNull: fc.boolean(),
  });
  return fc.array(hole, { maxLength: most }).map((holes) =>
    holes.reduce<readonly Sheet[]>(
      (all, { sheet, clause, isNull }) =>
        all.map((own, at) => {
          if (at !== sheet) return own;
          const { [clause]: _, ...others } = own.scores;
          return { ...own, scores: isNull ? { ...others, [clause]: null } : others };
        }),
      sheets,
    ),
  );
}

function rulesFor({ criteria, selection }: Parts): fc.Arbitrary<ReviewRules> {
  const points = fc.integer({ min: 0, max: totalPoints(criteria) });
  const limit = fc.option(points, { nil: undefined });
  const ranking = selection.stages.filter(({ decides }) => decides === "ranking");
  const stage = fc.record({ aggregation: aggregations.filter(isLight), minSheets: fc.option(fc.integer({ min: 1, max: 2 })) });
  return fc
    .record({
      stages: fc.tuple(...selection.stages.map(() => stage)),
      first: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      shortlisted: limit,
      awarded: limit,
      consensus: fc.option(points),
      // Whole thousands: composites then tie as often as stages do.
      weight: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ stages, first, shortlisted, awarded, consensus, weight }): ReviewRules => {
      const own = selection.stages.map(({ name, decides }, at): [string, StageRules] => {
        const { aggregation, minSheets } = stages[at] as { aggregation: StageRules["aggregation"]; minSheets: number | null };
        const place = ranking.findIndex((one) => one.name === name);
        const isLast = place === ranking.length - 1;
        const weighs =
          decides === "ranking" ? { weight: isLast ? 10_000 - 1_000 * weight * (ranking.length - 1) : 1_000 * weight } : {};
        return [
          name,
          {
            ...weighs,
            aggregation,
            ...(minSheets === null ? {} : { minSheets }),
            ...(consensus === null ? {} : { consensus: { deviation: consensus } }),
          },
        ];
      });
      const shortlist: ShortlistRules = {
        ...(first === undefined && shortlisted !== undefined ? {} : { first: first ?? 2 }),
        ...(shortlisted === undefined ? {} : { atLeast: shortlisted }),
      };
      return {
        illustrative: true,
        title: { zh: "随机", en: "random" },
        stages: Object.fromEntries(own),
        ...(selection.shortlist === undefined ? {} : { shortlist }),
        awards: awarded === undefined ? {} : { atLeast: awarded },
      };
    });
}

/** With three reviewers, one at each end is the most that may be left out. */
function isLight(aggregation: StageRules["aggregation"]): boolean {
  return aggregation.method !== "trimmed-mean" || aggregation.drop === 1;
}
