/** The shape of `ObligationsResult` once more, for the OpenAPI document; a test holds real answers to it. */
import { z } from "@hono/zod-openapi";
import { caseAnswerHead, caseQuote, countedOrNull, dayOrNull, eventPointer } from "./case-answer-schema.js";
import { named, textSchema } from "./decision-schema.js";

const obligation = z
  .strictObject({
    rule: z.string().openapi({ description: "规则包中的义务 / the duty of the pack", example: "obligations/performance-report" }),
    label: textSchema,
    applicant: z.string(),
    by: named.openapi({ description: "由谁履行 / who owes it" }),
    status: z.enum(["not-yet", "due", "overdue", "fulfilled", "waived"]).openapi({
      description:
        "not-yet 尚未开始；due 应履行；overdue 逾期；fulfilled 已履行；waived 免除 / not-yet: not begun; due: to be done now; overdue: its last day past; fulfilled; waived: no longer owed",
    }),
    certain: z.boolean().openapi({
      description:
        "false：尚有未知的事实，或某年的放假安排未知 / false: a fact that is not known, or an official calendar, may still change the status",
    }),
    number: z
      .int()
      .min(1)
      .nullable()
      .openapi({ description: "第几期，null 为不分期 / which period it is, from 1; null: there is but one" }),
    trigger: eventPointer
      .nullable()
      .openapi({ description: "由何事件产生，null 为尚无 / the event that gave rise to it; null: none has yet" }),
    from: dayOrNull.openapi({
      description: "最早哪一天可履行 / the first day on which it can be fulfilled; null: none has given rise to it",
    }),
    until: dayOrNull.openapi({ description: "最迟哪一天，null 为不限 / the last day; null: there is no limit" }),
    counted: countedOrNull,
    settledBy: eventPointer
      .nullable()
      .openapi({ description: "履行或终止它的事件 / the event that fulfilled it, or ended it; null: none" }),
    settledOn: dayOrNull,
    late: z.boolean().openapi({ description: "逾期履行 / whether it was fulfilled after its last day" }),
    ...caseQuote,
    says: textSchema,
  })
  .openapi("Obligation", { description: "一个单位的一项义务，或其一期 / a duty of one applicant, or one period of it" });

export const obligationsSchema = z
  .strictObject({
    ...caseAnswerHead,
    obligations: z.array(obligation).readonly().openapi({
      description: "依义务、单位、期次 / in the order of the pack's duties, of the applicants and of the periods",
    }),
  })
  .openapi("Obligations", { description: "各单位应尽的义务 / what each applicant and winner owes, and whether it was done" });
