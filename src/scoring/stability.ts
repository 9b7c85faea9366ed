/** How sure a ranking is, told by making it many times: from reviewers drawn anew, or by weights moved a little. */
import { WHOLE_WEIGHT } from "../kernel/review-rules.js";
import { countOf, type Fractions, fractionAt } from "./fractions.js";
import type { ScoringModule } from "./module.js";
import { type Panel, panelsOf, type ScoredStage } from "./panels.js";
import type { WeightedStage } from "./rank.js";
import { checkWhole, isWhole } from "./whole.js";
import { type Workspace, workspaceIn } from "./workspace.js";

/** Runs are numbered and each rests on the seed and its number alone: parts of them add up to the whole, in any order. */
export interface Runs {
  readonly seed: bigint;
  readonly from: number;
  /** After the last. */
  readonly to: number;
  /** How many are at the top. */
  readonly first: number;
}

/** Each panel's reviewers are drawn with replacement, as many as there are. */
export interface Bootstrap extends Runs {
  readonly stages: readonly ScoredStage[];
}

/** Each weight is moved by itself, by up to `spread` parts per 10 000 of it, up or down. */
export interface Movement extends Runs {
  /** Stages with their weights, or items with their points; weights are whole numbers, whatever they add up to. */
  readonly terms: readonly WeightedStage[];
  readonly spread: number;
}

export interface Stability {
  readonly runs: number;
  /** How many are at the top, as it was asked. */
  readonly first: number;
  /** Places of the applicants ranked: those with a value at every stage that has weight. */
  readonly applicants: readonly number[];
  /** A row for each of `applicants`, a column a rank from the first on: in how many runs it had it, ties sharing the better. */
  readonly counts: Uint32Array;
  /** For each of `applicants`: in how many runs it was tied with others across the cut after `first`. */
  readonly ties: Uint32Array;
}

const PANEL_BYTES = 40;
/** Sums of one run are below it, and may be compared as signed. */
const GREATEST_SUM = 2n ** 63n;

/** @throws RangeError where a number is not whole, or the numbers of sheets are too many and too different for sums of 63 bits */
export function bootstrap(module: ScoringModule, { stages, ...runs }: Bootstrap): Stability {
  const weighted = stages.filter(({ weight }) => weight !== 0).map((stage) => ({ stage, panels: panelsOf(stage) }));
  const applicants = inAll(weighted.map(({ panels }) => panels.flatMap((panel) => panel.applicants)));
  const places = new Map(applicants.map((applicant, place) => [applicant, place]));
  const common = weighted.flatMap(({ panels }) => panels).reduce((least, panel) => lcm(least, kept(panel)), 1n);
  const workspace = workspaceIn(module);
  const records: Uint8Array[] = [];
  let greatest = 0n;
  let widest = 1;
  for (const { stage, panels } of weighted) {
    greatest += BigInt(stage.weight) * common * BigInt(stage.totals.reduce((most, total) => Math.max(most, total), 0));
    for (const panel of panels) {
      const own = only(panel, places);
      if (own.applicants.length === 0) continue;
      widest = Math.max(widest, own.reviewers.length);
      records.push(recordOf(own, places, (BigInt(stage.weight) * common) / kept(panel), workspace));
    }
  }
  fits(greatest);
  const panels = workspace.put(Uint8Array.from(records.flatMap((record) => [...record])));
  return counted(workspace, applicants, runs, 16 * applicants.length + 4 * widest, (counts, ties, scratch) =>
    module.resample(panels, records.length, applicants.length, runs.seed, runs.from, runs.to, runs.first, counts, ties, scratch),
  );
}

