/** The OpenAPI 3.1 document: operations, shapes, and for every award its facts and an example of every decision. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Examples } from "../../files/examples.js";
import { KERNEL_VERSION } from "../../kernel/version.js";
import { digestOf } from "../../pack/digest.js";
import type { Resource } from "../cached.js";
import type { Awards } from "../find.js";
import { JSON_TYPE } from "../headers.js";
import { exampleCases } from "./case-examples.js";
import type { ExampleMap } from "./operation.js";
import { describePaths } from "./paths.js";
import { failureSchema } from "./problem-schema.js";
import { questionComponents } from "./question-schema.js";
import { exampleCsv, exampleLines, exampleScores, exampleSelections } from "./score-examples.js";

export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

export function openApiResource(app: OpenAPIHono, awards: Awards, examples: Examples) {
  const document = openApiDocument(app, awards, examples);
  const resource: Resource = { body: JSON.stringify(document), type: JSON_TYPE, etag: `"${digestOf(document)}"` };
  return { document, resource };
}

function openApiDocument(app: OpenAPIHono, awards: Awards, examples: Examples): OpenApiDocument {
  const questions = exampleQuestions(awards, examples);
  describePaths(app, {
    decide: questions,
    decideBatch: asLines(questions),
    select: exampleSelections(awards, examples),
    score: exampleScores(awards, examples),
    scoreLines: exampleLines(awards, examples),
    scoreCsv: exampleCsv(awards, examples),
    cases: exampleCases(awards, examples),
  });
  app.openAPIRegistry.register("Failure", failureSchema);
  for (const [name, schema] of Object.entries(questionComponents(awards))) {
    app.openAPIRegistry.registerComponent("schemas", name, schema);
  }
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "质量奖规则内核 / quality award kernel",
      version: KERNEL_VERSION,
      description:
        "以数据表示的政府质量奖规则；每个判定都说明所依条文。不存事实，不记请求。 / The rules of a government quality award as data; every decision explained by the provision it rests on. No fact is stored, no request is logged.",
      license: { name: "Apache-2.0" },
    },
    // Relative, so that it holds behind a gateway that serves it under a path of its own.
    servers: [{ url: "." }],
  });
}

/** A pack's own example of a decision; where it has none, the question with no facts, whose answer lists those that are missing. */
function exampleQuestions(awards: Awards, examples: Examples): ExampleMap {
  const entries = [...awards.values()].flatMap(({ id, files: { pack } }) =>
    pack.decisions.map(({ name, title }) => {
      const own = examples.get(id)?.get(name);
      if (own !== undefined)
        return [`${id}/${name}`, { summary: `${title.zh}（虚构） / ${title.en} (invented)`, value: own }] as const;
      const value = { asOf: pack.inForce.from, facts: {} };
      return [`${id}/${name}`, { summary: `${title.zh} / ${title.en}`, value }] as const;
    }),
  );
  return Object.fromEntries(entries);
}

function asLines(questions: ExampleMap): ExampleMap {
  return Object.fromEntries(
    Object.entries(questions).map(([key, { summary, value }]) => {
      const line = JSON.stringify({ ...(value as object), detail: "verdict" });
      return [key, { summary, value: `${line}\n${line}\n` }];
    }),
  );
}
