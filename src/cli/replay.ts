/** `qak replay`: kept decisions decided again, and what differs. */
import { Command, Option } from "commander";
import type { Text } from "../kernel/model.js";
import { addExamples, type Say } from "./help.js";
import { withCommonOptions } from "./options.js";
import type { ReplayOptions } from "./run/replay.js";

export function replayCommand(say: Say): Command {
  const command = withCommonOptions(new Command("replay"), say)
    .summary(say({ zh: "把留存的判定重新判定一遍", en: "decide kept decisions again" }))
    .description(
      say({
        zh: "把 --keep 留存的每一项判定，按其所用的规则包重新判定一遍，逐处列出不同",
        en: "decide again, by the pack it names, every decision that --keep kept, and tell every difference",
      }),
    )
    .argument(
      "[file]",
      say({
        zh: "NDJSON，每行一项留存的判定；写 - 或不写：标准输入",
        en: "NDJSON, a kept decision a line; - or none: standard input",
      }),
    )
    .addOption(
      new Option("--format <name>", say({ zh: "输出什么", en: "what is printed" })).choices(["text", "json"]).default("text"),
    )
    .action(async (file: string | undefined, options: ReplayOptions) => {
      const { runReplay } = await import("./run/replay.js");
      await runReplay(file, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

const EXAMPLES = [
  "qak replay decisions.ndjson",
  "qak replay decisions.ndjson --rules packs-of-2023 --lang zh",
  "zcat decisions.ndjson.gz | qak replay - --format json",
];

const NOTES: readonly Text[] = [
  {
    zh: "规则包或内核版本与留存时不同的，照样重新判定，以便看出判定是否因此改变。",
    en: "Where the pack or the kernel is another than it was, it is told and the line is decided again all the same, to show whether the answer changed.",
  },
  {
    zh: "有保密内容的问题只留存了摘要，无法重新判定。",
    en: "Of a question with something confidential only digests are kept: it cannot be decided again.",
  },
  {
    zh: "退出码：0 完全相同，1 有不同，或有无法重新判定的，2 输入有误。",
    en: "Exit codes: 0 all the same, 1 something differs or cannot be decided again, 2 bad input.",
  },
];
