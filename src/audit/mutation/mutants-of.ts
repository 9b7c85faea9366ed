/** Every mutant of a pack. */
import type { PackFiles } from "../../kernel/model.js";
import type { MutationOperator, RuleMutant } from "./mutant.js";
import { applicability } from "./operators/applicability.js";
import { comparisons } from "./operators/comparisons.js";
import { conditions } from "./operators/conditions.js";
import { connectives } from "./operators/connectives.js";
import { consequences } from "./operators/consequences.js";
import { effects } from "./operators/effects.js";
import { filters } from "./operators/filters.js";
import { folds } from "./operators/folds.js";
import { members } from "./operators/members.js";
import { parameters } from "./operators/parameters.js";
import { provisions } from "./operators/provisions.js";
import { rules } from "./operators/rules.js";
import { selects } from "./operators/selects.js";
import { thresholds } from "./operators/thresholds.js";
import { weights } from "./operators/weights.js";
import { windows } from "./operators/windows.js";

const OPERATORS: readonly MutationOperator[] = [
  thresholds,
  comparisons,
  connectives,
  conditions,
  parameters,
  members,
  windows,
  folds,
  filters,
  selects,
  consequences,
  effects,
  applicability,
  provisions,
  rules,
  weights,
];

/**
 * The pack with one slip, for every slip of the known kinds in every place; the checks of packs would refuse some of them.
 * @param files of a checked pack: `award.files`
 * @returns in the same order every time, operator by operator and in each in the order of the files
 */
export function* mutantsOf(files: PackFiles): Generator<RuleMutant> {
  for (const operator of OPERATORS) yield* operator(files);
}
