/** Options that commands have in common. */
import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import { LANGUAGES, type Language, languageOf } from "./language.js";
import { type Screen, screenOf } from "./screen.js";

/** The package's own `rules/`. */
export const OWN_RULES = fileURLToPath(new URL("../../rules", import.meta.url));

export interface CommonOptions {
  readonly rules?: readonly string[];
  readonly lang?: Language;
}

export function withCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--rules <dir>", "folder of packs, in place of the package's own; may be repeated")
        .argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
        .default(undefined),
    )
    .addOption(new Option("--lang <language>", "language of what is printed (default: by LANG)").choices(LANGUAGES));
}

export function rulesFolders(options: CommonOptions): readonly string[] {
  return options.rules ?? [OWN_RULES];
}

export function screenFor(stream: NodeJS.WriteStream, options: CommonOptions): Screen {
  return screenOf(stream, options.lang ?? languageOf(process.env), process.env);
}

/** Examples below the help, as they would be typed. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;
}
