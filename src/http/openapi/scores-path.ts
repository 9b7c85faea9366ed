/** The operation that scores sheets, described. */
import type { ExampleMap, Operation } from "./operation.js";
import { scoresQuestionSchema, scoresSchemaOfAnswer } from "./scores-schema.js";
import { sheetsOperation } from "./sheets-operation.js";

export function scores(examples: ExampleMap): Operation {
  return sheetsOperation({
    path: "/v1/awards/{award}/scores",
    operationId: "score",
    summary: "评分表计分 / score sheets to points",
    description:
      "每份给出总分与类目小计，整数精确；有未评项时给出上下限；给出 aggregation 则再按单位与环节合成并排名。正文至多 16 MiB，20 000 份。 / Every sheet to its total and category subtotals, exact; bounds where an item was not scored; with an `aggregation`, also by applicant and stage, ranked. At most 16 MiB and 20 000 sheets.",
    question: scoresQuestionSchema,
    examples,
    answer: { description: "得分 / the points", schema: scoresSchemaOfAnswer },
  });
}
