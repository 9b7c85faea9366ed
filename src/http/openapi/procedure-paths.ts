/** What may be asked of the log of a case, described: an operation for each. */
import { z } from "@hono/zod-openapi";
import type { CaseQuestionName } from "../procedure.js";
import { auditSchema } from "./audit-schema.js";
import type { CaseExamples } from "./case-examples.js";
import { caseQuestionSchema } from "./case-question-schema.js";
import { civilDateSchema } from "./decision-schema.js";
import { awardParam, json, type Operation, problems } from "./operation.js";

interface Described {
  readonly summary: string;
  readonly description: string;
  readonly answer: string;
  readonly schema: z.ZodType;
}

const QUESTIONS: Readonly<Record<CaseQuestionName, Described>> = {
  audit: {
    summary: "审查记录 / a log held against the procedure",
    description:
      "哪一步不合程序：由谁办理、缺何材料、先后、时限与并存，逐处附条文原文和所涉事件；尚不能确定的另作标明。 / Which step was not as it should be: by whom, without what evidence, in what order, in what time, beside what; each with the words of its provision and the events it is about, and marked where it is not certain.",
    answer: "审查结果 / what was found",
    schema: auditSchema,
  },
};

/** Of the whole input, whatever is asked. */
const OF_THE_LOG =
  "记录可写成一个 JSON；或逐行写，首行为不含事件的其余部分，其后每行一个事件，错误附所在的行。地址中的 asOf 先于正文中的。正文至多 16 MiB，单位和事件各至多 20 000。 / The log is one JSON; or lines, the first the case without its events and each below it an event, and errors tell the line. asOf in the address goes before the body's. At most 16 MiB, 20 000 applicants and 20 000 events.";

export function procedurePaths({ whole, lines }: CaseExamples): readonly Operation[] {
  return (Object.entries(QUESTIONS) as [CaseQuestionName, Described][]).map(
    ([name, { summary, description, answer, schema }]) => ({
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
        200: { description: answer, content: json(schema) },
        ...problems([
          "unreadable-body",
          "unknown-award",
          "absent-part",
          "method-not-allowed",
          "body-too-large",
          "unsupported-media-type",
          "invalid-question",
          "internal-error",
        ]),
      },
    }),
  );
}

/** Chinese with Chinese, English with English. */
function bilingual(...texts: readonly string[]): string {
  const halves = texts.map((text) => text.split(" / "));
  return `${halves.map(([zh]) => zh).join("")} / ${halves.map(([, en]) => en).join(" ")}`;
}
