/** `qak select`: an edition's score sheets to its shortlist, ranking and candidates, explained. */
import { Command, InvalidArgumentError, Option } from "commander";
import { examples, withCommonOptions } from "./options.js";
import type { SelectOptions } from "./run/select.js";

export function selectCommand(): Command {
  return withCommonOptions(new Command("select"))
    .summary("select from score sheets, explained")
    .description("take an edition's score sheets to shortlist, ranking and candidates, each line by its provision")
    .argument("[edition]", "an edition of the award, or a file, JSON or YAML { asOf, sheets, … }; - or none: standard input")
    .option("--award <award>", "an award of `qak awards`", "nm-chairman-2022")
    .option("--review-rules <file>", "review rules, JSON or YAML, in place of the question's and the pack's")
    .option("--stability", "tell how sure it is: reviewers drawn anew, weights moved, each reviewer left out")
    .addOption(numberOption("--seed <number>", "of what is drawn (default: 1)", 0, Number.MAX_SAFE_INTEGER))
    .addOption(numberOption("--runs <number>", "how often is drawn (default: 10000)", 1, 1_000_000))
    .addOption(numberOption("--spread <percent>", "by how much weights are moved at most (default: 10)", 0, 100))
    .option("--json", "print the answer as JSON")
    .addHelpText(
      "after",
      examples(
        "qak select 2023",
        "qak select 2023 --stability --runs 100000 --lang zh",
        "qak select sheets.json --review-rules my-rules.json",
        "qak select - --json < sheets.json | jq .awards.proposed",
      ),
    )
    .action(async (edition: string | undefined, options: SelectOptions) => {
      const { runSelect } = await import("./run/select.js");
      await runSelect(edition, options);
    });
}

function numberOption(flags: string, description: string, least: number, greatest: number): Option {
  return new Option(flags, description).argParser((value: string) => {
    const number = Number(value);
    if (/^\d{1,16}$/.test(value) && number >= least && number <= greatest) return number;
    throw new InvalidArgumentError(`write a whole number, ${least} to ${greatest}`);
  });
}
