/** The first draws of some seeds and runs. */
import { drawsOf } from "../../../src/scoring/reference/random.js";
import type { RandomCase } from "../format.js";
import { U64 } from "../made-up.js";

export function randomCases(): readonly RandomCase[] {
  const seeds = [0n, 1n, 42n, 2n ** 63n, U64];
  return seeds.flatMap((seed) =>
    [0, 1, 2, 1_000_000].flatMap((run) =>
      [1, 2, 7, 100, 4_294_967_295].map((bound) => {
        const next = drawsOf(seed, run);
        return { seed: `${seed}`, run, bound, draws: Array.from({ length: 8 }, () => `${next(bound)}`) };
      }),
    ),
  );
}
