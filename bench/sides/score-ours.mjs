/** The module over sheets in its memory: what `totals` runs, chunk for chunk. */
import { layoutOf } from "../../dist/scoring/layout.js";
import { instantiate } from "../../dist/scoring/module.js";
import { workspaceIn } from "../../dist/scoring/workspace.js";
import { criteria, fillSheets } from "../score-sets.mjs";

export const name = "ours, one thread";

export async function prepare(count) {
  const layout = layoutOf(criteria);
  const module = await instantiate();
  const { put, room } = workspaceIn(module);
  const weights = put(layout.weights);
  const sheets = room(count * layout.stride);
  const out = room(4 * count);
  fillSheets(new Uint8Array(module.memory.buffer, sheets, count * layout.stride), count);
  const pass = () => module.totals(sheets, count, layout.stride, weights, layout.top, out);
  return {
    pass,
    items: count,
    answer: () => String(new Int32Array(module.memory.buffer, out, count).reduce((sum, total) => sum + total, 0)),
  };
}
