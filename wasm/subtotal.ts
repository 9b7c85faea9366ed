/** What a sheet comes to in parts: its categories, or its single items. */
import { NO_TOTAL } from "./layout";

/**
 * Writes what each sheet comes to in each group of items, such as a category: hundredths of a point, exact.
 * @param groups the group of each item, u16
 * @param out i32 a group, group after group, sheet after sheet; `NO_TOTAL` for a group with a byte above `top`
 */
export function subtotals(
  sheets: usize,
  count: i32,
  stride: i32,
  items: i32,
  weights: usize,
  top: i32,
  groups: usize,
  groupCount: i32,
  out: usize,
): void {
  for (let i = 0; i < count; i += 1) {
    memory.fill(out, 0, (<usize>groupCount) << 2);
    for (let item = 0; item < items; item += 1) {
      const score = <i32>load<u8>(sheets + <usize>item);
      const at = out + ((<usize>load<u16>(groups + ((<usize>item) << 1))) << 2);
      const sofar = load<i32>(at);
      if (score > top) store<i32>(at, NO_TOTAL);
      else if (sofar >= 0) store<i32>(at, sofar + score * <i32>load<i16>(weights + ((<usize>item) << 1)));
    }
    sheets += <usize>stride;
    out += (<usize>groupCount) << 2;
  }
}
