/** The same loop over typed arrays. */
import { layoutOf } from "../../dist/scoring/layout.js";
import { criteria, fillSheets, STRIDE } from "../score-sets.mjs";

export const name = "JavaScript, typed arrays";

export async function prepare(count) {
  const { weights, top } = layoutOf(criteria);
  const sheets = fillSheets(new Uint8Array(count * STRIDE), count);
  const totals = new Int32Array(count);
  return {
    pass: () => score(sheets, weights, top, totals),
    items: count,
    answer: () => String(totals.reduce((sum, total) => sum + total, 0)),
  };
}

function score(sheets, weights, top, totals) {
  for (let sheet = 0; sheet < totals.length; sheet += 1) {
    const at = sheet * STRIDE;
    let sum = 0;
    let greatest = 0;
    for (let item = 0; item < STRIDE; item += 1) {
      const score = sheets[at + item];
      sum += score * weights[item];
      if (score > greatest) greatest = score;
    }
    totals[sheet] = greatest > top ? -1 : sum;
  }
}
