/** `qak export`: the log of a case for other tools. */
import { Command, Option } from "commander";
import type { Text } from "../kernel/model.js";
import { ignoreOption, LOG_NOTES, logArgument, withAwardOption } from "./case-options.js";
import { EXPORT_FORMATS } from "./export-format.js";
import { addExamples, type Say } from "./help.js";
import { KEY_NOTE } from "./key-note.js";
import { withCommonOptions } from "./options.js";
import type { ExportOptions } from "./run/export.js";

export function exportCommand(say: Say): Command {
  const command = withAwardOption(withCommonOptions(new Command("export"), say), say)
    .summary(say({ zh: "把一届评审的记录写成另一种格式", en: "write the log of a case in another format" }))
    .description(
      say({
        zh: "把一届评审的记录写成 XES（IEEE 1849，流程挖掘工具通用）、NDJSON 或 JSON；声明保密的内容以摘要写出",
        en: "write the log of an edition as XES (IEEE 1849, which tools of process mining read), NDJSON or JSON; what is declared confidential leaves as digests",
      }),
    )
    .addArgument(logArgument(say))
    .addOption(ignoreOption(say))
    .addOption(
      new Option("--format <name>", say({ zh: "写成什么", en: "what is written" })).choices(EXPORT_FORMATS).default("xes"),
    )
    .option("--out <file>", say({ zh: "写入该文件，而非标准输出", en: "write it there, not to standard output" }))
    .action(async (log: string | undefined, options: ExportOptions) => {
      const { runExport } = await import("./run/export.js");
      await runExport(log, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

const EXAMPLES = [
  "qak export case.json --out case.xes",
  "qak export case.xes --format ndjson --ignore cost:total > case.ndjson",
  "qak export case.ndjson --format json --out case.json",
];

const NOTES: readonly Text[] = [
  ...LOG_NOTES,
  {
    zh: "XES 只有记录本身：asOf、calendar、interpretations 不写入，并予以告知。",
    en: "XES holds the log alone: asOf, calendar and interpretations are left out, and that is said.",
  },
  { zh: "退出码：0 已写出，2 输入有误，什么都不写。", en: "Exit codes: 0 written, 2 bad input, and nothing is written." },
  KEY_NOTE,
];
