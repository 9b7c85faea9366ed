/** `qak test`: auditors' cases against the rules. */
import { Command } from "commander";
import { addExamples, type Say } from "./help.js";
import { withCommonOptions } from "./options.js";
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
        zh: "奖项、案例文件或文件夹；不写：所有规则包的案例",
        en: "awards, files or folders of cases; none: the cases of every pack",
      }),
    )
    .option("--json", say({ zh: "输出 JSON", en: "print JSON" }))
    .action(async (named: readonly string[], options: TestOptions) => {
      const { runTest } = await import("./run/test.js");
      await runTest(named, options);
    });
  return addExamples(command, say, [
    "qak test",
    "qak test nm-chairman-2022",
    "qak test nm-chairman-2022 my-cases.yaml",
    "qak test --json | jq .failed",
  ]);
}
