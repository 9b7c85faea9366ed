/** `qak explain-pack`: what a pack holds, and what of the law it does not. */
import { Command } from "commander";
import { awardsAtHand, findAward } from "./awards-at-hand.js";
import { type CommonOptions, examples, rulesFolders, screenFor, withCommonOptions } from "./options.js";
import { packPage } from "./page/pack.js";
import { print } from "./print.js";

export function explainPackCommand(): Command {
  return withCommonOptions(new Command("explain-pack"))
    .summary("summarise a pack and what it leaves to people")
    .description("summarise a pack: decisions, rules by provision, parameters, open points, and what is not encoded")
    .argument("<award>", "an award of `qak awards`")
    .addHelpText("after", examples("qak explain-pack nm-chairman-2022", "qak explain-pack nm-chairman-2022 --lang zh | less -R"))
    .action(async (awardId: string, options: CommonOptions) => {
      const { award } = findAward(await awardsAtHand(rulesFolders(options)), awardId);
      print(packPage(screenFor(process.stdout, options), award));
    });
}
