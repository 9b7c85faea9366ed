/** `qak next`: how far each applicant has come, and which steps may be taken. */
import { Command, Option } from "commander";
import type { Text } from "../kernel/model.js";
import { LOG_NOTES, logArgument, withCaseOptions } from "./case-options.js";
import { addExamples, type Say } from "./help.js";
import { NEXT_FORMATS } from "./next-format.js";
import { withCommonOptions } from "./options.js";
import type { NextOptions } from "./run/next.js";

export function nextCommand(say: Say): Command {
  const command = withCaseOptions(withCommonOptions(new Command("next"), say), say)
    .summary(say({ zh: "列出各单位现在可以办的步骤", en: "list the steps that may be taken now" }))
    .description(
      say({
        zh: "各申报单位到了哪一步；现在可以办什么，由谁办，须有什么材料，自何日起至何日止；其余为何还不能办",
        en: "how far each applicant has come; what may be done now, by whom, with what evidence, from when and until when; and what bars the rest",
      }),
    )
    .addArgument(logArgument(say))
    .argument(
      "[applicant...]",
      say({ zh: "只看这些申报单位（默认全部，以及整届评审）", en: "these alone (default: all, and the edition as a whole)" }),
    )
    .addOption(
      new Option("--format <name>", say({ zh: "输出什么", en: "what is printed" })).choices(NEXT_FORMATS).default("text"),
    )
    .option(
      "--all",
      say({ zh: "连同可以再办的，以及所有还不能办的", en: "with steps that may be taken again, and all that are barred" }),
    )
    .option("--out <file>", say({ zh: "写入该文件，而非标准输出", en: "write it there, not to standard output" }))
    .action(async (log: string | undefined, applicants: readonly string[], options: NextOptions) => {
      const { runNext } = await import("./run/next.js");
      await runNext(log, applicants, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

const EXAMPLES = [
  "qak next case.json",
  "qak next case.ndjson 虚构乳业 --as-of 2023-09-27 --all",
  "qak next case.json --format json --lang zh",
];

const NOTES: readonly Text[] = [
  ...LOG_NOTES,
  {
    zh: "步骤是假定由有权办理者、带着应有的材料去办而逐一试出来的；材料的内容不知道，所以另列「还须」。",
    en: "Each step is tried as if it were taken by who may, with all evidence; of what it would say nothing is known, so some say “provided”.",
  },
  { zh: "退出码：0 已列出，2 输入有误。", en: "Exit codes: 0 listed, 2 bad input." },
];
