/** What packed sheets come to, each by itself, in chunks of one size. */
import { type Layout, MISSING } from "./layout.js";
import type { ScoringModule } from "./module.js";
import { workspaceIn } from "./workspace.js";

/** Numbers are points over the top of the scale: hundredths of a point, where scores are percent. Exact. */
export interface SheetScorer {
  /**
   * One number a sheet, -1 where an item was not scored. On the thread that asks, however many they are: to copy sheets for another
   * thread takes about as long as their totals.
   */
  totals(sheets: Uint8Array): Int32Array;
  /** Two numbers a sheet, the least and the greatest total, whatever the items come to that were not scored. */
  bounds(sheets: Uint8Array): Int32Array;
  /** A number a category, sheet after sheet; -1 where an item of it was not scored. */
  subtotals(sheets: Uint8Array): Int32Array;
  /** A number an item, sheet after sheet; -1 where it was not scored. */
  itemPoints(sheets: Uint8Array): Int32Array;
}

/** Bytes of sheets in the module's memory at a time: small enough to stay in the cache of one core. */
const CHUNK_BYTES = 1 << 18;

export function sheetScorer(module: ScoringModule, layout: Layout): SheetScorer {
  const { stride, items, least, top, step } = layout;
  const chunk = Math.max(1, Math.floor(CHUNK_BYTES / stride));
  const ofItems = Uint16Array.from({ length: items }, (_, item) => item);

  type Compute = (sheets: number, count: number, weights: number, out: number) => void;

  /** @throws RangeError at the first byte that is no score, or not zero after the items */
  function run(sheets: Uint8Array, width: number, prepare: (put: (numbers: ArrayBufferView) => number) => Compute): Int32Array {
    if (sheets.length % stride !== 0)
      throw new RangeError(`${sheets.length} bytes are no whole number of sheets of ${stride} bytes`);
    const count = sheets.length / stride;
    const workspace = workspaceIn(module);
    const weights = workspace.put(layout.weights);
    const used = workspace.put(new Uint8Array(stride).fill(255, 0, items));
    const compute = prepare(workspace.put);
    const at = workspace.room(chunk * stride);
    const out = workspace.room(4 * chunk * width);
    const results = new Int32Array(count * width);
    const memory = new Uint8Array(module.memory.buffer);
    for (let from = 0; from < count; from += chunk) {
      const size = Math.min(chunk, count - from);
      memory.set(sheets.subarray(from * stride, (from + size) * stride), at);
      const wrong = module.firstWrong(at, size, stride, used, least, top, step);
      if (wrong >= 0) refuse(sheets, from * stride + wrong);
      compute(at, size, weights, out);
      results.set(new Int32Array(memory.buffer, out, size * width), from * width);
    }
    return results;
  }

  function byGroup(groups: Uint16Array, groupCount: number, sheets: Uint8Array): Int32Array {
    return run(sheets, groupCount, (put) => {
      const ofGroups = put(groups);
      return (at, count, weights, out) => module.subtotals(at, count, stride, items, weights, top, ofGroups, groupCount, out);
    });
  }

  function refuse(sheets: Uint8Array, at: number): never {
    throw new RangeError(
      `sheet ${Math.floor(at / stride)}, item ${at % stride}: ${sheets[at]} is no score: ${least} to ${top} by ${step}, or ${MISSING} for none, and 0 after ${items} items`,
    );
  }

  return {
    totals: (sheets) => run(sheets, 1, () => (at, count, weights, out) => module.totals(at, count, stride, weights, top, out)),
    bounds: (sheets) =>
      run(sheets, 2, () => (at, count, weights, out) => module.bounds(at, count, stride, weights, least, top, out)),
    subtotals: (sheets) => byGroup(layout.categories, layout.categoryCount, sheets),
    itemPoints: (sheets) => byGroup(ofItems, items, sheets),
  };
}
