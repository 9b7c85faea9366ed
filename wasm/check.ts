/** Whether bytes are packed sheets, before anything is made of them. */
import { LANE_BYTES, MISSING } from "./layout";

/**
 * Where the first byte stands that is wrong: an item that is not `MISSING` and not one of `least`, `least + step`, … up to `top`,
 * or another byte that is not zero. Sheets packed at any other stride are found by it.
 * @param used 255 for each byte of a sheet that is an item's, 0 for the others
 * @returns its place from `sheets` on; -1 where there is none
 */
export function firstWrong(sheets: usize, count: i32, stride: i32, used: usize, least: i32, top: i32, step: i32): i32 {
  const low = i8x16.splat(<i8>least);
  const high = i8x16.splat(<i8>top);
  const missing = i8x16.splat(<i8>MISSING);
  const steps = i16x8.splat(<i16>step);
  // A byte over the step, rounded, as a product with 2^15 over the step; exact for whole quotients, and others differ anyhow.
  const inverse = i16x8.splat(<i16>((32768 + step / 2) / step));
  const bytes = count * stride;
  let lane = 0;
  for (let at = 0; at < bytes; at += LANE_BYTES) {
    const scores = v128.load(sheets + <usize>at);
    let wrong = v128.or(i8x16.lt_u(scores, low), i8x16.gt_u(scores, high));
    if (step > 1) {
      const above = i8x16.sub(scores, low);
      const even = i8x16.narrow_i16x8_s(
        isMultiple(i16x8.extend_low_i8x16_u(above), inverse, steps),
        isMultiple(i16x8.extend_high_i8x16_u(above), inverse, steps),
      );
      wrong = v128.or(wrong, v128.not(even));
    }
    wrong = v128.andnot(wrong, i8x16.eq(scores, missing));
    wrong = v128.bitselect(wrong, i8x16.ne(scores, i8x16.splat(0)), v128.load(used + <usize>lane));
    if (v128.any_true(wrong)) return at + <i32>ctz(i8x16.bitmask(wrong));
    lane += LANE_BYTES;
    if (lane === stride) lane = 0;
  }
  return -1;
}

function isMultiple(values: v128, inverse: v128, steps: v128): v128 {
  return i16x8.eq(i16x8.mul(i16x8.q15mulr_sat_s(values, inverse), steps), values);
}
