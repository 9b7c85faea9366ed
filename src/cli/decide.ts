/** `qak decide`: one question, one decision, explained. */
import { Command, Option } from "commander";
import { provisionsOf } from "../audit/provisions.js";
import { answerBody, ENGINES } from "../files/answer-body.js";
import { assemble, type QuestionOptions } from "./assemble.js";
import { awardsAtHand, findAward, requireDecision } from "./awards-at-hand.js";
import { BadInput } from "./complaint.js";
import { type CommonOptions, examples, rulesFolders, screenFor, withCommonOptions } from "./options.js";
import { decisionPage } from "./page/decision.js";
import { print, printJson } from "./print.js";

type Options = CommonOptions & QuestionOptions & { readonly json?: boolean };

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
    .action(run);
}

async function run(awardId: string, decision: string, file: string | undefined, options: Options): Promise<void> {
  const found = findAward(await awardsAtHand(rulesFolders(options)), awardId);
  requireDecision(found, decision);
  const { award } = found;
  const { body, placed } = await assemble(decision, file, options);
  const answer = await answerBody(award, decision, body);
  if (!answer.ok) throw new BadInput(answer.errors.map(placed), provisionsOf(award.files.law));
  if (options.json) printJson(answer.decision);
  else print(decisionPage(screenFor(process.stdout, options), award, answer.decision));
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