/** @throws RangeError where a number is not whole, or values are too many and too different for sums of 63 bits */
export function moveWeights(module: ScoringModule, { terms, spread, ...runs }: Movement): Stability {
  if (!isWhole(spread, 0, WHOLE_WEIGHT)) throw new RangeError(`a spread from 0 to ${WHOLE_WEIGHT}`);
  for (const { weight } of terms) checkWhole({ weight });
  const weighted = terms.filter(({ weight }) => weight !== 0);
  const applicants = inAll(weighted.map(({ values }) => valued(values)));
  const fractions = weighted.map(({ values }) => applicants.map((place) => fractionAt(values, place) ?? { over: 0n, under: 1n }));
  const common = fractions.flat().reduce((least, { under }) => lcm(least, under), 1n);
  const rows = fractions.map((row) => row.map(({ over, under }) => (over * common) / under));
  fits(rows.reduce((sum, row, at) => sum + BigInt(2 * WHOLE_WEIGHT * (weighted[at] as WeightedStage).weight) * most(row), 0n));
  const workspace = workspaceIn(module);
  const values = workspace.put(BigInt64Array.from(rows.flat()));
  const weights = workspace.put(BigInt64Array.from(weighted, ({ weight }) => BigInt(weight)));
  const { length } = applicants;
  return counted(workspace, applicants, runs, 16 * length, (counts, ties, scratch) =>
    module.reweigh(
      values,
      weights,
      rows.length,
      length,
      spread,
      runs.seed,
      runs.from,
      runs.to,
      runs.first,
      counts,
      ties,
      scratch,
    ),
  );
}

function counted(
  { put, room, take }: Workspace,
  applicants: readonly number[],
  { from, to, first }: Runs,
  scratchBytes: number,
  run: (counts: number, ties: number, scratch: number) => void,
): Stability {
  checkWhole({ from, to, first, runs: to - from });
  const { length } = applicants;
  const counts = put(new Uint32Array(length * length));
  const ties = put(new Uint32Array(length));
  const scratch = room(scratchBytes + 16);
  if (length > 0) run(counts, ties, scratch);
  return {
    runs: to - from,
    first,
    applicants,
    counts: take(Uint32Array, counts, length * length),
    ties: take(Uint32Array, ties, length),
  };
}

/** A panel as the module reads it. */
function recordOf(panel: Panel, places: ReadonlyMap<number, number>, factor: bigint, { put }: Workspace): Uint8Array {
  const { reviewers, applicants, totals, drop } = panel;
  const total = (reviewer: number, applicant: number) => totals[reviewer * applicants.length + applicant] as number;
  const orders = applicants.flatMap((_, applicant) =>
    reviewers.map((_, reviewer) => reviewer).sort((a, b) => total(a, applicant) - total(b, applicant)),
  );
  const columns = Uint32Array.from(applicants, (applicant) => places.get(applicant) as number);
  const arrays = [columns, totals, Uint32Array.from(orders)].map(put);
  const record = new Uint8Array(PANEL_BYTES);
  new Int32Array(record.buffer).set([reviewers.length, applicants.length, drop, 0, 0, 0, ...arrays]);
  new BigUint64Array(record.buffer)[2] = factor;
  return record;
}

/** The panel without the applicants who are not ranked. */
function only(panel: Panel, ranked: ReadonlyMap<number, number>): Panel {
  const columns = panel.applicants.map((applicant) => ranked.has(applicant));
  return {
    ...panel,
    applicants: panel.applicants.filter((_, column) => columns[column]),
    totals: panel.totals.filter((_, at) => columns[at % columns.length]),
  };
}

function kept({ reviewers, drop }: Panel): bigint {
  return BigInt(reviewers.length - 2 * drop);
}

function valued(values: Fractions): readonly number[] {
  return Array.from({ length: countOf(values) }, (_, place) => place).filter((place) => fractionAt(values, place) !== null);
}

/** Those that stand in every list, in order. */
function inAll(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists.map((list) => new Set(list));
  return [...first].filter((place) => others.every((other) => other.has(place))).sort((a, b) => a - b);
}

function most(row: readonly bigint[]): bigint {
  return row.reduce((greatest, number) => (number > greatest ? number : greatest), 0n);
}

function lcm(a: bigint, b: bigint): bigint {
  let [rest, common] = [a, b];
  while (rest > 0n) [rest, common] = [common % rest, rest];
  return (a / common) * b;
}

function fits(greatest: bigint): void {
  if (greatest >= GREATEST_SUM)
    throw new RangeError("the numbers of sheets are too many and too different for exact sums of 63 bits");
}
