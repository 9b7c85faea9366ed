#!/usr/bin/env node
/** `qak`: composes the commands; exit code 0 decided or passed, 1 cases failed, 2 bad input. */
import { Command, CommanderError } from "commander";
import { keepFactsOffConsole } from "../files/engine-debug.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import { awardsCommand } from "./awards.js";
import { batchCommand } from "./batch.js";
import { BadInput, complaintLines, complaintsAsJson } from "./complaint.js";
import { decideCommand } from "./decide.js";
import { explainPackCommand } from "./explain-pack.js";
import { LANGUAGES, type Language, languageOf } from "./language.js";
import { examples } from "./options.js";
import { scoreCommand } from "./score.js";
import { type Screen, screenOf } from "./screen.js";
import { selectCommand } from "./select.js";
import { serveCommand } from "./serve.js";
import { testCommand } from "./test.js";
import { usageProblem } from "./usage.js";
import { visible } from "./visible.js";

const BAD_INPUT = 2;
/** `EX_SOFTWARE`: the fault is ours. */
const FAULT = 70;

async function main(argv: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // `qak` alone: its help is on standard error already.
    if (error instanceof CommanderError && error.code === "commander.help") return BAD_INPUT;
    const bad = error instanceof CommanderError ? usageProblem(error, commandIn(argv)) : error;
    if (!(bad instanceof BadInput)) return fault(bad);
    process.stderr.write(
      `${argv.includes("--json") ? complaintsAsJson(bad) : complaintLines(errorScreen(argv), bad).join("\n")}\n`,
    );
    return BAD_INPUT;
  }
}

function program(): Command {
  const qak = new Command("qak")
    .description("Decides by the rules of a government quality award, and explains every decision\nby the provision it rests on.")
    .version(KERNEL_VERSION, "-V, --version", "print the version")
    .addHelpText(
      "after",
      examples(
        "qak awards",
        "qak decide nm-chairman-2022 eligibility application.yaml",
        "qak score scores.xlsx",
        "qak serve",
        "qak decide --help",
      ),
    );
  for (const command of COMMANDS) qak.addCommand(command());
  qak.helpCommand("help [command]", "print the help of a command");
  for (const command of [qak, ...qak.commands]) {
    command
      .exitOverride()
      .helpOption("-h, --help", "print this help")
      .configureOutput({ outputError: () => undefined })
      .configureHelp({ subcommandTerm: (each) => each.name() });
  }
  return qak;
}

const COMMANDS = [
  serveCommand,
  awardsCommand,
  decideCommand,
  batchCommand,
  scoreCommand,
  selectCommand,
  testCommand,
  explainPackCommand,
];

/** `qak decide`, where the command line names a command. */
function commandIn(argv: readonly string[]): string {
  const names = COMMANDS.map((command) => command().name());
  const named = argv.slice(2).find((word) => !word.startsWith("-"));
  return named !== undefined && names.includes(named) ? `qak ${named}` : "qak";
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
