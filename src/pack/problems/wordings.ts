/** How problems are worded: lowercase, what was found, what to do. The place stands before the sentence. */
import type { Text } from "../../kernel/model.js";

/** One wording for each code of a closed union. */
export type Wordings<P extends { readonly code: string }> = {
  readonly [Code in P["code"]]: (problem: Extract<P, { readonly code: Code }>) => Text;
};

/** The known name that was probably meant. */
export interface Near {
  readonly near: string | null;
}

/** The near name as the remedy; another where there is none. */
export function meantZh({ near }: Near, otherwise: string): string {
  return near === null ? `：${otherwise}` : `：是否为 \`${near}\`？`;
}

export function meantEn({ near }: Near, otherwise: string): string {
  return near === null ? `: ${otherwise}` : `: did you mean \`${near}\`?`;
}

/** `a`, `b` or `c`. */
export function orEn(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

export function orZh(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join("、");
}
