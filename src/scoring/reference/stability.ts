/** The same ranking made many times. */
import { type Fraction, fractionAt } from "../fractions.js";
import type { Bootstrap, Movement, Stability } from "../stability.js";
import { aggregate } from "./aggregate.js";
import { fraction, product, sum } from "./fraction.js";
import { panels } from "./panels.js";
import { drawsOf } from "./random.js";
import { composite, ranks } from "./rank.js";

type Values = Map<number, Fraction | null>;

export function bootstrap({ stages, ...runs }: Bootstrap): Stability {
  const weighted = stages.filter(({ weight }) => weight !== 0);
  const panelsAt = weighted.map(panels);
  const applicants = inAll(panelsAt.map((own) => own.flatMap(({ members }) => members.map(({ applicant }) => applicant))));
  return repeat(applicants, runs, (draw) => {
    const values = weighted.map(({ aggregation }, at): Values => {
      const own: Values = new Map();
      for (const { reviewers, members } of panelsAt[at] ?? []) {
        // A panel of nobody who is ranked is not drawn from.
        if (!members.some(({ applicant }) => applicants.includes(applicant))) continue;
        const drawn = reviewers.map(() => draw(reviewers.length));
        for (const { applicant, totals } of members) {
          const again = drawn.map((reviewer) => totals[reviewer] as bigint);
          own.set(applicant, aggregate(again, aggregation));
        }
      }
      return own;
    });
    const weights = weighted.map(({ weight }) => weight);
    return applicants.map((applicant) =>
      composite(
        values.map((own) => own.get(applicant) ?? null),
        weights,
      ),
    );
  });
}

export function moveWeights({ terms, spread, ...runs }: Movement): Stability {
  const weighted = terms.filter(({ weight }) => weight !== 0);
  const places = weighted.map(({ values }) =>
    [...Array(values.length / 2).keys()].filter((place) => fractionAt(values, place) !== null),
  );
  const applicants = inAll(places);
  return repeat(applicants, runs, (draw) => {
    const moved = weighted.map(({ weight }) => fraction(BigInt(weight) * BigInt(10_000 - spread + draw(2 * spread + 1)), 1n));
    return applicants.map((applicant) =>
      sum(weighted.map(({ values }, at) => product(moved[at] as Fraction, fractionAt(values, applicant) as Fraction))),
    );
  });
}

type Draw = (bound: number) => number;

function repeat(
  applicants: readonly number[],
  { seed, from, to, first }: Pick<Bootstrap, "seed" | "from" | "to" | "first">,
  make: (draw: Draw) => readonly (Fraction | null)[],
): Stability {
  const { length } = applicants;
  const counts = new Uint32Array(length * length);
  const ties = new Uint32Array(length);
  for (let run = from; run < to; run += 1) {
    const own = ranks(make(drawsOf(seed, run)));
    own.forEach((rank, place) => {
      const cell = place * length + rank - 1;
      counts[cell] = (counts[cell] as number) + 1;
      const equal = own.filter((other) => other === rank).length;
      if (rank <= first && rank + equal - 1 > first) ties[place] = (ties[place] as number) + 1;
    });
  }
  return { runs: to - from, first, applicants, counts, ties };
}

function inAll(lists: readonly (readonly number[])[]): readonly number[] {
  const all = lists[0] ?? [];
  return all.filter((place) => lists.every((list) => list.includes(place))).sort((a, b) => a - b);
}
