/** The shape of `NextResult` once more, for the OpenAPI document; a test holds real answers to it. */
import { z } from "@hono/zod-openapi";
import { caseAnswerHead, caseQuote, dayOrNull, eventPointer, provisionalYears } from "./case-answer-schema.js";
import { civilDateSchema, named, textSchema } from "./decision-schema.js";

const rule = z.string().openapi({
  description: "规则包中的约束、步骤或义务 / a constraint, an activity or a duty of the pack",
  example: "procedure/notice-of-seven-working-days",
});

const step = z
  .strictObject({
    activity: named,
    again: z.boolean().openapi({
      description: "此步或其后的步骤已办过 / whether it, or something that comes after it, was done before",
    }),
    by: z.array(named).readonly().openapi({ description: "由谁办理 / who may take it" }),
    evidence: z.array(named).readonly().openapi({ description: "须有的材料 / what must be there when it is taken" }),
    from: civilDateSchema.openapi({
      description: "最早哪一天可办，不早于 asOf / the first day on which it may be taken, no earlier than asOf",
    }),
    until: dayOrNull.openapi({ description: "最迟哪一天，null 为不限 / the last day; null: there is none" }),
    provisional: provisionalYears,
    limits: z
      .array(rule)
      .readonly()
      .openapi({ description: "定下这些日子的约束和义务 / constraints and duties that set these days" }),
    provided: z
      .array(z.strictObject({ rule, provision: z.string(), says: textSchema }))
      .readonly()
      .openapi({ description: "还须符合、尚不能确定的 / what must hold besides, as far as it cannot be told yet" }),
    ...caseQuote,
  })
  .openapi("NextStep", { description: "可办的一步 / a step that may be taken" });

const standing = z
  .strictObject({
    applicant: z.string().nullable().openapi({ description: "null：整届评选 / null: the edition as a whole" }),
    reached: z.strictObject({ activity: named, event: eventPointer, occurredOn: civilDateSchema }).nullable().openapi({
      description:
        "已办的步骤中程序上最后的一步，null 为尚未办理 / of what was done, what comes last in the procedure; null: nothing was",
    }),
    steps: z.array(step).readonly().openapi({ description: "依程序次序 / in the order of the procedure" }),
    barred: z
      .array(z.strictObject({ activity: named, rules: z.array(rule).readonly() }))
      .readonly()
      .openapi({
        description:
          "其后而现在不可办的步骤，及何约束 / steps still to come that may not be taken yet, and the constraints that bar them",
      }),
    lacking: z
      .array(z.strictObject({ activity: named, event: eventPointer, evidence: z.array(named).readonly() }))
      .readonly()
      .openapi({ description: "已办而缺材料的 / what was done without evidence that it needs" }),
  })
  .openapi("Standing", {
    description: "一个单位或整届评选办到哪一步 / how far an applicant has come, or the edition as a whole",
  });

export const nextSchema = z
  .strictObject({
    ...caseAnswerHead,
    edition: standing,
    applicants: z.array(standing).readonly().openapi({ description: "依问题中的次序 / in the order of the question" }),
  })
  .openapi("Next", { description: "办到哪一步，下一步可办什么 / how far the case has come, and what may be done next" });
