/** The shapes of `src/selection/answer.ts` once more, for the OpenAPI document; a test holds real answers to them. */
import { z } from "@hono/zod-openapi";
import { civilDateSchema, named, questionIdSchema, textSchema } from "./decision-schema.js";
import { pointsSchema, ranked, ruling, scored } from "./points-schema.js";
import { aggregationSchema } from "./selection-question-schema.js";

const ids = z.array(z.string()).readonly();
const list = <T extends z.ZodType>(schema: T) => z.array(schema).readonly();

const spread = z
  .strictObject({
    least: pointsSchema,
    median: pointsSchema,
    greatest: pointsSchema,
    range: pointsSchema,
    standardDeviation: z.string().nullable(),
  })
  .openapi("StageSpread", { description: "一个单位的各份评分相差多少 / how far the sheets of an applicant lie apart" });

const stageLine = z
  .strictObject({
    ...scored,
    ...ruling,
    applicant: z.string(),
    sheets: z.int(),
    excluded: z.int(),
    spread: spread.nullable(),
    consensus: ids.nullable().openapi({
      description:
        "与中位数相差过大、须会商的评审员 / reviewers whose sheets lie too far from the median, to be put to a consensus meeting",
    }),
    missing: list(z.strictObject({ reviewer: z.string(), clauses: ids })),
  })
  .openapi("StageLine");

const stageResult = z
  .strictObject({
    name: z.string(),
    label: textSchema,
    decides: z.enum(["shortlist", "ranking"]),
    provision: z.string(),
    quote: z.string(),
    held: z.boolean(),
    weight: z.int().optional().openapi({ description: "在综合得分中的万分比 / parts of 10 000 in the comprehensive score" }),
    aggregation: aggregationSchema,
    needs: z.int(),
    lines: list(stageLine),
  })
  .openapi("StageResult");

const tie = z
  .strictObject({ ...ruling, applicants: ids, value: pointsSchema, places: z.int().nullable(), body: named })
  .openapi("Tie", { description: "线上同分，由所示机构决定 / equal scores across a cut, settled by the body named" });

const shortlist = z
  .strictObject({
    ...ruling,
    first: z.int().nullable(),
    atLeast: z.int().nullable(),
    lines: list(
      z
        .strictObject({
          ...ranked,
          ...ruling,
          applicant: z.string(),
          standing: z.enum(["in", "out", "tied", "open", "unscored"]),
        })
        .openapi("ShortlistLine"),
    ),
    ties: list(tie),
  })
  .openapi("ShortlistResult");

const ranking = z
  .strictObject({
    ...ruling,
    lines: list(
      z
        .strictObject({
          ...ranked,
          ...ruling,
          applicant: z.string(),
          standing: z.enum(["ranked", "open", "unscored", "without-sheets", "not-shortlisted"]),
        })
        .openapi("RankingLine"),
    ),
    equals: list(z.strictObject({ value: pointsSchema, applicants: ids })),
  })
  .openapi("RankingResult");

const awardLine = z.strictObject({ ...ranked, ...ruling, applicant: z.string() }).openapi("AwardLine");

const vacancies = z
  .strictObject({
    ...ruling,
    count: z.int(),
    reasons: list(z.strictObject({ code: z.enum(["few-candidates", "below-points"]), applicants: ids, says: textSchema })),
  })
  .openapi("Vacancies");

const awards = z
  .strictObject({
    ...ruling,
    quota: z.strictObject({ ...ruling, name: z.string(), value: z.int() }),
    atLeast: z.int().nullable(),
    places: z
      .strictObject({ proposed: z.int(), tied: z.int(), open: z.int(), vacant: z.int() })
      .openapi({ description: "名额的去向，合计为名额 / what becomes of the quota: the four add up to it" }),
    proposed: list(awardLine),
    ties: list(tie),
    open: list(awardLine),
    notProposed: list(awardLine),
    vacancies,
  })
  .openapi("AwardsResult");

const excluded = z
  .strictObject({
    ...ruling,
    sheets: list(z.strictObject({ ...ruling, stage: z.string(), applicant: z.string(), reviewer: z.string() })),
    interests: list(z.strictObject({ reviewer: z.string(), applicant: z.string(), sheets: z.int() })).nullable(),
  })
  .openapi("ExcludedResult", { description: "不计入的评分 / sheets that do not count" });

const notice = z
  .strictObject({
    code: z.enum([
      "superseded",
      "review-rules-illustrative",
      "interests-not-given",
      "interest-unmatched",
      "held-assumed",
      "stage-not-held",
      "without-score",
      "ranked-off-shortlist",
      "shortlisted-without-sheets",
      "tie-settled-elsewhere",
    ]),
    says: textSchema,
    provision: z.string().optional(),
    quote: z.string().optional(),
    applicants: ids.optional(),
  })
  .openapi("SelectionNotice");

export const selectionSchema = z
  .strictObject({
    id: questionIdSchema.optional(),
    award: z.string(),
    asOf: civilDateSchema,
    edition: z.string().optional(),
    reviewRules: z.strictObject({
      ...ruling,
      source: z.enum(["given", "pack"]),
      digest: z.string(),
      title: textSchema,
      illustrative: z.boolean(),
      body: named,
    }),
    applicants: list(z.strictObject({ id: z.string(), name: z.string().optional() })),
    stages: list(stageResult),
    shortlist: shortlist.optional(),
    ranking,
    awards,
    excluded,
    notices: list(notice),
    ruleset: z.strictObject({ id: z.string(), digest: z.string() }),
    kernel: z.strictObject({ version: z.string() }),
  })
  .openapi("Selection", {
    description:
      "入围、排名与拟奖名单，逐行附条文 / who goes on, who stands where and which awards follow, every line by its provision",
  });
