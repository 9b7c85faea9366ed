/** What is told of awards and of the service itself. */
import { z } from "@hono/zod-openapi";
import { civilDateSchema, textSchema } from "./decision-schema.js";

export const healthSchema = z
  .strictObject({ status: z.literal("ok"), kernel: z.string(), awards: z.array(z.string()) })
  .openapi("Health");

const awardSummary = z
  .strictObject({
    id: z.string(),
    title: textSchema,
    documentNumber: z.string().openapi({ description: "文号 / document number" }),
    inForce: z.strictObject({ from: civilDateSchema, until: z.iso.date().nullable() }),
    succeededBy: z.strictObject({ documentNumber: z.string(), award: z.string().nullable() }).nullable(),
    digest: z
      .string()
      .openapi({ description: "规则包规范化 JSON（RFC 8785）的 sha256 / sha256 over the canonical JSON (RFC 8785) of the pack" }),
    decisions: z.array(z.strictObject({ name: z.string(), title: textSchema, question: textSchema })),
  })
  .openapi("AwardSummary");

export const awardListSchema = z.strictObject({ awards: z.array(awardSummary) }).openapi("AwardList");

/** A pack's own shapes are checked where it is loaded; here only its parts are named. */
export const packSchema = z
  .strictObject({
    pack: z.looseObject({}).openapi({ description: "标题、文号、施行日期、判定事项 / title, document number, dates, decisions" }),
    law: z.looseObject({}).openapi({ description: "办法全文 / the text of the measures" }),
    ledger: z.looseObject({}).openapi({ description: "条文台账 / every provision accounted for" }),
    facts: z.looseObject({}).openapi({ description: "事实与推导 / facts and derivations" }),
    parameters: z.looseObject({}).openapi({ description: "办法规定的数值 / values the law fixes" }),
    interpretations: z.looseObject({}).openapi({ description: "待解释事项 / points the law leaves open" }),
    criteria: z.looseObject({}).optional().openapi({ description: "评分准则 / what applicants are scored by" }),
    selection: z.looseObject({}).optional().openapi({ description: "办法对选拔的规定 / what the law fixes of selection" }),
    "review-rules": z
      .looseObject({})
      .optional()
      .openapi({ description: "评审规则，可由调用方另给 / review rules, which a caller may replace" }),
    procedure: z
      .looseObject({})
      .optional()
      .openapi({ description: "办法规定的程序 / steps, who takes them, and what must hold between them" }),
    obligations: z
      .looseObject({})
      .optional()
      .openapi({ description: "获奖单位和申报单位的义务 / what winners and applicants owe" }),
    properties: z.looseObject({}).optional().openapi({ description: "对一切案例均应成立的断言 / what must hold of every case" }),
    rules: z.record(z.string(), z.array(z.looseObject({}))).openapi({ description: "规则，按判定事项 / rules by decision" }),
  })
  .openapi("Pack", { description: "可原样交给 `loadAward` / what `loadAward` takes, as it is" });
