/** `qak audit-rules`: whether the rules of a pack say what its law says, with the evidence. */
import { Command, InvalidArgumentError, Option } from "commander";
import type { Text } from "../kernel/model.js";
import { addExamples, type Say } from "./help.js";
import { repeatable, withCommonOptions } from "./options.js";
import type { AuditRulesOptions } from "./run/audit-rules.js";

export function auditRulesCommand(say: Say): Command {
  const command = withCommonOptions(new Command("audit-rules"), say)
    .summary(say({ zh: "审核规则是否与办法一致", en: "audit the rules against the law" }))
    .description(
      say({
        zh: "运行案例，量其覆盖，改动规则看案例能否检出，以 Z3 证明对任何情形都成立的性质，并写成逐条对照法条的台账",
        en: "run the cases, measure what they cover, change the rules to see whether the cases notice, prove by Z3 what must hold of every input, and set it all beside the law",
      }),
    )
    .argument("[award]", say({ zh: "`qak awards` 所列的奖项", en: "an award of `qak awards`" }), "nm-chairman-2022")
    .option(
      "--cases <path...>",
      say({ zh: "案例文件或文件夹（默认规则包的 cases/）", en: "files or folders of cases (default: the pack's cases/)" }),
    )
    .addOption(shareOption("--min-coverage <percent>", say({ zh: "覆盖率不得低于", en: "least coverage" }), 10_000, "100"))
    .addOption(
      shareOption("--min-mutation <percent>", say({ zh: "变异检出率不得低于", en: "least mutation score" }), 9_500, "95"),
    )
    .option("--no-mutation", say({ zh: "不作变异检验", en: "change no rules" }))
    .option("--no-proofs", say({ zh: "不作证明", en: "prove nothing" }))
    .addOption(
      repeatable(
        "--property <name>",
        say({
          zh: "只证明该性质，不比对模型与内核；可重复",
          en: "prove this alone, and leave model and kernel aside; may be repeated",
        }),
      ),
    )
    .addOption(
      new Option("--sample <n>", say({ zh: "只检验每第 n 个变异", en: "of the changes every n-th alone" })).argParser(
        wholeNumber,
      ),
    )
    .addOption(
      new Option(
        "--report <format>",
        say({ zh: "输出台账（可打印、可签字的网页）或 JSON", en: "the ledger as a page to print and sign, or JSON" }),
      ).choices(["html", "json"]),
    )
    .option("--out <file>", say({ zh: "报告写入该文件，而非标准输出", en: "write the report there, not to standard output" }))
    .option(
      "--counterexamples <dir>",
      say({ zh: "把反例逐个写成可运行的案例文件", en: "write each counterexample there as a file of cases, ready to run" }),
    )
    .action(async (award: string, options: AuditRulesOptions) => {
      const { runAuditRules } = await import("./run/audit-rules.js");
      await runAuditRules(award, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

/** @returns an option whose value is a share in parts per 10 000 */
function shareOption(flags: string, description: string, otherwise: number, shown: string): Option {
  return new Option(flags, description).default(otherwise, shown).argParser((given: string) => {
    const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(given);
    const parts = found === null ? Number.NaN : Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
    if (!(parts <= 10_000)) throw new InvalidArgumentError("0 … 100, at most two decimals");
    return parts;
  });
}

function wholeNumber(given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError("1 … 999999");
  return Number(given);
}

const EXAMPLES = [
  "qak audit-rules nm-chairman-2022 --report html --out ledger.html --lang zh",
  "qak audit-rules --min-coverage 95 --min-mutation 90",
  "qak audit-rules --no-proofs --cases my-cases.yaml",
];

const NOTES: readonly Text[] = [
  {
    zh: "审核人员自己的性质写在规则包的 properties.json 中，一并证明。",
    en: "Properties of an auditor's own stand in properties.json of the pack, and are proved with the others.",
  },
  {
    zh: "退出码：0 各项都符合要求，1 有不符合的，2 输入有误。",
    en: "Exit codes: 0 everything asked for is met, 1 something is not, 2 bad input.",
  },
];
