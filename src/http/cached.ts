/** Answers that change with the rules only: written once, tagged with a digest, not sent again to whoever has them. */
import type { Context } from "hono";
import { CACHED } from "./headers.js";

export interface Resource {
  readonly body: string;
  readonly type: string;
  /** With its quotes. */
  readonly etag: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function respondCached(c: Context, { body, type, etag, headers }: Resource): Response {
  const all = { ...CACHED, etag, ...headers };
  if (isMatched(c.req.header("if-none-match"), etag)) return new Response(null, { status: 304, headers: all });
  return new Response(body, { headers: { ...all, "content-type": type } });
}

/** Weakly compared, as RFC 9110 asks of `If-None-Match`. */
function isMatched(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}

/** Makes a value at its first use and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
