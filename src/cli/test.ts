/** `qak test`: auditors' cases against the rules. */
import { Command, Option } from "commander";
import type { Text } from "../kernel/model.js";
import { addExamples, type Say } from "./help.js";
import { withCommonOptions } from "./options.js";
import { REPORT_FORMATS } from "./report-format.js";
import type { NewOptions } from "./run/new-cases.js";
import type { TestOptions } from "./run/test.js";

export function testCommand(say: Say): Command {
  const command = withCommonOptions(new Command("test"), say)
    .summary(say({ zh: "运行审核人员的案例", en: "run auditors' cases" }))
    .description(
      say({
        zh: "在两个求值器上运行规则包的案例，或自备的案例",
        en: "run the cases of packs, or cases of your own, on both evaluators",
      }),
    )
    .argument(
      "[award|files...]",
      say({
        zh: "奖项、案例文件（YAML、CSV、.xlsx）或文件夹；不写：所有规则包的案例",
        en: "awards, files (YAML, CSV, .xlsx) or folders of cases; none: the cases of every pack",
      }),
    )
    .option("--json", say({ zh: "输出 JSON", en: "print JSON" }))
    .addOption(
      new Option(
        "--report <format>",
        say({ zh: "输出报告：可打印的网页、供持续集成读取的 XML 或 JSON", en: "report as a page to print, XML for CI, or JSON" }),
      ).choices(REPORT_FORMATS),
    )
    .option("--out <file>", say({ zh: "报告写入该文件，而非标准输出", en: "write the report there, not to standard output" }))
    .option(
      "--new <file>",
      say({
        zh: "不运行案例，而是写一份空白案例表（.xlsx 或 .csv）",
        en: "write an empty table of cases, .xlsx or .csv, and run none",
      }),
    )
    .option("--award <award>", say({ zh: "与 --new 合用：哪一奖项", en: "with --new: of which award" }))
    .option(
      "--decision <name>",
      say({ zh: "与 --new 合用：只列该判定事项所读的事实", en: "with --new: only the facts this decision reads" }),
    )
    .action(async (named: readonly string[], options: TestOptions & Partial<NewOptions>) => {
      if (options.new !== undefined || options.award !== undefined || options.decision !== undefined) {
        const { runNewCases } = await import("./run/new-cases.js");
        return runNewCases(named, options);
      }
      const { runTest } = await import("./run/test.js");
      await runTest(named, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

const EXAMPLES = [
  "qak test",
  "qak test nm-chairman-2022 my-cases.yaml",
  "qak test --new cases.xlsx --decision eligibility --lang zh",
  "qak test cases.xlsx --report html --out report.html",
  "qak test --report junit --out junit.xml",
];

const NOTES: readonly Text[] = [
  {
    zh: "表格一行一个案例，首行是标题：案例、判定事项、判定日、应有结论、应有依据、备注，其余为事实和解释事项的标签或名称；列表的成员写作“事故记录[1].等级”。空格是未知。以 # 开头的行是说明。工作簿读第一张工作表。",
    en: "In a table a row is a case, under headings: case, decision, as of, expected outcome, expected provision, comment, and facts and interpretations by label or name, members of lists as `accidents[1].level`. Empty is not known. A row that begins with # is a note. Of a workbook the first sheet is read.",
  },
];
