/** The shape of `DeadlinesResult` once more, for the OpenAPI document; a test holds real answers to it. */
import { z } from "@hono/zod-openapi";
import { caseAnswerHead, caseQuote, countedOrNull, dayOrNull, eventPointer } from "./case-answer-schema.js";
import { civilDateSchema, named, textSchema } from "./decision-schema.js";

const deadline = z
  .strictObject({
    rule: z.string().openapi({
      description: "规则包中的约束或义务 / a constraint or a duty of the pack",
      example: "procedure/notice-of-seven-working-days",
    }),
    kind: z
      .enum(["not-after", "not-before"])
      .openapi({ description: "最迟该日，或最早该日 / on the day at the latest, or at the earliest" }),
    date: civilDateSchema,
    activity: named,
    applicant: z
      .string()
      .nullable()
      .openapi({ description: "null：整届评选或各单位 / null: of the edition, or of every applicant" }),
    status: z.enum(["running", "over", "kept", "broken"]).openapi({
      description:
        "running 未办、未到期；over 未办、已过；kept 如期办理；broken 未如期 / running: nothing done, the day to come; over: nothing done, the day past; kept and broken: done in time, or not",
    }),
    certain: z.boolean().openapi({
      description:
        "false：尚有未知的事实，或某年的放假安排未知 / false: a fact that is not known, or an official calendar, may still change day or status",
    }),
    counted: countedOrNull.openapi({ description: "null：该日由记录给出 / null: the day is one that the case says" }),
    done: eventPointer.nullable().openapi({ description: "null：未办 / null: nothing was done" }),
    doneOn: dayOrNull,
    ...caseQuote,
    says: textSchema,
  })
  .openapi("Deadline", { description: "一个期限 / by when, or from when on, something is to be done" });

export const deadlinesSchema = z
  .strictObject({
    ...caseAnswerHead,
    deadlines: z.array(deadline).readonly().openapi({ description: "依日期 / by their days" }),
  })
  .openapi("Deadlines", { description: "程序和义务的期限 / the time limits of the procedure and of the duties" });
