/** Why an applicant has no points at a stage, or points that are not settled: the first of the reasons there are. */
import type { Text } from "../../kernel/model.js";
import type { Aggregation } from "../../kernel/review-rules.js";
import type { Placing } from "../../scoring/score-set.js";

export type WhyOpen =
  /** The way in which sheets are put together needs more of them. */
  | "too-few-sheets"
  /** A row was refused that does not tell whose sheet it is. */
  | "unknown-row-refused"
  /** A row of this applicant was refused. */
  | "row-refused"
  | "scores-missing";

type Kinds = Pick<Placing, "best" | "nameless" | "lost" | "incomplete">;

/** @returns `null` where its points are settled; its rank may be open yet, by the points of others */
export function whyOpen({ best, nameless, lost, incomplete }: Kinds): WhyOpen | null {
  if (best === 0) return "too-few-sheets";
  if (nameless > 0) return "unknown-row-refused";
  if (lost > 0) return "row-refused";
  return incomplete > 0 ? "scores-missing" : null;
}

/** @param aggregation that of the stage */
export function whyOpenInWords(why: WhyOpen, aggregation: Aggregation): Text {
  switch (why) {
    case "too-few-sheets": {
      const needed = aggregation.method === "trimmed-mean" ? 2 * aggregation.drop + 1 : 1;
      return { zh: `不足 ${needed} 份，不计分`, en: `fewer than ${needed} sheet${needed === 1 ? "" : "s"}` };
    }
    case "unknown-row-refused":
      return { zh: "有未计的行读不出单位", en: "a row of no one known refused" };
    case "row-refused":
      return { zh: "有一行未计", en: "a row refused" };
    case "scores-missing":
      return { zh: "缺项", en: "scores missing" };
  }
}
