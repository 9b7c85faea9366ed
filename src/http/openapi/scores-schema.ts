/** The shapes of `src/selection/score-answer.ts` once more, for the OpenAPI document; a test holds real answers to them. */
import { z } from "@hono/zod-openapi";
import { ranked } from "./points-schema.js";
import { failureSchema } from "./problem-schema.js";
import { aggregationSchema, scoreSchema, scoresSchema } from "./selection-question-schema.js";

const text = z.string().min(1).max(200);
const name = z.union([text, z.int()]).nullable().optional();

/** A sheet by itself, as a line of a batch has it, too. */
const scoreSheetSchema = z
  .object({
    applicant: name,
    reviewer: name,
    stage: text
      .nullable()
      .optional()
      .openapi({ description: "评审环节，写名称或标题 / the stage, by its name or label", example: "site" }),
    scores: scoresSchema.optional(),
  })
  .catchall(scoreSchema)
  .openapi("ScoreSheet", {
    description:
      "一份评分表，可不署名；分值置于 scores 之下，或按条款与各名称并列 / one score sheet; names may be left out, and scores stand under `scores`, or by clause beside the names",
  });

export const scoresQuestionSchema = z
  .strictObject({
    sheets: z.array(scoreSheetSchema).openapi({ description: "至多 20 000 份 / at most 20 000" }),
    aggregation: aggregationSchema.nullable().optional(),
  })
  .openapi("ScoresQuestion", {
    description:
      "给出 aggregation 则按单位与环节合成并排名，每份须写明 applicant / with an aggregation, also by applicant and stage, ranked; every sheet then names its applicant",
  });

const sheetPoints = z
  .strictObject({
    text: z
      .string()
      .openapi({ description: "两位小数，四舍五入，供显示 / two decimals, halves up, for display", example: "612.50" }),
    units: z.int().openapi({ description: "精确值，单位见 unitsPerPoint / exact, in units of `unitsPerPoint`", example: 61250 }),
  })
  .openapi("SheetPoints");

const scoredSheet = {
  applicant: z.string().optional(),
  reviewer: z.string().optional(),
  stage: z.string().optional(),
  total: sheetPoints.nullable().openapi({ description: "有未评项时为 null / null where an item was not scored" }),
  range: z
    .strictObject({ least: sheetPoints, greatest: sheetPoints })
    .optional()
    .openapi({ description: "有未评项时总分的上下限 / what the total may come to, where an item was not scored" }),
  categories: z
    .record(z.string(), sheetPoints.nullable())
    .openapi({ description: "各类目小计，按条款 / subtotals, by clause of the category" }),
  missing: z.array(z.string()).readonly().openapi({ description: "未评的条款 / clauses that were not scored" }),
};

const aggregateLine = z
  .strictObject({
    ...ranked,
    applicant: z.string(),
    stage: z.string().optional(),
    sheets: z.int(),
    incomplete: z.int().openapi({ description: "其中有未评项的份数 / how many of them lack an item" }),
  })
  .openapi("AggregateLine");

export const scoresSchemaOfAnswer = z
  .strictObject({
    award: z.string(),
    standard: z.string(),
    scale: z.strictObject({ unit: z.enum(["percent", "mark"]), min: z.int(), max: z.int(), step: z.int() }),
    points: z.int().openapi({ description: "一份的满分 / most points of a sheet", example: 1000 }),
    unitsPerPoint: z.int().openapi({
      description:
        "一分合多少单位：百分制下单位为百分之一分 / units in a point: with percentages a unit is a hundredth of a point",
      example: 100,
    }),
    sheets: z
      .array(z.strictObject(scoredSheet).openapi("ScoredSheet"))
      .readonly()
      .openapi({ description: "次序同提交 / in the order given" }),
    aggregation: aggregationSchema.optional(),
    aggregates: z
      .array(aggregateLine)
      .readonly()
      .optional()
      .openapi({ description: "按环节，由高到低 / stage by stage, and in a stage from the highest on" }),
    ruleset: z.strictObject({ id: z.string(), digest: z.string() }),
    kernel: z.strictObject({ version: z.string() }),
  })
  .openapi("SheetScores", { description: "每份评分表的得分 / what every score sheet comes to" });

const row = z.int().min(1).openapi({
  description: "从 1 起；CSV 的标题为第 1 行 / from 1 on; in a CSV the header is row 1",
});

/** An answer of a batch, one a line. */
export const scoredRowSchema = z
  .union([
    z.strictObject({ row, ...scoredSheet }),
    z.strictObject({
      row,
      applicant: z.string().optional(),
      reviewer: z.string().optional(),
      stage: z.string().optional(),
      errors: z.array(failureSchema).readonly().openapi({
        description:
          "pointer 指向该份评分表写成 JSON 时的位置 / pointers into the sheet as JSON would have it, whatever the format sent",
      }),
    }),
  ])
  .openapi("ScoredRow", { description: "一份评分表的得分，或其全部错误 / what one sheet comes to, or everything wrong with it" });
