/** `qak batch`: NDJSON in, NDJSON out, a line for a line, whatever the size. */
import { Command } from "commander";
import { examples, withCommonOptions } from "./options.js";
import type { BatchOptions } from "./run/batch.js";

export function batchCommand(): Command {
  return withCommonOptions(new Command("batch"))
    .summary("decide every line of an NDJSON file")
    .description("decide every line of an NDJSON file, in order and in constant memory")
    .argument("<award>", "an award of `qak awards`")
    .argument("<decision>", "one of its decisions")
    .argument("[file]", "NDJSON, a question a line; - or none: standard input")
    .option("--out <file>", "write the answers there, not to standard output")
    .addHelpText(
      "after",
      examples(
        "qak batch nm-chairman-2022 eligibility applicants.ndjson --out answers.ndjson",
        "zcat applicants.ndjson.gz | qak batch nm-chairman-2022 eligibility > answers.ndjson",
      ) +
        '\nAnswers: {"line":1,"decision":{…}} or {"line":2,"id":"…","errors":[…]}, one for each line with a question.' +
        "\nAn id that a question brings along stands in its decision, or beside its errors." +
        "\nA line that is wrong stops none after it; the exit code is then 2.\n",
    )
    .action(async (award: string, decision: string, file: string | undefined, options: BatchOptions) => {
      const { runBatch } = await import("./run/batch.js");
      await runBatch(award, decision, file, options);
    });
}
