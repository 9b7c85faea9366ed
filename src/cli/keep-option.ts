/** `--keep FILE`, as commands declare it; what it does is loaded with what decides. */
import type { Command } from "commander";
import type { Say } from "./help.js";

export function withKeepOption(command: Command, say: Say): Command {
  return command.option(
    "--keep <file>",
    say({
      zh: "把每一项判定连同问题追加到该文件，供 qak replay 重新判定",
      en: "append every decision and its question to this file, for qak replay",
    }),
  );
}
