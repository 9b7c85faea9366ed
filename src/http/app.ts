/** The whole service as a function from request to response: awards in, no state kept; what is asked is remembered by a keeper alone. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Examples } from "../files/examples.js";
import type { Keeper } from "../files/keep-file.js";
import type { Conceal } from "../kernel/confidential/conceal.js";
import { failure } from "../kernel/failure.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import { listOf, PART_NAMES, partsOf } from "./awards.js";
import { BATCH_PATH, batchHandler } from "./batch.js";
import { once, respondCached } from "./cached.js";
import { DECISION_PATH, decisionHandler } from "./decisions.js";
import { docsPage } from "./docs/page.js";
import { type Awards, findAward } from "./find.js";
import { JSON_TYPE, NO_STORE } from "./headers.js";
import { fallback } from "./methods.js";
import { openApiResource } from "./openapi/document.js";
import { problemResponse, Refusal, refusalOf } from "./problem.js";
import { CASE_QUESTIONS, casePath, procedureHandler } from "./procedure.js";
import { scorersOf } from "./scorers.js";
import { SCORES_PATH, scoresHandler } from "./scores.js";
import { SCORES_BATCH_PATH, scoresBatchHandler } from "./scores-batch.js";
import { SELECTION_PATH, selectionHandler } from "./selection.js";

export interface AppOptions {
  /** Questions to show in the documentation. */
  readonly examples?: Examples;
  /** Makes the digests of what a question declares confidential; without it such a question is refused. */
  readonly conceal?: Conceal;
  /** Is given every decision that is answered. */
  readonly keeper?: Keeper | undefined;
  /** Told of a fault of ours; the caller is told only that there was one. */
  readonly onFault?: (error: unknown) => void;
}

/** @param awards by id; they are listed in this order */
export function createApp(awards: Awards, { examples = new Map(), conceal, keeper, onFault }: AppOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono();
  const health = JSON.stringify({ status: "ok", kernel: KERNEL_VERSION, awards: [...awards.keys()] });
  app.get("/healthz", () => new Response(health, { headers: { ...NO_STORE, "content-type": JSON_TYPE } }));

  const list = once(() => listOf(awards));
  app.get("/v1/awards", (c) => respondCached(c, list()));
  const partOf = partsOf(awards);
  for (const part of PART_NAMES) {
    const path = `/v1/awards/:award${part === "" ? "" : `/${part}`}` as "/v1/awards/:award";
    app.get(path, (c) => respondCached(c, partOf(findAward(awards, c.req.param("award")), part)));
  }
  app.post(DECISION_PATH, decisionHandler(awards, conceal, keeper));
  app.post(BATCH_PATH, batchHandler(awards, conceal, keeper));
  const scorers = scorersOf();
  app.post(SELECTION_PATH, selectionHandler(awards, scorers));
  app.post(SCORES_PATH, scoresHandler(awards, scorers));
  app.post(SCORES_BATCH_PATH, scoresBatchHandler(awards, scorers));
  for (const name of CASE_QUESTIONS) app.post(casePath(name), procedureHandler(awards, name));

  const openApi = once(() => openApiResource(app, awards, examples));
  app.get("/openapi.json", (c) => respondCached(c, openApi().resource));
  const docs = once(() => docsPage(openApi().document));
  app.get("/docs", (c) => respondCached(c, docs()));

  // Who opens the address alone, in a browser, is looking for what it says.
  app.get("/", () => new Response(null, { status: 302, headers: { ...NO_STORE, location: "/docs" } }));

  app.notFound(fallback(app));
  app.onError((error, c) => {
    if (error instanceof Refusal) return problemResponse(error, requestOf(c));
    onFault?.(error);
    return problemResponse(refusalOf("internal-error", failure("", { code: "internal-error" })), requestOf(c));
  });
  return app;
}

function requestOf(c: Context) {
  return { path: c.req.path, acceptLanguage: c.req.header("accept-language") };
}
