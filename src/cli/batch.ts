/** `qak batch`: NDJSON in, NDJSON out, a line for a line, whatever the size. */
import { Command } from "commander";
import { addExamples, type Say } from "./help.js";
import { withKeepOption } from "./keep-option.js";
import { KEY_NOTE } from "./key-note.js";
import { withCommonOptions } from "./options.js";
import type { BatchOptions } from "./run/batch.js";

export function batchCommand(say: Say): Command {
  const command = withKeepOption(withCommonOptions(new Command("batch"), say), say)
    .summary(say({ zh: "判定 NDJSON 文件的每一行", en: "decide every line of an NDJSON file" }))
    .description(
      say({
        zh: "依次判定 NDJSON 文件的每一行，所占内存不随行数增加",
        en: "decide every line of an NDJSON file, in order and in constant memory",
      }),
    )
    .argument("<award>", say({ zh: "`qak awards` 所列的奖项", en: "an award of `qak awards`" }))
    .argument("<decision>", say({ zh: "该奖项的一个判定事项", en: "one of its decisions" }))
    .argument(
      "[file]",
      say({ zh: "NDJSON，每行一个问题；写 - 或不写：标准输入", en: "NDJSON, a question a line; - or none: standard input" }),
    )
    .option("--out <file>", say({ zh: "把回答写入该文件，而非标准输出", en: "write the answers there, not to standard output" }))
    .action(async (award: string, decision: string, file: string | undefined, options: BatchOptions) => {
      const { runBatch } = await import("./run/batch.js");
      await runBatch(award, decision, file, options);
    });
  return addExamples(
    command,
    say,
    [
      "qak batch nm-chairman-2022 eligibility applicants.ndjson --out answers.ndjson",
      "zcat applicants.ndjson.gz | qak batch nm-chairman-2022 eligibility > answers.ndjson",
    ],
    [
      {
        zh: '回答：{"line":1,"decision":{…}} 或 {"line":2,"id":"…","errors":[…]}，每个有问题的行一条。',
        en: 'Answers: {"line":1,"decision":{…}} or {"line":2,"id":"…","errors":[…]}, one for each line with a question.',
      },
      {
        zh: "问题所带的 id 写在判定之中，或写在错误旁边。",
        en: "An id that a question brings along stands in its decision, or beside its errors.",
      },
      {
        zh: "一行有误，不影响其后各行；此时退出码为 2。",
        en: "A line that is wrong stops none after it; the exit code is then 2.",
      },
      KEY_NOTE,
    ],
  );
}
