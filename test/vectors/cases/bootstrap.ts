/** Reviewers drawn anew. */
import { bootstrap } from "../../../src/scoring/reference/stability.js";
import type { BootstrapCase } from "../format.js";
import { U64 } from "../made-up.js";
import { countedOf } from "./counted.js";
import { scoredCases, writtenStage } from "./scored.js";

export function bootstrapCases(): readonly BootstrapCase[] {
  return scoredCases().flatMap(([name, stages, first]) =>
    [
      { seed: 1n, from: 0, to: 100 },
      { seed: U64, from: 999_990, to: 1_000_000 },
    ].map((runs) => ({
      name,
      ...runs,
      seed: `${runs.seed}`,
      first,
      stages: stages.map(writtenStage),
      ...countedOf(bootstrap({ stages, first, ...runs })),
    })),
  );
}
