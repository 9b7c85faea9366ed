/** `qak decide`: one question, one decision, explained. */
import { Command, Option } from "commander";
import { ENGINES } from "../files/engines.js";
import { examples, withCommonOptions } from "./options.js";
import type { DecideOptions } from "./run/decide.js";

export function decideCommand(): Command {
  return withCommonOptions(new Command("decide"))
    .summary("decide one question, explained")
    .description("decide one question and explain the decision by the provisions it rests on")
    .argument("<award>", "an award of `qak awards`")
    .argument("<decision>", "one of its decisions")
    .argument("[file]", "JSON or YAML { asOf, facts, interpretations? }; - or none: standard input")
    .option("--as-of <date>", "the day as of which is decided, in place of the file's")
    .option("--facts <file>", "facts alone, JSON or YAML; they replace those of the same name")
    .option("--reading <name=value>", "choose a reading of an open point; may be repeated", collect)
    .addOption(new Option("--engine <name>", "which evaluator decides (default: compiled)").choices(ENGINES))
    .addOption(
      new Option("--detail <level>", "with its reasons, or the outcome alone (default: full)").choices(["full", "verdict"]),
    )
    .option("--json", "print the decision as JSON")
    .addHelpText(
      "after",
      examples(
        "qak decide nm-chairman-2022 eligibility application.yaml",
        "qak decide nm-chairman-2022 eligibility --as-of 2023-06-01 --facts unit.json --lang zh",
        "qak decide nm-chairman-2022 eligibility application.yaml --reading lookbackAnchor=decision-day",
        "qak decide nm-chairman-2022 title-use - --json < question.json",
      ),
    )
    .action(async (award: string, decision: string, file: string | undefined, options: DecideOptions) => {
      const { runDecide } = await import("./run/decide.js");
      await runDecide(award, decision, file, options);
    });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
