/** `qak test`: auditors' cases against the rules. */
import { Command } from "commander";
import { examples, withCommonOptions } from "./options.js";
import type { TestOptions } from "./run/test.js";

export function testCommand(): Command {
  return withCommonOptions(new Command("test"))
    .summary("run auditors' cases")
    .description("run the cases of packs, or cases of your own, on both evaluators")
    .argument("[award|files...]", "awards, files or folders of cases; none: the cases of every pack")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(
        "qak test",
        "qak test nm-chairman-2022",
        "qak test nm-chairman-2022 my-cases.yaml",
        "qak test --json | jq .failed",
      ),
    )
    .action(async (named: readonly string[], options: TestOptions) => {
      const { runTest } = await import("./run/test.js");
      await runTest(named, options);
    });
}
