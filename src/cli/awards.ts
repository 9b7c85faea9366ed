/** `qak awards`: which packs are at hand. */
import { Command } from "commander";
import { examples, withCommonOptions } from "./options.js";
import type { AwardsOptions } from "./run/awards.js";

export function awardsCommand(): Command {
  return withCommonOptions(new Command("awards"))
    .summary("list the awards at hand")
    .description("list the awards at hand and what each decides")
    .option("--json", "print JSON")
    .addHelpText("after", examples("qak awards", "qak awards --lang zh", "qak awards --json"))
    .action(async (options: AwardsOptions) => {
      const { runAwards } = await import("./run/awards.js");
      await runAwards(options);
    });
}
