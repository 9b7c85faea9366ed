/** Several stages' values as one, by weight. */
import { gcd, over, plus, put, times, under } from "./fraction";

/**
 * Writes the weighted sum of each one's values, over `whole`; traps where it would not fit, though it is brought to its lowest terms.
 * @param stages one after another, a fraction for each of `count`
 * @param weights u32 a stage
 * @param whole what the weights add up to
 * @param out a fraction each; none for one without a value at a stage that has weight
 */
export function composite(stages: usize, stageCount: i32, count: i32, weights: usize, whole: i32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i += 1) {
    let a: u64 = 0;
    let b: u64 = 1;
    for (let stage: usize = 0; stage < <usize>stageCount; stage += 1) {
      const weight = <u64>load<u32>(weights + (stage << 2));
      if (weight === 0) continue;
      const at = stage * <usize>count + i;
      const own = under(stages, at);
      if (own === 0) {
        b = 0;
        break;
      }
      const common = gcd(b, own);
      a = plus(times(a, own / common), times(times(weight, over(stages, at)), b / common));
      b = times(b / common, own);
    }
    if (b === 0) {
      put(out, i, 0, 0);
      continue;
    }
    const lowest = gcd(a, times(b, <u64>whole));
    put(out, i, a / lowest, (b * <u64>whole) / lowest);
  }
}
