/** What to answer where no handler matched: an unknown path, a wrong method on a known one, or a question for the methods. */
import type { Context, Hono } from "hono";
import { COMMON_HEADERS } from "./headers.js";
import { problemResponse, Refusal } from "./problem.js";

/** A day: what a page may ask changes with releases only. */
const PREFLIGHT_SECONDS = "86400";

/** INVARIANT: every route has a handler of its own method, so that the router knows what a path accepts. */
export function fallback(app: Pick<Hono, "router">): (c: Context) => Response {
  return (c) => {
    const allowed = methodsOf(app, c.req.path);
    const request = { path: c.req.path, acceptLanguage: c.req.header("accept-language") };
    if (allowed.length === 0) return problemResponse(unknownRoute(), request);
    const allow = allowed.join(", ");
    if (c.req.method === "OPTIONS") return new Response(null, { status: 204, headers: preflightHeaders(allow) });
    return problemResponse(notAllowed(c.req.method, allow), request);
  };
}

function methodsOf(app: Pick<Hono, "router">, path: string): readonly string[] {
  const has = (method: string) => app.router.match(method, path)[0].length > 0;
  const methods = [...(has("GET") ? ["GET", "HEAD"] : []), ...(has("POST") ? ["POST"] : [])];
  return methods.length === 0 ? [] : [...methods, "OPTIONS"];
}

function preflightHeaders(allow: string) {
  return {
    ...COMMON_HEADERS,
    allow,
    "access-control-allow-methods": allow,
    "access-control-allow-headers": "Content-Type, If-None-Match",
    "access-control-max-age": PREFLIGHT_SECONDS,
  };
}

function unknownRoute(): Refusal {
  return new Refusal("unknown-route", {
    zh: "可用路径见 /openapi.json 和 /docs",
    en: "the paths there are: /openapi.json and /docs",
  });
}

function notAllowed(method: string, allow: string): Refusal {
  const detail = { zh: `此路径不接受 ${method}：请用 ${allow}`, en: `${method} is not for this path: use ${allow}` };
  return new Refusal("method-not-allowed", detail, [], { allow });
}
