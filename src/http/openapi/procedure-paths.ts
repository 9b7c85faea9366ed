/** What may be asked of the log of a case, described: an operation for each. */
import { z } from "@hono/zod-openapi";
import type { CaseQuestionName } from "../procedure.js";
import { auditSchema } from "./audit-schema.js";
import type { CaseExamples } from "./case-examples.js";
import { caseQuestionSchema } from "./case-question-schema.js";
import { deadlinesSchema } from "./deadlines-schema.js";
import { civilDateSchema } from "./decision-schema.js";
import { nextSchema } from "./next-schema.js";
import { obligationsSchema } from "./obligations-schema.js";
import { awardParam, json, type Operation, problems } from "./operation.js";

interface Described {
  readonly summary: string;
  readonly description: string;
  readonly answer: string;
  readonly schema: z.ZodType;
  /** What it is as a calendar, where it can be one. */
  readonly calendar?: string;
}

const QUESTIONS: Readonly<Record<CaseQuestionName, Described>> = {
  audit: {
    summary: "审查记录 / a log held against the procedure",
    description:
      "哪一步不合程序：由谁办理、缺何材料、先后、时限与并存，逐处附条文原文和所涉事件；尚不能确定的另作标明。 / Which step was not as it should be: by whom, without what evidence, in what order, in what time, beside what; each with the words of its provision and the events it is about, and marked where it is not certain.",
    answer: "审查结果 / what was found",
    schema: auditSchema,
  },
  next: {
    summary: "下一步 / what may be done next",
    description:
      "整届评选和各单位办到哪一步，现在可办哪些步骤：由谁办理、须何材料、最早和最迟哪一天；哪些还不可办，为何。 / How far the edition and each applicant have come, and which steps may be taken now: by whom, with what evidence, from when and until when; which may not be taken yet, and why.",
    answer: "下一步 / what may be done next",
    schema: nextSchema,
  },
  deadlines: {
    summary: "期限 / deadlines",
    description:
      "程序和义务的各个期限：最迟或最早哪一天，如何计算，是否如期。Accept 为 text/calendar 的，给出尚未办理的各期限的日历文件，语言依 Accept-Language。 / Every time limit of the procedure and of the duties: the day at the latest or at the earliest, how it was counted, and whether it was kept. Where `Accept` prefers `text/calendar`, those with nothing done yet as an iCalendar file, in the language of `Accept-Language`.",
    answer: "各期限 / the deadlines",
    schema: deadlinesSchema,
    calendar: "尚未办理的期限，iCalendar（RFC 5545） / deadlines with nothing done yet, iCalendar (RFC 5545)",
  },
  obligations: {
    summary: "义务 / obligations",
    description:
      "各申报单位和获奖单位应尽的义务，逐期给出：何时起、何时止、是否履行。Accept 为 text/calendar 的，给出其中有期限而尚未履行的日历文件，语言依 Accept-Language。 / What each applicant and winner owes, period by period: from when, until when, and whether it was done. Where `Accept` prefers `text/calendar`, those with a last day and not done yet as an iCalendar file, in the language of `Accept-Language`.",
    answer: "各项义务 / the obligations",
    schema: obligationsSchema,
    calendar: "尚未履行的义务的期限，iCalendar（RFC 5545） / last days of what is still owed, iCalendar (RFC 5545)",
  },
};

/** Of the whole input, whatever is asked. */
const OF_THE_LOG =
  "记录可写成一个 JSON；或逐行写，首行为不含事件的其余部分，其后每行一个事件，错误附所在的行。地址中的 asOf 先于正文中的。正文至多 16 MiB，单位和事件各至多 20 000。 / The log is one JSON; or lines, the first the case without its events and each below it an event, and errors tell the line. asOf in the address goes before the body's. At most 16 MiB, 20 000 applicants and 20 000 events.";

export function procedurePaths({ whole, lines }: CaseExamples): readonly Operation[] {
  return (Object.entries(QUESTIONS) as [CaseQuestionName, Described][]).map(
    ([name, { summary, description, answer, schema, calendar }]) => ({
      method: "post",
      path: `/v1/awards/{award}/procedure/${name}`,
      operationId: name,
      summary,
      description: bilingual(description, OF_THE_LOG),
      request: {
        params: z.object({ award: awardParam }),
        query: z.object({ asOf: civilDateSchema.optional() }),
        body: {
          required: true,
          content: {
            "application/json": { schema: caseQuestionSchema, examples: whole as never },
            "application/x-ndjson": {
              schema: {
                type: "string",
                description:
                  "首行为不含事件的其余部分，其后每行一个 CaseEvent / the case without its events, then a CaseEvent a line",
              } as never,
              examples: lines as never,
            },
          },
        },
      },
      responses: {
        200: { description: answer, content: { ...json(schema), ...(calendar === undefined ? {} : inCalendar(calendar)) } },
        ...problems([
          "unreadable-body",
          "unknown-award",
          "absent-part",
          "method-not-allowed",
          ...(calendar === undefined ? [] : ["not-acceptable" as const]),
          "body-too-large",
          "unsupported-media-type",
          "invalid-question",
          "internal-error",
        ]),
      },
    }),
  );
}

function inCalendar(description: string) {
  return { "text/calendar": { schema: { type: "string", description } as never } };
}

/** Chinese with Chinese, English with English. */
function bilingual(...texts: readonly string[]): string {
  const halves = texts.map((text) => text.split(" / "));
  return `${halves.map(([zh]) => zh).join("")} / ${halves.map(([, en]) => en).join(" ")}`;
}
