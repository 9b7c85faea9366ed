/** The language of what people read; data stays as it is. */
import type { Text } from "../kernel/model.js";

export type Language = keyof Text;

export const LANGUAGES: readonly Language[] = ["zh", "en"];

/** As POSIX has it: `LC_ALL` before `LC_MESSAGES` before `LANG`; English where none names Chinese. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^zh\b|^zh[_-]/i.test(locale) ? "zh" : "en";
}
