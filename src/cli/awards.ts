/** `qak awards`: which packs are at hand. */
import { Command } from "commander";
import { addExamples, type Say } from "./help.js";
import { withCommonOptions } from "./options.js";
import type { AwardsOptions } from "./run/awards.js";

export function awardsCommand(say: Say): Command {
  const command = withCommonOptions(new Command("awards"), say)
    .summary(say({ zh: "列出现有的奖项", en: "list the awards at hand" }))
    .description(say({ zh: "列出现有的奖项及各自的判定事项", en: "list the awards at hand and what each decides" }))
    .option("--json", say({ zh: "输出 JSON", en: "print JSON" }))
    .action(async (options: AwardsOptions) => {
      const { runAwards } = await import("./run/awards.js");
      await runAwards(options);
    });
  return addExamples(command, say, ["qak awards", "qak awards --lang zh", "qak awards --json"]);
}
