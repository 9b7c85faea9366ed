/**
 * A million sheets made of nothing but a number, and what scoring makes of them, in a few letters.
 * Each function rests on its arguments alone: a page is given its text and runs the same.
 */
import type { Analyses, Bootstrap } from "../../src/scoring/page/analyses.js";
import type { Layout, Scorer } from "../../src/scoring/page/scorer.js";

export const SHEETS = 1_000_000;

/** Scores of any step; one item in some 500 is not scored. */
export function makeSheets(count: number, { stride, items }: Pick<Layout, "stride" | "items">): Uint8Array {
  const sheets = new Uint8Array(count * stride);
  let state = 20_230_071;
  for (let at = 0; at < sheets.length; at += stride) {
    for (let item = 0; item < items; item += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      sheets[at + item] = (state >>> 8) % 500 === 0 ? 255 : ((state >>> 16) % 21) * 5;
    }
  }
  return sheets;
}

/** SHA-256 of each kind of answer: by sheet, by applicant, and of many runs. */
export async function answersOf(
  sheets: Uint8Array,
  scorer: Scorer,
  analyses: Pick<Analyses, "bootstrap">,
): Promise<Readonly<Record<string, string>>> {
  const applicants = 71;
  const totals = scorer.totals(sheets);
  const owners = Uint32Array.from(totals, (_, at) => at % applicants);
  const { values } = scorer.aggregate(totals, owners, applicants, { method: "trimmed-mean", drop: 1 });
  const { order, ranks } = scorer.rank(values);
  const few = 7 * applicants;
  const stage: Bootstrap["stages"][number] = {
    totals: totals.slice(0, few),
    applicants: owners.slice(0, few),
    reviewers: Uint32Array.from({ length: few }, (_, at) => Math.floor(at / applicants)),
    aggregation: { method: "median" },
    weight: 10_000,
  };
  const { counts, ties } = analyses.bootstrap({ stages: [stage], seed: 7n, from: 0, to: 1_000, first: 5 });
  const all = {
    sheets,
    totals,
    bounds: scorer.bounds(sheets),
    subtotals: scorer.subtotals(sheets),
    values,
    order,
    ranks,
    counts,
    ties,
  };
  const digests = Object.entries(all).map(async ([name, numbers]) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", numbers as Uint8Array<ArrayBuffer>));
    return [name, Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
