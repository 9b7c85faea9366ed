/** `qak diff`: what two packs, or one under two readings, decide otherwise. */
import { Command, Option } from "commander";
import type { Text } from "../kernel/model.js";
import { addExamples, type Say } from "./help.js";
import { repeatable, withCommonOptions } from "./options.js";
import { readingOption } from "./readings.js";
import type { DiffOptions } from "./run/diff.js";

export function diffCommand(say: Say): Command {
  const pack = say({ zh: "奖项，或规则包的文件夹", en: "an award, or the folder of a pack" });
  const command = withCommonOptions(new Command("diff"), say)
    .summary(say({ zh: "比较两个规则包会作出哪些不同的判定", en: "what two packs decide otherwise" }))
    .description(
      say({
        zh: "比较两个规则包（或改动一个参数、换一种解释）：在哪些情形下判定不同，一批单位中谁会改变、依据哪一条款",
        en: "hold two packs against each other, or one with another parameter or reading: on what they decide otherwise, and who of a population changes, by which provision",
      }),
    )
    .argument("<first>", pack)
    .argument("<second>", pack)
    .option("--decision <name>", say({ zh: "只比较该判定事项", en: "of this decision alone" }))
    .option(
      "--population <file>",
      say({
        zh: "NDJSON，每行一个单位 { id?, asOf, facts }，须与 --decision 合用；写 -：标准输入",
        en: "NDJSON, a unit { id?, asOf, facts } a line, with --decision; - for standard input",
      }),
    )
    .addOption(readingOption(say))
    .addOption(
      repeatable(
        "--parameter <name=value>",
        say({
          zh: "第二个规则包的参数改为该整数；可重复",
          en: "a parameter of the second pack otherwise, an integer; may be repeated",
        }),
      ),
    )
    .option("--no-witnesses", say({ zh: "不求证情形，只看一批单位", en: "look for no witnesses, at the population alone" }))
    .addOption(
      new Option("--format <name>", say({ zh: "输出什么", en: "what is printed" })).choices(["text", "json"]).default("text"),
    )
    .option(
      "--out <file>",
      say({ zh: "改变的单位逐行写入该文件（NDJSON）", en: "write the units that change there, one a line (NDJSON)" }),
    )
    .action(async (first: string, second: string, options: DiffOptions) => {
      const { runDiff } = await import("./run/diff.js");
      await runDiff(first, second, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

const EXAMPLES = [
  "qak diff nm-chairman-2022 nm-chairman-2022 --parameter minOperatingYears=6 --decision eligibility",
  "qak diff nm-chairman-2022 nm-chairman-2022 --reading lookbackAnchor=decision-day",
  "qak diff nm-chairman-2022 draft/nm-chairman-2022 --decision eligibility --population units.ndjson",
];

const NOTES: readonly Text[] = [
  {
    zh: "--reading 和 --parameter 只作用于第二个规则包。两个奖项以同名同类的事实相比，其余各自任意。",
    en: "--reading and --parameter are of the second pack. Two awards are compared by the facts that have the same name and kind; the others may be anything.",
  },
  {
    zh: "退出码：0 判定没有不同，1 有不同、未能求证，或者一方接受的值另一方拒绝，2 输入有误，包括有的单位无法判定。",
    en: "Exit codes: 0 nothing is decided otherwise, 1 something is, or could not be settled, or one side refuses what the other takes, 2 bad input, a unit that cannot be decided included.",
  },
];
