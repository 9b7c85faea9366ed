/** Which of the media types that can be answered a caller would have. */
import { parseAccept } from "hono/utils/accept";
import { Refusal } from "./problem.js";

/**
 * @param types that can be answered, the usual one first
 * @returns the one most wanted; the first of those wanted alike, one that is named before one that is merely let be
 * @throws Refusal where none of them is accepted
 */
export function negotiated<T extends string>(accept: string | null, types: readonly T[]): T {
  const [usual] = types;
  if (usual !== undefined && (accept === null || accept.trim() === "")) return usual;
  const ranges = parseAccept(accept ?? "").map(({ type, q }) => ({ type: type.toLowerCase(), q }));
  const ranked = types
    .map((type) => ({ type, ...wanted(type, ranges) }))
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q || b.exactness - a.exactness);
  if (ranked[0] !== undefined) return ranked[0].type;
  const offered = types.join(", ");
  throw new Refusal("not-acceptable", {
    zh: `不能以 ${accept} 应答：请在 Accept 中写 ${offered}`,
    en: `nothing can be answered as ${accept}: accept ${offered}`,
  });
}

/** By the range that says most of it. */
function wanted(type: string, ranges: readonly { readonly type: string; readonly q: number }[]) {
  const group = `${type.split("/")[0]}/*`;
  for (const [exactness, name] of [
    [2, type],
    [1, group],
    [0, "*/*"],
  ] as const) {
    const range = ranges.find((one) => one.type === name);
    if (range !== undefined) return { q: range.q, exactness };
  }
  return { q: 0, exactness: 0 };
}
