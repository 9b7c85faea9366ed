/** The shapes of `src/kernel/answer.ts` once more, for the OpenAPI document; a test holds real answers of every decision to them. */
import { z } from "@hono/zod-openapi";
import type { JsonValue } from "../../kernel/answer.js";
import { ID_LIMIT } from "../../kernel/question-head.js";

export const textSchema = z.strictObject({ zh: z.string(), en: z.string() }).openapi("Text", {
  description: "两种语言的措辞，引述法规时以中文为准 / wording in both languages; Chinese is authoritative for the law",
});

export const civilDateSchema = z.iso
  .date()
  .openapi("CivilDate", { description: "中国标准时间的日历日 / a civil date, China Standard Time", example: "2023-06-01" });

export const questionIdSchema = z.string().max(ID_LIMIT).openapi("QuestionId", {
  description: "问题自带的编号，原样写回 / the question's own, given back as it is",
  example: "2023-017",
});

export const named = z.strictObject({ name: z.string(), label: textSchema }).openapi("Named");

const jsonValue = (z.json() as unknown as z.ZodType<JsonValue>).openapi("JsonValue", {
  type: ["string", "number", "boolean", "array", "object", "null"],
  description: "任意 JSON；null 表示未知 / any JSON; null says unknown",
});

export const noticeSchema = z
  .strictObject({
    code: z.enum(["superseded", "calendar-given", "consequences-undetermined", "missing-not-minimal", "remedies-incomplete"]),
    says: textSchema,
  })
  .openapi("Notice");

const concealed = z.strictObject({ confidential: z.string().regex(/^hmac-sha256:[0-9a-f]{64}$/) }).openapi("Concealed", {
  description:
    "声明保密的值以带密钥的摘要代替；同一密钥下，同一事实的相同值摘要相同 / stands where a confidential value stood: a keyed digest, equal for equal values of one fact under one key",
});

const usedFact = z
  .strictObject({
    name: z.string(),
    label: textSchema,
    source: z.enum(["given", "derived", "parameter", "interpretation", "as-of"]),
    value: jsonValue,
    unit: z.string().optional(),
    finding: z
      .strictObject({
        by: z.union([z.string(), concealed]).optional(),
        evidence: z.union([z.array(z.union([z.string(), concealed])).readonly(), concealed]).optional(),
      })
      .optional(),
  })
  .openapi("UsedFact");

const ruleResult = z
  .strictObject({
    name: z.string(),
    status: z.enum(["satisfied", "violated", "undetermined", "not-applicable"]),
    gives: z.string().nullable().openapi({ description: "命中时给出的结论 / the outcome it gives, where it is hit" }),
    provision: z.string().openapi({ example: "art_10__item_1" }),
    quote: z.string().openapi({ description: "条文原文 / the words of the provision" }),
    facts: z.array(usedFact).readonly(),
    says: textSchema,
  })
  .openapi("RuleResult");

const consequence = z
  .strictObject({
    name: z.string(),
    status: z.enum(["due", "undetermined"]),
    rule: z.string(),
    provision: z.string(),
    quote: z.string(),
    says: textSchema,
    value: jsonValue.optional(),
    unit: z.string().optional(),
  })
  .openapi("Consequence");

const output = z
  .strictObject({ name: z.string(), label: textSchema, value: jsonValue, unit: z.string().optional(), provision: z.string() })
  .openapi("Output");

const missingFact = z
  .strictObject({
    name: z.string(),
    pointer: z.string().openapi({
      description: "问题中的位置，JSON Pointer（RFC 6901） / JSON Pointer (RFC 6901) into the question",
      example: "/facts/operatingSince",
    }),
    label: textSchema,
    question: textSchema,
    type: z.string(),
    kind: z.enum(["objective", "finding"]),
    suppliedBy: named,
    provision: z.string(),
    changes: z.enum(["outcome", "consequences", "outputs"]),
  })
  .openapi("MissingFact");

const change = z.strictObject({ fact: z.string(), label: textSchema, from: jsonValue, to: jsonValue }).openapi("Change");

const remedy = z
  .strictObject({
    changes: z.array(change).readonly(),
    waitUntil: z
      .union([z.iso.date(), concealed])
      .nullable()
      .openapi({ description: "须等到的日子 / the first day on which it is reached; null: no waiting" }),
    putsOff: z.array(z.string()).readonly(),
    outcome: z.string(),
  })
  .openapi("Remedy");

const fixedObstacle = z
  .strictObject({ rule: z.string(), provision: z.string(), facts: z.array(z.string()).readonly(), says: textSchema })
  .openapi("FixedObstacle");

const interpretation = z
  .strictObject({
    name: z.string(),
    question: textSchema,
    provision: z.string(),
    reading: z.string(),
    chosenBy: z.enum(["default", "caller"]),
    settledBy: named,
    wouldChange: z.boolean(),
    readings: z.array(z.strictObject({ name: z.string(), label: textSchema, outcome: z.string() })).readonly(),
  })
  .openapi("Interpretation");

export const decisionSchema = z
  .strictObject({
    id: questionIdSchema.optional(),
    award: z.string(),
    decision: z.string(),
    asOf: civilDateSchema,
    outcome: z
      .string()
      .openapi({ description: "该判定事项的一个结论，或 undetermined / an outcome of the decision, or undetermined" }),
    notices: z.array(noticeSchema).readonly(),
    ruleset: z.strictObject({
      id: z.string(),
      digest: z.string().openapi({
        description: "规则包规范化 JSON（RFC 8785）的 sha256 / sha256 over the canonical JSON (RFC 8785) of the pack",
      }),
    }),
    kernel: z.strictObject({ version: z.string() }),
    title: textSchema.optional(),
    rules: z.array(ruleResult).readonly().optional(),
    consequences: z.array(consequence).readonly().optional(),
    outputs: z.array(output).readonly().optional(),
    missing: z
      .array(missingFact)
      .readonly()
      .optional()
      .openapi({ description: "仍能改变结论的事实 / exactly the facts that can still change the outcome" }),
    remedies: z.strictObject({ possible: z.array(remedy).readonly(), fixed: z.array(fixedObstacle).readonly() }).optional(),
    interpretations: z.array(interpretation).readonly().optional(),
  })
  .openapi("Decision", {
    description:
      "判定及其理由；`detail` 为 `verdict` 时只到 `kernel` 为止 / a decision and its reasons; with `detail: verdict` the members up to `kernel` alone",
  });
