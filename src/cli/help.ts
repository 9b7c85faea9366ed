/** Help in the language asked for, wrapped to the terminal by what its characters take there. */
import type { Argument, Command, Help, HelpConfiguration, Option } from "commander";
import type { Text } from "../kernel/model.js";
import type { Language } from "./language.js";
import { widthOf, wrap } from "./width.js";

/** A text in the language that help is printed in. */
export type Say = (text: Text) => string;

export function sayIn(language: Language): Say {
  return (text) => text[language];
}

const WIDTH_ELSEWHERE = 80;
const WIDEST = 110;
/** Of descriptions beside what they describe; where there is less, they stand below it. */
const NARROWEST = 24;

const TITLES: Readonly<Record<string, Text>> = {
  "Usage:": { zh: "用法：", en: "Usage:" },
  "Arguments:": { zh: "参数：", en: "Arguments:" },
  "Options:": { zh: "选项：", en: "Options:" },
  "Commands:": { zh: "命令：", en: "Commands:" },
};

export function helpWidth(stream: NodeJS.WriteStream): number {
  return stream.isTTY ? Math.min(WIDEST, stream.columns || WIDTH_ELSEWHERE) : WIDTH_ELSEWHERE;
}

/** What commander says by itself, and how it is laid out. */
export function helpIn(say: Say): HelpConfiguration {
  return {
    minWidthToWrap: 1,
    subcommandTerm: (command: Command) => command.name(),
    styleTitle: (title) => say(TITLES[title] ?? { zh: title, en: title }),
    styleUsage: (usage) =>
      usage
        .replace("[options]", say({ zh: "[选项]", en: "[options]" }))
        .replace("[command]", say({ zh: "[命令]", en: "[command]" })),
    optionDescription: (option) => describedWith(option, say),
    argumentDescription: (argument) => describedWith(argument, say),
    displayWidth: widthOf,
    boxWrap: (text, width) => wrappedLines(text, width).join("\n"),
    formatItem,
  };
}

/** The values there are, and the one taken where none is given. */
function describedWith({ description, argChoices, defaultValue, defaultValueDescription }: Option | Argument, say: Say): string {
  const otherwise = defaultValueDescription ?? defaultValue;
  const choices = argChoices?.join(say({ zh: "、", en: ", " }));
  const notes = [
    ...(choices === undefined ? [] : [say({ zh: `可用 ${choices}`, en: `one of ${choices}` })]),
    ...(otherwise === undefined ? [] : [say({ zh: `默认 ${otherwise}`, en: `default: ${otherwise}` })]),
  ];
  if (notes.length === 0) return description;
  return say({ zh: `${description}（${notes.join("；")}）`, en: `${description} (${notes.join("; ")})` });
}

function formatItem(term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? WIDTH_ELSEWHERE;
  const beside = termWidth + 4;
  const isBelow = width - beside < NARROWEST;
  const indent = " ".repeat(isBelow ? 6 : beside);
  const lines = wrappedLines(description, Math.max(1, width - indent.length)).map((line) => indent + line);
  if (isBelow) return [`  ${term}`, ...lines].join("\n");
  return `  ${term}${lines.join("\n").slice(2 + widthOf(term))}`;
}

function wrappedLines(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => wrap(line, width));
}

/** Examples below the help, as they would be typed; and what is to be said after them, a paragraph each. */
export function addExamples(command: Command, say: Say, lines: readonly string[], notes: readonly Text[] = []): Command {
  return command.addHelpText("after", ({ error }) => {
    const width = helpWidth(error ? process.stderr : process.stdout);
    const shown = ["", say({ zh: "示例：", en: "Examples:" }), ...lines.map((line) => `  $ ${line}`)];
    const told = notes.length === 0 ? [] : ["", ...notes.flatMap((note) => wrappedLines(say(note), width))];
    return [...shown, ...told, ""].join("\n");
  });
}
