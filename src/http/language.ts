/** Which of the two languages comes first. Both are always given: the reader of an error is often not its caller. */
import { parseAccept } from "hono/utils/accept";
import type { Text } from "../kernel/model.js";

export type Language = keyof Text;

/** @returns `en` where the header ranks English above Chinese, else `zh`, the language of the law */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language {
  if (!acceptLanguage) return "zh";
  // Ranked by quality, those alike in the order given.
  for (const { type, q } of parseAccept(acceptLanguage)) {
    const language = type.toLowerCase().split("-")[0];
    if (q > 0 && (language === "zh" || language === "en")) return language;
  }
  return "zh";
}

/** `没有此奖项 / no such award`, or the other way round. */
export function inOrder(text: Text, first: Language): string {
  return first === "zh" ? `${text.zh} / ${text.en}` : `${text.en} / ${text.zh}`;
}

export function languageHeaders(first: Language) {
  return { "content-language": first === "zh" ? "zh, en" : "en, zh", vary: "Accept-Language" } as const;
}
