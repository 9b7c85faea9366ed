/** How sure a ranking is: the same ranking made many times, each time from other reviewers or by other weights. */
import { draw, seedRun } from "./random";

/** Bytes of a panel, all i32 but the factor: reviewers, applicants, drop, 0, u64 factor, then the addresses of three arrays. */
const PANEL: usize = 40;

/**
 * Draws each panel's reviewers anew, with replacement, and ranks by the sum of factor times kept totals, run after run.
 * @param panels one after another: applicants whom the same reviewers judged at one stage. The arrays are
 *   `applicants` u32, their places; `totals` i32, a row a reviewer, a column an applicant;
 *   `orders` u32, a row an applicant: the reviewers from the one who gave the least on
 * @param from number of the first run, `to` after the last: runs may be shared out, the counts of all parts added up
 * @param first how many are at the top
 * @param counts u32, a row an applicant, a column a rank: in how many runs it had it; added to
 * @param ties u32 an applicant: in how many runs a tie of its lay across the cut after `first`; added to
 * @param scratch 16 bytes an applicant, and 4 a reviewer of the greatest panel
 */
export function resample(
  panels: usize,
  panelCount: i32,
  applicants: i32,
  seed: u64,
  from: i32,
  to: i32,
  first: i32,
  counts: usize,
  ties: usize,
  scratch: usize,
): void {
  const keys = scratch;
  const times = scratch + ((<usize>applicants) << 4);
  const end = panels + <usize>panelCount * PANEL;
  for (let run = from; run < to; run += 1) {
    seedRun(seed, run);
    clear(keys, applicants);
    for (let panel = panels; panel < end; panel += PANEL) {
      const reviewers = load<u32>(panel);
      memory.fill(times, 0, (<usize>reviewers) << 2);
      for (let i: u32 = 0; i < reviewers; i += 1) {
        const counter = times + ((<usize>draw(reviewers)) << 2);
        store<u32>(counter, load<u32>(counter) + 1);
      }
      if (load<i32>(panel, 8) === 0) addAll(panel, times, keys);
      else addKept(panel, times, keys);
    }
    tally(keys, applicants, first, counts, ties);
  }
}

/** Adds the totals of a panel of which none is dropped. */
function addAll(panel: usize, times: usize, keys: usize): void {
  const reviewers = <usize>load<u32>(panel);
  const applicants = <usize>load<u32>(panel, 4);
  const factor = load<u64>(panel, 16);
  const places = <usize>load<u32>(panel, 24);
  const totals = <usize>load<u32>(panel, 28);
  for (let reviewer: usize = 0; reviewer < reviewers; reviewer += 1) {
    const weight = factor * <u64>load<u32>(times + (reviewer << 2));
    if (weight === 0) continue;
    const row = totals + ((reviewer * applicants) << 2);
    for (let i: usize = 0; i < applicants; i += 1) {
      const key = keys + ((<usize>load<u32>(places + (i << 2))) << 3);
      store<u64>(key, load<u64>(key) + weight * <u64>load<i32>(row + (i << 2)));
    }
  }
}

/** Adds the totals of a panel without the least and the greatest drawn. */
function addKept(panel: usize, times: usize, keys: usize): void {
  const reviewers = <usize>load<u32>(panel);
  const applicants = <usize>load<u32>(panel, 4);
  const drop = load<u32>(panel, 8);
  const factor = load<u64>(panel, 16);
  const places = <usize>load<u32>(panel, 24);
  const totals = <usize>load<u32>(panel, 28);
  const orders = <usize>load<u32>(panel, 32);
  for (let i: usize = 0; i < applicants; i += 1) {
    const order = orders + ((i * reviewers) << 2);
    let skipped: u32 = 0;
    let left = <u32>reviewers - 2 * drop;
    let sum: u64 = 0;
    for (let at: usize = 0; left > 0; at += 1) {
      const reviewer = <usize>load<u32>(order + (at << 2));
      let drawn = load<u32>(times + (reviewer << 2));
      const skip = min(drawn, drop - skipped);
      skipped += skip;
      drawn = min(drawn - skip, left);
      left -= drawn;
      sum += <u64>drawn * <u64>load<i32>(totals + ((reviewer * applicants + i) << 2));
    }
    const key = keys + ((<usize>load<u32>(places + (i << 2))) << 3);
    store<u64>(key, load<u64>(key) + factor * sum);
  }
}

/**
 * Moves each weight by itself by up to `spread` in 10 000, up or down, and ranks by the weighted sum, run after run.
 * @param terms i64, a row a weight, a column an applicant
 * @param weights i64 each
 */
export function reweigh(
  terms: usize,
  weights: usize,
  weightCount: i32,
  applicants: i32,
  spread: i32,
  seed: u64,
  from: i32,
  to: i32,
  first: i32,
  counts: usize,
  ties: usize,
  scratch: usize,
): void {
  for (let run = from; run < to; run += 1) {
    seedRun(seed, run);
    clear(scratch, applicants);
    for (let term: usize = 0; term < <usize>weightCount; term += 1) {
      const moved = load<i64>(weights + (term << 3)) * <i64>(10000 - spread + <i32>draw(2 * spread + 1));
      const row = terms + ((term * <usize>applicants) << 3);
      for (let i: usize = 0; i < <usize>applicants; i += 1) {
        const key = scratch + (i << 3);
        store<i64>(key, load<i64>(key) + moved * load<i64>(row + (i << 3)));
      }
    }
    tally(scratch, applicants, first, counts, ties);
  }
}

/** Nothing for each applicant, and one more that nobody is below, where their number is odd. */
function clear(keys: usize, applicants: i32): void {
  memory.fill(keys, 0, (<usize>applicants) << 3);
  store<i64>(keys + ((<usize>applicants) << 3), i64.MIN_VALUE);
}

/** Counts the rank of each by its key, the greatest first. */
function tally(keys: usize, applicants: i32, first: i32, counts: usize, ties: usize): void {
  const n = <usize>applicants;
  const end = keys + (n << 3);
  for (let i: usize = 0; i < n; i += 1) {
    const own = v128.load64_splat(keys + (i << 3));
    let greater = i64x2.splat(0);
    for (let at = keys; at < end; at += 16) greater = i64x2.sub(greater, i64x2.gt_s(v128.load(at), own));
    const before = <usize>(i64x2.extract_lane(greater, 0) + i64x2.extract_lane(greater, 1));
    const count = counts + ((i * n + before) << 2);
    store<u32>(count, load<u32>(count) + 1);
    if (before < <usize>first && before + equal(keys, end, own) > <usize>first) {
      const tie = ties + (i << 2);
      store<u32>(tie, load<u32>(tie) + 1);
    }
  }
}

/** How many keys are equal to one of them, itself among them. */
function equal(keys: usize, end: usize, own: v128): usize {
  let same = i64x2.splat(0);
  for (let at = keys; at < end; at += 16) same = i64x2.sub(same, i64x2.eq(v128.load(at), own));
  return <usize>(i64x2.extract_lane(same, 0) + i64x2.extract_lane(same, 1));
}
