/** Every operation of the service, described. Handlers are apart: nothing described here is run when a question comes. */
import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { isOptional, isPart } from "../../pack/parts.js";
import type { PartName } from "../awards.js";
import type { ProblemName } from "../problem.js";
import { awardListSchema, healthSchema, packSchema } from "./award-schema.js";
import type { CaseExamples } from "./case-examples.js";
import { decisionSchema } from "./decision-schema.js";
import { awardParam, type ExampleMap, json, type Operation, problems, type Responses } from "./operation.js";
import { procedurePaths } from "./procedure-paths.js";
import { lineAnswerSchema, REF } from "./question-schema.js";
import { scoresBatch } from "./scores-batch-path.js";
import { scores } from "./scores-path.js";
import { selection } from "./selection-path.js";

const PARTS: Readonly<Record<PartName, string>> = {
  "": "规则包全部 / the whole pack, as `loadAward` takes it",
  law: "办法全文 / the text of the measures, provision by provision",
  ledger: "条文台账 / every provision, encoded or not, and why",
  facts: "事实与推导 / facts and derivations",
  "facts.schema.json": "事实的 JSON Schema / the facts as JSON Schema 2020-12",
  parameters: "办法规定的数值 / values the law fixes",
  interpretations: "待解释事项 / points the law leaves open, and their readings",
  criteria: "评分准则 / categories, items, points and scale",
  selection: "办法对选拔的规定 / what the law fixes of stages, ranking, awards and ties",
  "review-rules": "评审规则 / weights, thresholds and aggregation; illustrative where it says so",
  procedure: "办法规定的程序 / who may take which step, in which order, with what evidence and in what time",
  obligations: "获奖单位和申报单位的义务 / what winners and applicants owe, from when to when",
  properties: "对一切案例均应成立的断言 / what must hold of every case, whatever its facts",
  rules: "规则 / the rules, by decision, as json-rules-engine takes them",
};

/** By operation. */
export interface OperationExamples {
  readonly decide: ExampleMap;
  readonly decideBatch: ExampleMap;
  readonly select: ExampleMap;
  readonly score: ExampleMap;
  readonly scoreLines: ExampleMap;
  readonly scoreCsv: ExampleMap;
  readonly cases: CaseExamples;
}

export function describePaths(app: OpenAPIHono, examples: OperationExamples): void {
  const register = (operation: Operation) => app.openAPIRegistry.registerPath(operation as RouteConfig);
  register(toDocs);
  register(read("/healthz", "health", "服务状态 / is the service up", json(healthSchema)));
  register(read("/v1/awards", "listAwards", "有哪些奖项 / the awards there are", json(awardListSchema), "cached"));
  for (const [part, summary] of Object.entries(PARTS)) {
    const absent: readonly ProblemName[] = isPart(part) && isOptional(part) ? ["absent-part"] : [];
    const path = `/v1/awards/{award}${part === "" ? "" : `/${part}`}`;
    const id = `get${part === "" ? "Award" : pascal(part)}`;
    const schema = part === "" ? packSchema : z.looseObject({});
    const content = part === "facts.schema.json" ? { "application/schema+json": { schema } } : json(schema);
    register({
      ...read(path, id, summary, content, "cached", ["unknown-award", ...absent]),
      request: { params: z.object({ award: awardParam }) },
    });
  }
  register(decide(examples.decide));
  register(batch(examples.decideBatch));
  register(selection(examples.select));
  register(scores(examples.score));
  register(scoresBatch(examples.scoreLines, examples.scoreCsv));
  for (const operation of procedurePaths(examples.cases)) register(operation);
  register(read("/openapi.json", "openApi", "本文件 / this document", json(z.looseObject({})), "cached"));
  register(read("/docs", "docs", "说明 / documentation", { "text/html": { schema: z.string() } }, "cached"));
}

const decisionParam = z.string().openapi({ description: "判定事项 / decision", example: "eligibility" });
const params = z.object({ award: awardParam, decision: decisionParam });

const toDocs: Operation = {
  method: "get",
  path: "/",
  operationId: "root",
  summary: "转到说明 / leads to the documentation",
  responses: { 302: { description: "见 /docs / see /docs" }, ...problems(["method-not-allowed"]) },
};

function decide(examples: ExampleMap): Operation {
  return {
    method: "post",
    path: "/v1/awards/{award}/decisions/{decision}",
    operationId: "decide",
    summary: "判定一事 / one decision, with its reasons",
    description:
      "每条规则附条文原文与所用事实；另给仍缺的事实、补救办法和所依解释。 / Every rule with the words of its provision and the facts used; what is still missing, what would help, and which readings it rests on.",
    request: {
      params,
      body: { required: true, content: { "application/json": { schema: { $ref: `${REF}Question` }, examples } } },
    },
    responses: {
      200: { description: "判定 / the decision", content: json(decisionSchema) },
      ...problems([
        "unreadable-body",
        "unknown-award",
        "unknown-decision",
        "method-not-allowed",
        "body-too-large",
        "unsupported-media-type",
        "invalid-question",
        "internal-error",
      ]),
    },
  };
}

function batch(examples: ExampleMap): Operation {
  const body = { schema: { type: "string", description: "每行一个 Question / one Question a line" } as const, examples };
  return {
    method: "post",
    path: "/v1/awards/{award}/decisions/{decision}/batch",
    operationId: "decideBatch",
    summary: "批量判定 / many decisions, one a line",
    description:
      "逐行应答，次序不变；某行有误只报该行，附其编号，其余照判；空行略过；每行至多 1 MiB，总长不限。 / Answered line by line as they come, in order; a bad line is reported, with its id, and the rest go on; blank lines are passed over; 1 MiB a line, no limit in all.",
    request: { params, body: { required: true, content: { "application/x-ndjson": body } } },
    responses: {
      200: {
        description: "每行一个应答 / one answer a line",
        content: { "application/x-ndjson": { schema: lineAnswerSchema as never } },
      },
      ...problems(["unknown-award", "unknown-decision", "method-not-allowed", "unsupported-media-type", "internal-error"]),
    },
  };
}

function read(
  path: string,
  operationId: string,
  summary: string,
  content: object,
  caching: "cached" | "fresh" = "fresh",
  failing: readonly ProblemName[] = [],
): Operation {
  const notModified = { 304: { description: "与 If-None-Match 所示相同 / what If-None-Match names is still right" } };
  return {
    method: "get",
    path,
    operationId,
    summary,
    responses: {
      200: { description: "成功 / OK", content },
      ...(caching === "cached" ? notModified : {}),
      ...problems([...failing, "method-not-allowed"]),
    } as Responses,
  };
}

/** `facts.schema.json` is `FactsSchema`. */
function pascal(part: string): string {
  const words = part.replace(/\.json$/, "").split(/[.-]/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
