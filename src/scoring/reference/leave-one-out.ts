/** The same ranking without each reviewer in turn. */
import { NO_TOTAL } from "../layout.js";
import type { LeaveOneOut, Reliance, Top } from "../leave-one-out.js";
import type { ScoredStage } from "../panels.js";
import { aggregate } from "./aggregate.js";
import { compare } from "./fraction.js";
import { composite } from "./rank.js";

/** One reviewer at one stage. */
interface Absent {
  readonly stage: number;
  readonly reviewer: number;
}

export function leaveOneOut({ stages, first }: LeaveOneOut): Reliance {
  const whole = top(stages, first, null);
  const without = stages.flatMap(({ weight, reviewers }, stage) =>
    [...new Set(weight === 0 ? [] : reviewers)]
      .sort((a, b) => a - b)
      .map((reviewer) => {
        const other = top(stages, first, { stage, reviewer });
        const gained = other.in.filter((place) => !whole.in.includes(place));
        const lost = whole.in.filter((place) => !other.in.includes(place));
        return { stage, reviewer, gained, lost, tied: other.tied };
      }),
  );
  const isOther = ({ gained, lost, tied }: (typeof without)[number]) =>
    gained.length > 0 || lost.length > 0 || String(tied) !== String(whole.tied);
  return { ...whole, without: without.filter(isOther) };
}

function top(stages: readonly ScoredStage[], first: number, absent: Absent | null): Top {
  const places = [...new Set(stages.flatMap(({ applicants }) => [...applicants]))].sort((a, b) => a - b);
  const ranked = places.flatMap((place) => {
    const own = stages.map((stage, at) =>
      aggregate(totalsOf(stage, place, absent?.stage === at ? absent.reviewer : null), stage.aggregation),
    );
    const value = composite(
      own,
      stages.map(({ weight }) => weight),
    );
    return value === null ? [] : [{ place, value }];
  });
  const standing = ranked.map(({ place, value }) => ({
    place,
    above: ranked.filter((other) => compare(other.value, value) > 0).length,
    atLeast: ranked.filter((other) => compare(other.value, value) >= 0).length,
  }));
  return {
    in: standing.filter(({ atLeast }) => atLeast <= first).map(({ place }) => place),
    tied: standing.filter(({ above, atLeast }) => above < first && atLeast > first).map(({ place }) => place),
  };
}

function totalsOf({ totals, applicants, reviewers }: ScoredStage, place: number, absent: number | null): readonly bigint[] {
  return [...totals].flatMap((total, sheet) =>
    total === NO_TOTAL || applicants[sheet] !== place || reviewers[sheet] === absent ? [] : [BigInt(total)],
  );
}
