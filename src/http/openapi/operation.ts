/** What descriptions of operations are made of. */
import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { PROBLEMS, type ProblemName } from "../problem.js";
import { problemSchema } from "./problem-schema.js";

export type Responses = RouteConfig["responses"];
export type Operation = Omit<RouteConfig, "responses"> & { readonly responses: Responses };
export type ExampleMap = Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;

export const awardParam = z.string().openapi({ description: "奖项 / award", example: "nm-chairman-2022" });

export function json<T>(schema: T) {
  return { "application/json": { schema } };
}

/** By status; kinds that share one are named together. */
export function problems(names: readonly ProblemName[]): Responses {
  const statuses = new Set(names.map((name) => PROBLEMS[name].status));
  const describe = (name: ProblemName) => `\`${name}\`: ${PROBLEMS[name].title.zh} / ${PROBLEMS[name].title.en}`;
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      {
        description: names
          .filter((name) => PROBLEMS[name].status === status)
          .map(describe)
          .join("; "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}
