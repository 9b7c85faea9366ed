/** Headers that every answer carries. Constants, not middleware: they cost a decision nothing to work out. */

/**
 * Any page may ask, without credentials: the service knows none and what it answers rests on what it is asked alone.
 * Nothing that is answered may be taken for a page, run or framed.
 */
export const COMMON_HEADERS = {
  "access-control-allow-origin": "*",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
} as const;

/** Facts are confidential, and so is what is said of them. */
export const NO_STORE = { ...COMMON_HEADERS, "cache-control": "no-store" } as const;

/** For what a page may keep: it must be able to see by which tag. */
export const CACHED = {
  ...COMMON_HEADERS,
  "access-control-expose-headers": "ETag",
  "cross-origin-resource-policy": "cross-origin",
  // May be kept, must be asked for again: what is in force today may be superseded tomorrow.
  "cache-control": "public, no-cache",
} as const;

export const JSON_TYPE = "application/json; charset=utf-8";
export const NDJSON_TYPE = "application/x-ndjson; charset=utf-8";
