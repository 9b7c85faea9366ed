/** What answers about a case have in common, for the OpenAPI document. */
import { z } from "@hono/zod-openapi";
import { civilDateSchema, noticeSchema, textSchema } from "./decision-schema.js";

export const eventPointer = z.string().openapi({
  description: "记录中的事件，JSON Pointer（RFC 6901），自 0 起 / an event of the log, JSON Pointer (RFC 6901), from 0",
  example: "/events/19",
});

const readingTaken = z
  .strictObject({ name: z.string(), reading: z.string(), chosenBy: z.enum(["default", "caller"]), provision: z.string() })
  .openapi("ReadingTaken", { description: "所依的解释 / a reading that the answer rests on" });

/** A day, or none. */
export const dayOrNull = z.iso.date().nullable();

/** The members of `AnswerHead`. */
export const caseAnswerHead = {
  award: z.string(),
  asOf: civilDateSchema,
  events: z.int().openapi({ description: "当日所知的事件数 / events that were known on that day" }),
  interpretations: z.array(readingTaken).readonly(),
  notices: z.array(noticeSchema).readonly(),
  ruleset: z.strictObject({ id: z.string(), digest: z.string() }),
  kernel: z.strictObject({ version: z.string() }),
};

export const caseQuote = {
  provision: z.string().openapi({ example: "art_16__sent_2" }),
  quote: z.string().openapi({ description: "条文原文 / the words of the provision" }),
};

const period = z
  .strictObject({
    amount: z.int().min(1),
    unit: z.enum(["working-days", "days", "months", "years", "calendar-years"]),
  })
  .openapi("Period", {
    description:
      "calendar-years：次年起的各公历年，至 12 月 31 日 / calendar-years: those after the year in which it begins, to December 31",
  });

export const provisionalYears = z
  .array(z.int())
  .readonly()
  .openapi({
    description:
      "放假安排未知而有影响的年份，非空则该日暂定 / years whose official arrangement is not known though it matters: with any, the day is provisional",
    example: [2027],
  });

const countedPeriod = z
  .strictObject({
    event: eventPointer,
    from: civilDateSchema.openapi({ description: "起算之日，本身不计 / the day from which it runs, itself not counted" }),
    period,
    says: textSchema,
    provisional: provisionalYears,
  })
  .openapi("CountedPeriod", { description: "该日如何计算 / how a day was counted" });

export const countedOrNull = z.union([countedPeriod, z.null()]);
