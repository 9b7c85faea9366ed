/** Totals of packed sheets: the sum of points times percent, in hundredths of a point, exact. */
import { LANE_BYTES, MISSING, NO_TOTAL } from "./layout";

/**
 * Writes the total of each sheet.
 * @param sheets one after another, `stride` bytes each
 * @param weights points of each item, i16, one for each byte of a sheet, zeros after the last item
 * @param top the greatest byte that is a score
 * @param out i32 a sheet
 * @returns how many sheets have a byte above `top`; `NO_TOTAL` is written for them
 */
export function totals(sheets: usize, count: i32, stride: i32, weights: usize, top: i32, out: usize): i32 {
  return stride === 32 ? totalsOf32(sheets, count, weights, top, out) : totalsOfAny(sheets, count, stride, weights, top, out);
}

/** Sheets of 17 to 32 items, four at a time. */
function totalsOf32(sheets: usize, count: i32, weights: usize, top: i32, out: usize): i32 {
  const w0 = v128.load(weights);
  const w1 = v128.load(weights, 16);
  const w2 = v128.load(weights, 32);
  const w3 = v128.load(weights, 48);
  const limit = i8x16.splat(<i8>top);
  let without = 0;
  let sheet = sheets;
  let at = out;
  for (let last = sheets + ((<usize>(count & ~3)) << 5); sheet < last; sheet += 128, at += 16) {
    const a0 = v128.load(sheet);
    const a1 = v128.load(sheet, 16);
    const b0 = v128.load(sheet, 32);
    const b1 = v128.load(sheet, 48);
    const c0 = v128.load(sheet, 64);
    const c1 = v128.load(sheet, 80);
    const d0 = v128.load(sheet, 96);
    const d1 = v128.load(sheet, 112);
    const a = dot(a0, a1, w0, w1, w2, w3);
    const b = dot(b0, b1, w0, w1, w2, w3);
    const c = dot(c0, c1, w0, w1, w2, w3);
    const d = dot(d0, d1, w0, w1, w2, w3);
    const ab = i32x4.add(i32x4.shuffle(a, b, 0, 1, 4, 5), i32x4.shuffle(a, b, 2, 3, 6, 7));
    const cd = i32x4.add(i32x4.shuffle(c, d, 0, 1, 4, 5), i32x4.shuffle(c, d, 2, 3, 6, 7));
    v128.store(at, i32x4.add(i32x4.shuffle(ab, cd, 0, 2, 4, 6), i32x4.shuffle(ab, cd, 1, 3, 5, 7)));
    const greatest = i8x16.max_u(
      i8x16.max_u(i8x16.max_u(a0, a1), i8x16.max_u(b0, b1)),
      i8x16.max_u(i8x16.max_u(c0, c1), i8x16.max_u(d0, d1)),
    );
    if (v128.any_true(i8x16.gt_u(greatest, limit))) without += totalsOfAny(sheet, 4, 32, weights, top, at);
  }
  return without + totalsOfAny(sheet, count & 3, 32, weights, top, at);
}

function dot(low: v128, high: v128, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  return i32x4.add(
    i32x4.add(i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(low), w0), i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(low), w1)),
    i32x4.add(i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(high), w2), i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(high), w3)),
  );
}

function totalsOfAny(sheets: usize, count: i32, stride: i32, weights: usize, top: i32, out: usize): i32 {
  const limit = i8x16.splat(<i8>top);
  let without = 0;
  for (let i = 0; i < count; i += 1) {
    let sum = i32x4.splat(0);
    let above = i32x4.splat(0);
    for (let lane = 0; lane < stride; lane += LANE_BYTES) {
      const scores = v128.load(sheets + <usize>lane);
      const w = weights + ((<usize>lane) << 1);
      above = v128.or(above, i8x16.gt_u(scores, limit));
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(scores), v128.load(w)));
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(scores), v128.load(w, 16)));
    }
    if (v128.any_true(above)) {
      store<i32>(out, NO_TOTAL);
      without += 1;
    } else {
      store<i32>(out, across(sum));
    }
    sheets += <usize>stride;
    out += 4;
  }
  return without;
}

function across(sum: v128): i32 {
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
}

/**
 * Writes the least and the greatest total of each sheet, whatever the items that were not scored come to.
 * @param least the least score an item may have
 * @param top the greatest
 * @param out two i32 a sheet, least and greatest
 * @returns how many sheets have a byte that is neither a score up to `top` nor `MISSING`; `NO_TOTAL` twice for them
 */
export function bounds(sheets: usize, count: i32, stride: i32, weights: usize, least: i32, top: i32, out: usize): i32 {
  const missing = i8x16.splat(<i8>MISSING);
  const limit = i8x16.splat(<i8>top);
  const low = i8x16.splat(<i8>least);
  let without = 0;
  for (let i = 0; i < count; i += 1) {
    let lowest = i32x4.splat(0);
    let highest = i32x4.splat(0);
    let wrong = i32x4.splat(0);
    for (let lane = 0; lane < stride; lane += LANE_BYTES) {
      const scores = v128.load(sheets + <usize>lane);
      const w0 = v128.load(weights + ((<usize>lane) << 1));
      const w1 = v128.load(weights + ((<usize>lane) << 1), 16);
      const open = i8x16.eq(scores, missing);
      wrong = v128.or(wrong, v128.andnot(i8x16.gt_u(scores, limit), open));
      lowest = add(lowest, v128.bitselect(low, scores, open), w0, w1);
      highest = add(highest, v128.bitselect(limit, scores, open), w0, w1);
    }
    const isWrong = v128.any_true(wrong);
    without += i32(isWrong);
    store<i32>(out, isWrong ? NO_TOTAL : across(lowest));
    store<i32>(out, isWrong ? NO_TOTAL : across(highest), 4);
    sheets += <usize>stride;
    out += 8;
  }
  return without;
}

function add(sum: v128, scores: v128, w0: v128, w1: v128): v128 {
  return i32x4.add(
    sum,
    i32x4.add(i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(scores), w0), i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(scores), w1)),
  );
}
