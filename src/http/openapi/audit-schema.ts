/** The shape of `AuditResult` once more, for the OpenAPI document; a test holds real answers to it. */
import { z } from "@hono/zod-openapi";
import { caseAnswerHead, caseQuote, eventPointer } from "./case-answer-schema.js";
import { civilDateSchema, textSchema } from "./decision-schema.js";

const breach = z
  .strictObject({
    rule: z.string().openapi({
      description: "规则包中的约束或步骤 / a constraint or an activity of the pack",
      example: "procedure/notice-of-seven-working-days",
    }),
    kind: z.enum([
      "wrong-body",
      "no-evidence",
      "not-preceded",
      "not-as-required",
      "too-soon",
      "too-late",
      "not-followed",
      "not-directly-preceded",
      "never-allowed",
      "too-often",
      "not-together",
    ]),
    certain: z.boolean().openapi({
      description:
        "false：尚有未知的事实，或某年的放假安排未知 / false: a fact, or the official calendar of a year, is not known and may clear it",
    }),
    ...caseQuote,
    applicant: z.string().nullable().openapi({ description: "null：属于整届评选 / null: of the edition as a whole" }),
    events: z.array(eventPointer).readonly().openapi({ description: "有误的在前 / the wrong one first" }),
    says: textSchema,
  })
  .openapi("Breach", { description: "一处不合程序 / one thing that is not as it should be" });

const late = z
  .strictObject({ event: eventPointer, occurredOn: civilDateSchema, recordedOn: civilDateSchema })
  .openapi("RecordedLate");

export const auditSchema = z
  .strictObject({
    ...caseAnswerHead,
    breaches: z.array(breach).readonly(),
    recordedLate: z.array(late).readonly().openapi({ description: "事后录入的事件 / events recorded later than they happened" }),
  })
  .openapi("Audit", {
    description: "记录中不合程序之处，依事件先后 / what in the log is not as the procedure asks, in the order of the events",
  });
