/** What is settled while scores are missing. */
import type { Fraction } from "../../../src/scoring/fractions.js";
import * as ranking from "../../../src/scoring/reference/rank.js";
import type { StandingCase } from "../format.js";
import { draw, whole } from "../made-up.js";
import { written } from "../write.js";

export function standingCases(): readonly StandingCase[] {
  const random = draw(400);
  const spans = Array.from({ length: 30 }, () => {
    const low = random(1_000);
    return [whole(low), whole(low + random(120))] as const;
  });
  const points = (...numbers: readonly number[]) => numbers.map((number) => [whole(number), whole(number)] as const);
  const cases: readonly (readonly [name: string, spans: readonly (readonly [Fraction, Fraction])[], first: number])[] = [
    ["nobody", [], 1],
    ["nothing missing", points(3, 2, 1), 1],
    ["nothing missing, a tie across the cut", points(3, 2, 2), 2],
    ["nobody is first of none", points(1, 2), 0],
    ["fewer than there is room for", points(1, 2), 5],
    [
      "one may reach another, and be tied with it",
      [
        [whole(5), whole(5)],
        [whole(3), whole(5)],
        [whole(1), whole(4)],
      ],
      1,
    ],
    [
      "one may overtake all",
      [
        [whole(5), whole(5)],
        [whole(0), whole(9)],
        [whole(4), whole(4)],
      ],
      1,
    ],
    ...[1, 5, 10, 29, 30].map((first) => [`30 applicants, ${first} at the top`, spans, first] as const),
  ];
  return cases.map(([name, own, first]) => {
    const [lows, highs] = [own.map(([low]) => low), own.map(([, high]) => high)];
    return { name, first, lows: lows.map(written), highs: highs.map(written), standings: ranking.standings(lows, highs, first) };
  });
}
