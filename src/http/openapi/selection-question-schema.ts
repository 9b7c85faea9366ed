/** The body that asks for a selection: `SelectionQuestion` of `src/selection/answer.ts`. */
import { z } from "@hono/zod-openapi";
import { ID_LIMIT } from "../../kernel/question-head.js";
import { civilDateSchema, questionIdSchema } from "./decision-schema.js";

const key = z.union([z.string().min(1).max(ID_LIMIT), z.int()]);

/** The same number as text is taken for it. */
export const scoreSchema = z.union([z.int().min(0).max(254), z.string().regex(/^\s*\d{1,9}\s*$/)]).nullable();

export const scoresSchema = z.record(z.string(), scoreSchema).openapi("Scores", {
  description:
    "按条款的分值，合乎评分准则的分档；缺省或 null 即未评，不是零分 / scores by clause, on the scale of the criteria; absent or null was not scored, which is not zero",
  example: { "4.1.2": 80, "4.1.3": null },
});

const applicantSchema = z.strictObject({ id: key, name: z.string().max(ID_LIMIT).nullable().optional() }).openapi("Applicant");

const sheetSchema = z
  .object({
    stage: z.string().openapi({ description: "评审环节，写名称或标题 / the stage, by its name or label", example: "site" }),
    applicant: key,
    reviewer: key,
    scores: scoresSchema.optional(),
  })
  .catchall(scoreSchema)
  .openapi("Sheet", {
    description:
      "一名评审员在一个环节给一个申报单位的分；分值置于 scores 之下，或按条款与各名称并列 / what one reviewer gave one applicant at one stage; scores stand under `scores`, or by clause beside the names",
  });

const interestSchema = z.strictObject({ reviewer: key, applicant: key }).openapi("Interest", {
  description: "评审员申报的利害关系 / an interest that a reviewer has declared",
});

export const aggregationSchema = z
  .union([
    z.strictObject({ method: z.literal("mean") }),
    z.strictObject({ method: z.literal("trimmed-mean"), drop: z.int().min(1) }),
    z.strictObject({ method: z.literal("median") }),
  ])
  .openapi("Aggregation", {
    description:
      "各份评分如何合成一个分数；drop 为两端各去掉的份数 / how sheets become one score; drop is how many are left out at each end",
  });

const open = <T extends z.ZodType>(schema: T) => schema.nullable().optional();

export const selectionQuestionSchema = z
  .strictObject({
    id: open(questionIdSchema),
    asOf: civilDateSchema,
    edition: open(z.string().max(ID_LIMIT)).openapi({ description: "届次，原样写回 / the edition, given back as it is" }),
    applicants: open(z.array(applicantSchema)).openapi({
      description: "全部申报单位；缺省为有评分的单位 / all applicants; absent, those of whom there are sheets",
    }),
    sheets: z
      .array(sheetSchema)
      .openapi({ description: "已举行各环节的评分表，至多 20 000 份 / of every stage held so far, at most 20 000" }),
    interests: open(z.array(interestSchema)).openapi({
      description: "全部已申报的利害关系，没有则写 [] / every interest declared, [] for none",
    }),
    held: open(z.array(z.string())).openapi({
      description: "评分表已齐的环节；缺省为有评分的环节 / stages of which all sheets are given; absent, those of which any are",
    }),
    reviewRules: open(z.looseObject({})).openapi({
      description:
        "评审规则，形同 review-rules；缺省用规则包自带的 / review rules, as review-rules has them; the pack's own where absent",
    }),
  })
  .openapi("SelectionQuestion");
