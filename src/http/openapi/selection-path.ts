/** The operation that selects, described. */
import type { ExampleMap, Operation } from "./operation.js";
import { selectionQuestionSchema } from "./selection-question-schema.js";
import { selectionSchema } from "./selection-schema.js";
import { sheetsOperation } from "./sheets-operation.js";

export function selection(examples: ExampleMap): Operation {
  return sheetsOperation({
    path: "/v1/awards/{award}/selection",
    operationId: "select",
    summary: "评选一届 / one edition: who goes on, the ranking and the awards",
    description:
      "由各环节评分表得出入围、排名与拟奖名单，逐行附条文；线上同分不自行取舍；有利害关系的评分不计入并列明；缺项时给出上下限；评分表不足的单位仍可能得分，名额不因此算作空缺。正文至多 16 MiB，每个列表至多 20 000 行。 / From the sheets of every stage to the shortlist, the ranking and the awards, every line by its provision; ties across a cut are never broken; sheets of reviewers with an interest do not count and are listed; while scores are missing, their bounds are given; a unit that lacks the sheets for a score may still come to one, and its place is not vacant. At most 16 MiB, and 20 000 rows a list.",
    question: selectionQuestionSchema,
    examples,
    answer: { description: "评选结果 / the selection", schema: selectionSchema },
  });
}
