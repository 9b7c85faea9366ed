/** Sheets in the module's memory to the sum and the number of each applicant's totals: the mean, exact. One thread. */
import { layoutOf } from "../../dist/scoring/layout.js";
import { instantiateReading } from "../../dist/scoring/reading-module.js";
import { SPREAD_BYTES } from "../../dist/scoring/spread.js";
import { workspaceIn } from "../../dist/scoring/workspace.js";
import { applicantsOf, criteria, fillSheets, SHEETS_EACH } from "../score-sets.mjs";

export const name = "ours, one thread";

/** Sheets whose totals are made and added while they are in the cache. */
const AT_ONCE = 4096;

export async function prepare(count) {
  const layout = layoutOf(criteria);
  const module = await instantiateReading();
  const { put, room } = workspaceIn(module);
  const groups = Math.ceil(count / SHEETS_EACH);
  const weights = put(layout.weights);
  const sheets = room(count * layout.stride);
  const keys = put(applicantsOf(count));
  const totals = room(4 * AT_ONCE);
  const spreads = room(SPREAD_BYTES * groups);
  fillSheets(new Uint8Array(module.memory.buffer, sheets, count * layout.stride), count);
  return {
    items: count,
    pass() {
      new Uint8Array(module.memory.buffer, spreads, SPREAD_BYTES * groups).fill(0);
      for (let from = 0; from < count; from += AT_ONCE) {
        const size = Math.min(AT_ONCE, count - from);
        module.totals(sheets + from * layout.stride, size, layout.stride, weights, layout.top, totals);
        module.accumulate(totals, size, keys + 4 * from, groups, spreads);
      }
    },
    answer() {
      const view = new DataView(module.memory.buffer, spreads);
      const means = Array.from({ length: groups }, (_, group) => {
        const at = group * SPREAD_BYTES;
        return `${view.getBigUint64(at, true)}/${view.getUint32(at + 28, true)}`;
      });
      return means.join();
    },
  };
}
