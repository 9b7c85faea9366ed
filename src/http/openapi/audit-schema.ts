/** The shape of `AuditResult` once more, for the OpenAPI document; a test holds real answers to it. */
import { z } from "@hono/zod-openapi";
import { civilDateSchema, noticeSchema, textSchema } from "./decision-schema.js";

const eventPointer = z.string().openapi({
  description: "记录中的事件，JSON Pointer（RFC 6901），自 0 起 / an event of the log, JSON Pointer (RFC 6901), from 0",
  example: "/events/19",
});

export const readingTakenSchema = z
  .strictObject({ name: z.string(), reading: z.string(), chosenBy: z.enum(["default", "caller"]), provision: z.string() })
  .openapi("ReadingTaken", { description: "所依的解释 / a reading that the answer rests on" });

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
    provision: z.string().openapi({ example: "art_16__sent_2" }),
    quote: z.string().openapi({ description: "条文原文 / the words of the provision" }),
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
    award: z.string(),
    asOf: civilDateSchema,
    events: z.int().openapi({ description: "当日所知的事件数 / events that were known on that day" }),
    interpretations: z.array(readingTakenSchema).readonly(),
    breaches: z.array(breach).readonly(),
    recordedLate: z.array(late).readonly().openapi({ description: "事后录入的事件 / events recorded later than they happened" }),
    notices: z.array(noticeSchema).readonly(),
    ruleset: z.strictObject({ id: z.string(), digest: z.string() }),
    kernel: z.strictObject({ version: z.string() }),
  })
  .openapi("Audit", {
    description: "记录中不合程序之处，依事件先后 / what in the log is not as the procedure asks, in the order of the events",
  });
