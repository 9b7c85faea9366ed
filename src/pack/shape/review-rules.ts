/** Shape of review-rules.json: of any, and of those that fit one selection and its criteria. */
import * as z from "zod/mini";
import { type Criteria, MAX_TOTAL, totalPoints } from "../../kernel/criteria.js";
import { type ReviewRules, WHOLE_WEIGHT } from "../../kernel/review-rules.js";
import type { Selection, Stage } from "../../kernel/selection.js";
import { byMember, chosen, flag, object, optional, positive, record, refined, type Shape, texts, within } from "./plain.js";

const weight = within(1, WHOLE_WEIGHT);

const aggregation = byMember("method", {
  mean: object({ method: z.literal("mean") }),
  "trimmed-mean": object({ method: z.literal("trimmed-mean"), drop: positive }),
  median: object({ method: z.literal("median") }),
});

/** What the weights, limits and names of a pack's other parts make of the shape. */
interface Parts {
  readonly stages: Shape;
  readonly shortlist: Readonly<Record<string, Shape>>;
  readonly points: Shape;
}

/** Without a selection at hand: whatever the stages are called. */
export const reviewRules: Shape = shapeOf({
  stages: record(stageRules(optional(weight), within(0, MAX_TOTAL))),
  shortlist: { shortlist: optional(limits(within(0, MAX_TOTAL))) },
  points: within(0, MAX_TOTAL),
});

/** The stages are those of the selection, exactly those that rank have a weight, and no limit is out of reach. */
export function reviewRulesFor(selection: Selection, criteria: Criteria): Shape {
  const points = within(0, totalPoints(criteria));
  const stages = object(Object.fromEntries(selection.stages.map((stage) => [stage.name, stageRules(weightOf(stage), points)])));
  return shapeOf({
    stages: refined(stages as z.ZodMiniType<ReviewRules["stages"]>, (given) => {
      const found = Object.values(given).reduce((sum, { weight = 0 }) => sum + weight, 0);
      return found === WHOLE_WEIGHT ? null : { code: "weights-differ", found, expected: String(WHOLE_WEIGHT) };
    }),
    shortlist: selection.shortlist === undefined ? {} : { shortlist: shortlistRules(points) },
    points,
  });
}

function shapeOf({ stages, shortlist, points }: Parts): Shape {
  return object({ illustrative: flag, title: texts, stages, ...shortlist, awards: object({ atLeast: optional(points) }) });
}

function weightOf({ name, decides, provision }: Stage): Shape {
  return decides === "ranking" ? weight : optional(chosen(() => ({ code: "stray-weight", stage: name, provision })));
}

function stageRules(weight: Shape, points: Shape): Shape {
  const consensus = object({ deviation: points });
  return object({ weight, aggregation, consensus: optional(consensus), minSheets: optional(positive) });
}

function limits(points: Shape): Shape {
  return object({ first: optional(positive), atLeast: optional(points) });
}

/** One limit at least: a shortlist of everybody would be none. */
function shortlistRules(points: Shape): Shape {
  return refined(limits(points) as z.ZodMiniType<object>, (found) =>
    Object.keys(found).length > 0 ? null : { code: "wrong-form", found, expected: '{ "first": … } | { "atLeast": … }' },
  );
}
