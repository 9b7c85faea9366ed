/** Options that commands have in common. */
import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import type { Say } from "./help.js";
import { LANGUAGES, type Language, languageOf } from "./language.js";
import { type Screen, screenOf } from "./screen.js";

/** The package's own `rules/`. */
export const OWN_RULES = fileURLToPath(new URL("../../rules", import.meta.url));

export interface CommonOptions {
  readonly rules?: readonly string[];
  readonly lang?: Language;
}

export function withCommonOptions(command: Command, say: Say): Command {
  return command
    .addOption(
      repeatable(
        "--rules <dir>",
        say({ zh: "规则包的文件夹，取代自带的；可重复", en: "folder of packs, in place of the package's own; may be repeated" }),
      ),
    )
    .addOption(languageOption(say));
}

/** What may be given several times; `undefined` where it is not given. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    .default(undefined);
}

export function languageOption(say: Say): Option {
  const described = say({ zh: "输出所用的语言（默认依 LANG）", en: "language of what is printed (default: by LANG)" });
  return new Option("--lang <language>", described).choices(LANGUAGES);
}

export function rulesFolders(options: CommonOptions): readonly string[] {
  return options.rules ?? [OWN_RULES];
}

export function screenFor(stream: NodeJS.WriteStream, options: CommonOptions): Screen {
  return screenOf(stream, options.lang ?? languageOf(process.env), process.env);
}
