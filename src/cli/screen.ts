/** What is printed on: how wide, in what language, with colour or without. */
import type { WriteStream } from "node:tty";
import picocolors from "picocolors";
import type { Text } from "../kernel/model.js";
import type { Language } from "./language.js";
import { wrap } from "./width.js";

export type Paint = ReturnType<typeof picocolors.createColors>;

export interface Screen {
  readonly width: number;
  readonly language: Language;
  readonly paint: Paint;
}

const WIDTH_ELSEWHERE = 100;
const WIDEST = 110;
const NARROWEST = 20;

type Environment = Readonly<Record<string, string | undefined>>;

/** A terminal is used at its width up to what reads well; a pipe gets a fixed width and no colour. */
export function screenOf(stream: NodeJS.WriteStream | WriteStream, language: Language, environment: Environment): Screen {
  const columns = stream.isTTY ? stream.columns || WIDTH_ELSEWHERE : WIDTH_ELSEWHERE;
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, columns)),
    language,
    paint: picocolors.createColors(isColoured(stream.isTTY === true, environment)),
  };
}

/** As wide as a pipe, without colour: for what is kept in a file. */
export function uncoloured({ language }: Screen): Screen {
  return { width: WIDTH_ELSEWHERE, language, paint: picocolors.createColors(false) };
}

/** https://no-color.org, and `FORCE_COLOR` for those who page with `less -R`. */
function isColoured(isTerminal: boolean, environment: Environment): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"] && environment["FORCE_COLOR"] !== "0") return true;
  return isTerminal && environment["TERM"] !== "dumb";
}

export function say(screen: Screen, text: Text): string {
  return text[screen.language];
}

/** A line of its own between blank lines. */
export function heading(screen: Screen, text: Text): readonly string[] {
  return ["", screen.paint.bold(say(screen, text))];
}

/**
 * Text wrapped and set in by `indent` columns; `first` stands before the first line and counts towards the indent.
 * @param style painted line by line, so that no colour runs over a line's end
 */
export function block(
  screen: Screen,
  indent: number,
  text: string,
  { first = "", style = (line: string) => line }: { first?: string; style?: (line: string) => string } = {},
): readonly string[] {
  return wrap(text, screen.width - indent).map((line, index) => {
    const margin = index === 0 && first !== "" ? first : " ".repeat(indent);
    return margin + style(line);
  });
}
