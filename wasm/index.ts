/** The scoring module, what it exports; `README.md` here is the contract. */
import { ABI_VERSION } from "./layout";

export { aggregate } from "./aggregate";
export { firstWrong } from "./check";
export { composite } from "./composite";
export { group } from "./group";
export { rank, standings } from "./rank";
export { resample, reweigh } from "./stability";
export { subtotals } from "./subtotal";
export { bounds, totals } from "./total";

/** A host that knows another version must not call anything else. */
export function abiVersion(): i32 {
  return ABI_VERSION;
}

/** The first byte that is the host's to use. */
export function heapBase(): usize {
  return __heap_base;
}
