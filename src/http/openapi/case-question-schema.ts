/** The body that asks something of a case: what `readCase` of `src/procedure` reads. */
import { z } from "@hono/zod-openapi";
import { ID_LIMIT } from "../../kernel/question-head.js";
import { civilDateSchema } from "./decision-schema.js";

const key = z.union([z.string().min(1).max(ID_LIMIT), z.int()]);

const datum = z.union([z.string(), z.int(), z.boolean(), z.array(z.string())]).nullable();

const data = z.record(z.string(), datum).openapi("CaseData", {
  description: "规则包 procedure 所列的项目；缺省或 null 即未知 / as the pack's procedure lists it; absent or null is not known",
  example: { result: "qualified" },
});

const confidential = z
  .array(z.string())
  .nullable()
  .optional()
  .openapi({
    description: "声明保密的各项，JSON Pointer，自本条起 / what of this entry is declared confidential, as JSON Pointers into it",
    example: ["/data/result"],
  });

const applicant = z
  .object({ name: key, confidential })
  .catchall(datum)
  .openapi("CaseApplicant", { description: "申报单位，其余各项见规则包 / an applicant; what else there is, the pack says" });

const event = z
  .strictObject({
    activity: z.string().openapi({ description: "规则包所列的步骤 / an activity of the pack", example: "approval-request" }),
    occurredOn: civilDateSchema,
    recordedOn: civilDateSchema
      .optional()
      .openapi({ description: "何时录入，缺省为当日 / when it was entered; absent, the same day" }),
    applicant: key.optional().openapi({ description: "涉及某一申报单位的步骤必填 / of activities that are an applicant's" }),
    by: z.string().openapi({ description: "规则包所列的机构 / a body of the pack", example: "regional-market-regulator" }),
    person: key.optional().openapi({ description: "具体办理人 / who of the body it was" }),
    evidence: z
      .array(z.string())
      .nullable()
      .optional()
      .openapi({ example: ["list"] }),
    data: data.nullable().optional(),
    confidential,
  })
  .openapi("CaseEvent", { description: "办理的一步 / one thing that was done" });

const arrangement = z
  .strictObject({ holidays: z.array(civilDateSchema), workdays: z.array(civilDateSchema) })
  .openapi("YearArrangement", {
    description: "一年的放假安排：放假的日子与调休上班的周末 / of one year: days off, and days of a weekend that are worked",
  });

export const caseQuestionSchema = z
  .strictObject({
    edition: data.nullable(),
    applicants: z.array(applicant).nullable(),
    events: z.array(event).nullable().openapi({ description: "次序不限，至多 20 000 个 / in any order, at most 20 000" }),
    asOf: civilDateSchema.optional().openapi({
      description:
        "截至哪一天，其后发生或录入的当日尚不知道；缺省为记录的最后一天 / as was known on this day; absent, the last day of the log",
    }),
    interpretations: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .openapi({ description: "所选解释，缺省用默认 / readings chosen; the default where absent" }),
    calendar: z
      .record(z.string(), arrangement)
      .optional()
      .openapi({ description: "按年份，补充或取代已知的年份 / by year, beside or in place of those that are known" }),
  })
  .openapi("CaseQuestion", {
    description: "一届评选的记录 / the log of one edition of an award",
  });
