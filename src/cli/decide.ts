/** `qak decide`: one question, one decision, explained. */
import { Command, Option } from "commander";
import { ENGINES } from "../kernel/engines.js";
import { addExamples, type Say } from "./help.js";
import { withKeepOption } from "./keep-option.js";
import { KEY_NOTE } from "./key-note.js";
import { withCommonOptions } from "./options.js";
import { readingOption } from "./readings.js";
import type { DecideOptions } from "./run/decide.js";

export function decideCommand(say: Say): Command {
  const command = withKeepOption(withCommonOptions(new Command("decide"), say), say)
    .summary(say({ zh: "判定一个问题，并说明理由", en: "decide one question, explained" }))
    .description(
      say({
        zh: "判定一个问题，并以所依据的条款说明理由",
        en: "decide one question and explain the decision by the provisions it rests on",
      }),
    )
    .argument("<award>", say({ zh: "`qak awards` 所列的奖项", en: "an award of `qak awards`" }))
    .argument("<decision>", say({ zh: "该奖项的一个判定事项", en: "one of its decisions" }))
    .argument(
      "[file]",
      say({
        zh: "JSON 或 YAML { asOf, facts, interpretations?, confidential? }；写 - 或不写：标准输入",
        en: "JSON or YAML { asOf, facts, interpretations?, confidential? }; - or none: standard input",
      }),
    )
    .option("--as-of <date>", say({ zh: "判定日，取代文件中的", en: "the day as of which is decided, in place of the file's" }))
    .option(
      "--facts <file>",
      say({
        zh: "只含事实的 JSON 或 YAML；取代同名的事实",
        en: "facts alone, JSON or YAML; they replace those of the same name",
      }),
    )
    .addOption(readingOption(say))
    .addOption(
      new Option(
        "--engine <name>",
        say({ zh: "由哪个求值器判定（默认 compiled）", en: "which evaluator decides (default: compiled)" }),
      ).choices(ENGINES),
    )
    .addOption(
      new Option(
        "--detail <level>",
        say({ zh: "附理由，或只给结果（默认 full）", en: "with its reasons, or the outcome alone (default: full)" }),
      ).choices(["full", "verdict"]),
    )
    .option("--json", say({ zh: "以 JSON 输出判定", en: "print the decision as JSON" }))
    .action(async (award: string, decision: string, file: string | undefined, options: DecideOptions) => {
      const { runDecide } = await import("./run/decide.js");
      await runDecide(award, decision, file, options);
    });
  return addExamples(
    command,
    say,
    [
      "qak decide nm-chairman-2022 eligibility application.yaml",
      "qak decide nm-chairman-2022 eligibility --as-of 2023-06-01 --facts unit.json --lang zh",
      "qak decide nm-chairman-2022 eligibility application.yaml --reading lookbackAnchor=decision-day",
      "qak decide nm-chairman-2022 title-use - --json < question.json",
    ],
    [KEY_NOTE],
  );
}
