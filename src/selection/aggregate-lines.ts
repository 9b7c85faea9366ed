/** What the sheets of each applicant at each stage come to together, ranked. */
import type { Aggregation } from "../kernel/review-rules.js";
import type { SheetBatch } from "../scoring/batch.js";
import { NO_TOTAL } from "../scoring/layout.js";
import { type Placing, scoreSet } from "../scoring/score-set.js";
import type { Scorer } from "../scoring/scorer.js";
import type { Ranked } from "./answer.js";
import { scoredOf } from "./points.js";
import type { ReadScoreSheet } from "./read-score-sheets.js";
import type { AggregateLine } from "./score-answer.js";

/** @param sheets every one with its applicant; those without a stage are of one stage without a name */
export async function aggregateLines(
  scorer: Scorer,
  aggregation: Aggregation,
  sheets: readonly ReadScoreSheet[],
  packed: Uint8Array,
): Promise<readonly AggregateLine[]> {
  const applicants = numbers();
  const stages = numbers();
  const totals = scorer.totals(packed);
  const batch: SheetBatch = {
    count: sheets.length,
    sheets: packed,
    totals,
    bounds: totals.includes(NO_TOTAL) ? scorer.bounds(packed) : null,
    applicants: Uint32Array.from(sheets, ({ names }) => applicants.of(names.applicant ?? "")),
    reviewers: new Uint32Array(sheets.length),
    stages: Uint32Array.from(sheets, ({ names }) => stages.of(names.stage ?? "")),
    rows: Uint32Array.from(sheets.keys()),
    faults: [],
    lost: [],
  };
  const set = await scoreSet(scorer, () => aggregation);
  set.add(batch);
  return set.placings().map((placing): AggregateLine => {
    const stage = stages.nameOf(placing.stage);
    return {
      applicant: applicants.nameOf(placing.applicant),
      ...(stage === "" ? {} : { stage }),
      sheets: placing.sheets,
      incomplete: placing.incomplete,
      ...ranked(placing, scorer.layout.top),
    };
  });
}

function ranked({ low, high, best, worst }: Placing, top: number): Ranked {
  if (low === null || high === null) return { value: null, rank: null };
  const scored = scoredOf({ low, high }, top);
  return best === worst ? { ...scored, rank: best } : { ...scored, rank: null, ranks: { best, worst } };
}

/** Numbers of names, in the order in which they first come. */
function numbers() {
  const known = new Map<string, number>();
  const names: string[] = [];
  return {
    of(name: string): number {
      const number = known.get(name) ?? names.length;
      if (number === names.length) {
        known.set(name, number);
        names.push(name);
      }
      return number;
    },
    nameOf: (number: number) => names[number] as string,
  };
}
