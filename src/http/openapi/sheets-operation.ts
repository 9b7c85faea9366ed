/** An operation that takes score sheets of an award as one question, described. */
import { z } from "@hono/zod-openapi";
import { awardParam, type ExampleMap, json, type Operation, problems } from "./operation.js";

interface SheetsOperation {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly question: z.ZodType;
  readonly examples: ExampleMap;
  readonly answer: { readonly description: string; readonly schema: z.ZodType };
}

export function sheetsOperation({ question, examples, answer, ...head }: SheetsOperation): Operation {
  return {
    method: "post",
    ...head,
    request: {
      params: z.object({ award: awardParam }),
      body: { required: true, content: { "application/json": { schema: question, examples: examples as never } } },
    },
    responses: {
      200: { description: answer.description, content: json(answer.schema) },
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
  };
}
