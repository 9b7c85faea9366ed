/** `qak explain-pack`: what a pack holds, and what of the law it does not. */
import { Command } from "commander";
import { addExamples, type Say } from "./help.js";
import { type CommonOptions, withCommonOptions } from "./options.js";

export function explainPackCommand(say: Say): Command {
  const command = withCommonOptions(new Command("explain-pack"), say)
    .summary(say({ zh: "概述一个规则包，及其留给人决定的事项", en: "summarise a pack and what it leaves to people" }))
    .description(
      say({
        zh: "概述一个规则包：判定事项、各条款的规则、参数、未定事项，以及未编入的内容",
        en: "summarise a pack: decisions, rules by provision, parameters, open points, and what is not encoded",
      }),
    )
    .argument("<award>", say({ zh: "`qak awards` 所列的奖项", en: "an award of `qak awards`" }))
    .action(async (award: string, options: CommonOptions) => {
      const { runExplainPack } = await import("./run/explain-pack.js");
      await runExplainPack(award, options);
    });
  return addExamples(command, say, [
    "qak explain-pack nm-chairman-2022",
    "qak explain-pack nm-chairman-2022 --lang zh | less -R",
  ]);
}
