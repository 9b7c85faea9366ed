/** `qak select`: an edition's score sheets to its shortlist, ranking and candidates, explained. */
import { Command, InvalidArgumentError, Option } from "commander";
import { addExamples, type Say } from "./help.js";
import { withCommonOptions } from "./options.js";
import type { SelectOptions } from "./run/select.js";

export function selectCommand(say: Say): Command {
  const command = withCommonOptions(new Command("select"), say)
    .summary(say({ zh: "由评分表评选，并说明理由", en: "select from score sheets, explained" }))
    .description(
      say({
        zh: "由一届的评分表得出入围名单、名次和候选，逐条注明条款",
        en: "take an edition's score sheets to shortlist, ranking and candidates, each line by its provision",
      }),
    )
    .argument(
      "[edition]",
      say({
        zh: "该奖项的一届，或 JSON、YAML 文件 { asOf, sheets, … }；写 - 或不写：标准输入",
        en: "an edition of the award, or a file, JSON or YAML { asOf, sheets, … }; - or none: standard input",
      }),
    )
    .option("--award <award>", say({ zh: "`qak awards` 所列的奖项", en: "an award of `qak awards`" }), "nm-chairman-2022")
    .option(
      "--review-rules <file>",
      say({
        zh: "评审规则，JSON 或 YAML，取代问题和规则包中的",
        en: "review rules, JSON or YAML, in place of the question's and the pack's",
      }),
    )
    .option(
      "--stability",
      say({
        zh: "说明结果有多可靠：另抽评审人员、改动权重、逐一去掉评审人员",
        en: "tell how sure it is: reviewers drawn anew, weights moved, each reviewer left out",
      }),
    )
    .addOption(
      numberOption(
        "--seed <number>",
        say({ zh: "抽取所用的种子（默认 1）", en: "of what is drawn (default: 1)" }),
        0,
        Number.MAX_SAFE_INTEGER,
      ),
    )
    .addOption(
      numberOption(
        "--runs <number>",
        say({ zh: "抽取多少次（默认 10000）", en: "how often is drawn (default: 10000)" }),
        1,
        1_000_000,
      ),
    )
    .addOption(
      numberOption(
        "--spread <percent>",
        say({ zh: "权重至多改动百分之几（默认 10）", en: "by how much weights are moved at most (default: 10)" }),
        0,
        100,
      ),
    )
    .option("--json", say({ zh: "以 JSON 输出回答", en: "print the answer as JSON" }))
    .action(async (edition: string | undefined, options: SelectOptions) => {
      const { runSelect } = await import("./run/select.js");
      await runSelect(edition, options);
    });
  return addExamples(command, say, [
    "qak select 2023",
    "qak select 2023 --stability --runs 100000 --lang zh",
    "qak select sheets.json --review-rules my-rules.json",
    "qak select - --json < sheets.json | jq .awards.proposed",
  ]);
}

function numberOption(flags: string, description: string, least: number, greatest: number): Option {
  return new Option(flags, description).argParser((value: string) => {
    const number = Number(value);
    if (/^\d{1,16}$/.test(value) && number >= least && number <= greatest) return number;
    throw new InvalidArgumentError(`write a whole number, ${least} to ${greatest}`);
  });
}
