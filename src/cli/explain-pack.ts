/** `qak explain-pack`: what a pack holds, and what of the law it does not. */
import { Command } from "commander";
import { type CommonOptions, examples, withCommonOptions } from "./options.js";

export function explainPackCommand(): Command {
  return withCommonOptions(new Command("explain-pack"))
    .summary("summarise a pack and what it leaves to people")
    .description("summarise a pack: decisions, rules by provision, parameters, open points, and what is not encoded")
    .argument("<award>", "an award of `qak awards`")
    .addHelpText("after", examples("qak explain-pack nm-chairman-2022", "qak explain-pack nm-chairman-2022 --lang zh | less -R"))
    .action(async (award: string, options: CommonOptions) => {
      const { runExplainPack } = await import("./run/explain-pack.js");
      await runExplainPack(award, options);
    });
}
