#!/usr/bin/env node
/**
 * `qak`: composes the commands; exit code 0 decided or passed, 1 cases failed, a breach found, something overdue or a replay that
 * differs, 2 bad input.
 */
import { Command, CommanderError } from "commander";
import { keepFactsOffConsole } from "../files/engine-debug.js";
import { visible } from "../files/visible.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import { auditCommand } from "./audit.js";
import { auditRulesCommand } from "./audit-rules.js";
import { awardsCommand } from "./awards.js";
import { batchCommand } from "./batch.js";
import { calendarCommand } from "./calendar.js";
import { BadInput, complaintLines, complaintsAsJson } from "./complaint.js";
import { decideCommand } from "./decide.js";
import { diffCommand } from "./diff.js";
import { explainPackCommand } from "./explain-pack.js";
import { exportCommand } from "./export.js";
import { addExamples, helpIn, helpWidth, sayIn } from "./help.js";
import { LANGUAGES, type Language, languageOf } from "./language.js";
import { nextCommand } from "./next.js";
import { languageOption } from "./options.js";
import { write } from "./print.js";
import { replayCommand } from "./replay.js";
import { scoreCommand } from "./score.js";
import { type Screen, screenOf } from "./screen.js";
import { selectCommand } from "./select.js";
import { serveCommand } from "./serve.js";
import { testCommand } from "./test.js";
import { usageProblem } from "./usage.js";

const BAD_INPUT = 2;
/** `EX_SOFTWARE`: the fault is ours. */
const FAULT = 70;

async function main(argv: readonly string[]): Promise<number> {
  try {
    await program(languageAsked(argv)).parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // `qak` alone: its help is on standard error already.
    if (error instanceof CommanderError && error.code === "commander.help") return BAD_INPUT;
    const bad = error instanceof CommanderError ? usageProblem(error, commandIn(argv)) : error;
    if (!(bad instanceof BadInput)) return fault(bad);
    process.stderr.write(`${isJsonAsked(argv) ? complaintsAsJson(bad) : complaintLines(errorScreen(argv), bad).join("\n")}\n`);
    return BAD_INPUT;
  }
}

function program(language: Language): Command {
  const say = sayIn(language);
  const qak = new Command("qak")
    .description(
      say({
        zh: "依政府质量奖的规则作出判定，并以所依据的条款说明每一项判定。",
        en: "Decides by the rules of a government quality award, and explains every decision by the provision it rests on.",
      }),
    )
    .version(KERNEL_VERSION, "-V, --version", say({ zh: "输出版本号", en: "print the version" }))
    .addOption(languageOption(say))
    // What stands before a command is for all of them; what stands after it is the command's own.
    .enablePositionalOptions()
    .hook("preAction", (_, command) => {
      if (command.getOptionValue("lang") === undefined) command.setOptionValue("lang", qak.getOptionValue("lang"));
    });
  addExamples(qak, say, EXAMPLES);
  for (const command of COMMANDS) qak.addCommand(command(say));
  qak.helpCommand("help [command]", say({ zh: "输出某条命令的帮助", en: "print the help of a command" }));
  for (const command of [qak, ...qak.commands]) {
    command
      .exitOverride()
      .helpOption("-h, --help", say({ zh: "输出本帮助", en: "print this help" }))
      .configureOutput({
        writeOut: write,
        outputError: () => undefined,
        getOutHelpWidth: () => helpWidth(process.stdout),
        getErrHelpWidth: () => helpWidth(process.stderr),
      })
      .configureHelp(helpIn(say));
  }
  return qak;
}

const EXAMPLES = [
  "qak awards",
  "qak decide nm-chairman-2022 eligibility application.yaml",
  "qak score scores.xlsx",
  "qak serve",
  "qak decide --help",
];

const COMMANDS = [
  serveCommand,
  awardsCommand,
  decideCommand,
  batchCommand,
  scoreCommand,
  selectCommand,
  auditCommand,
  calendarCommand,
  nextCommand,
  exportCommand,
  auditRulesCommand,
  diffCommand,
  replayCommand,
  testCommand,
  explainPackCommand,
];

/** `qak decide`, where the command line names a command. */
function commandIn(argv: readonly string[]): string {
  const names = COMMANDS.map((command) => command(sayIn("en")).name());
  const named = argv.slice(2).find((word, at, words) => !word.startsWith("-") && words[at - 1] !== "--lang");
  return named !== undefined && names.includes(named) ? `qak ${named}` : "qak";
}

/** Commands whose `--format` says what they print; of others it says what they read. */
const WITH_JSON = ["qak audit", "qak calendar", "qak next", "qak replay"];

function isJsonAsked(argv: readonly string[]): boolean {
  if (argv.includes("--json")) return true;
  const isFormat = argv.includes("--format=json") || argv[argv.indexOf("--format") + 1] === "json";
  return isFormat && WITH_JSON.includes(commandIn(argv));
}

/** Lines are not wrapped but on a terminal, so that a log holds one complaint a line. */
function errorScreen(argv: readonly string[]): Screen {
  const screen = screenOf(process.stderr, languageAsked(argv), process.env);
  return process.stderr.isTTY ? screen : { ...screen, width: Number.POSITIVE_INFINITY };
}

/** The message alone: a stack tells of our files, not of what went wrong. */
function fault(error: unknown): number {
  process.stderr.write(
    `qak: a fault of ours, please report it: ${visible(error instanceof Error ? error.message : String(error))}\n`,
  );
  return FAULT;
}

/** The language asked for, though the command line may be wrong elsewhere. */
function languageAsked(argv: readonly string[]): Language {
  const at = argv.indexOf("--lang");
  const asked = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  return LANGUAGES.find((language) => language === asked) ?? languageOf(process.env);
}

process.stderr.on("error", () => undefined);
keepFactsOffConsole();
process.exitCode = await main(process.argv);
