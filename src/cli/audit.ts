/** `qak audit`: the log of a case held against the procedure of its award. */
import { Command, Option } from "commander";
import type { Text } from "../kernel/model.js";
import { AUDIT_FORMATS } from "./audit-format.js";
import { LOG_NOTES, logArgument, withCaseOptions } from "./case-options.js";
import { addExamples, type Say } from "./help.js";
import { withCommonOptions } from "./options.js";
import type { AuditOptions } from "./run/audit.js";

export function auditCommand(say: Say): Command {
  const command = withCaseOptions(withCommonOptions(new Command("audit"), say), say)
    .summary(say({ zh: "审查一届评审的记录是否合乎程序", en: "hold the log of a case against the procedure" }))
    .description(
      say({
        zh: "审查一届评审的记录：哪一步不合程序，依据哪一条款，见记录第几行",
        en: "hold the log of an edition against the procedure: which step was not as it should be, by which provision, on which line",
      }),
    )
    .addArgument(logArgument(say))
    .addOption(
      new Option("--format <name>", say({ zh: "输出什么", en: "what is printed" })).choices(AUDIT_FORMATS).default("text"),
    )
    .option("--out <file>", say({ zh: "写入该文件，而非标准输出", en: "write it there, not to standard output" }))
    .action(async (log: string | undefined, options: AuditOptions) => {
      const { runAudit } = await import("./run/audit.js");
      await runAudit(log, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

const EXAMPLES = [
  "qak audit case.json",
  "qak audit case.ndjson --as-of 2023-10-31 --lang zh",
  "qak audit case.json --calendar 2027.json --format csv --out breaches.csv",
  "qak audit case.xes.gz --reading editionInterval=day-to-day",
  "qak audit - --format json < case.ndjson",
];

const NOTES: readonly Text[] = [
  {
    zh: '事件：{"activity":"award-notice", "occurredOn":"2023-09-25", "by":"regional-market-regulator", "evidence":["list"]}；涉及某一单位的写 applicant，事后录入的写 recordedOn。',
    en: 'An event: {"activity":"award-notice", "occurredOn":"2023-09-25", "by":"regional-market-regulator", "evidence":["list"]}; with applicant where it is of one, with recordedOn where it was entered later.',
  },
  ...LOG_NOTES,
  {
    zh: "退出码：0 没有确定的问题，1 有确定的问题，2 输入有误。尚不能确定的一并列出，不影响退出码。",
    en: "Exit codes: 0 no breach that is certain, 1 breaches that are, 2 bad input. What is not certain is told, and does not count.",
  },
];
