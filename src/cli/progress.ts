/** A bar on standard error while a file is read; nothing where standard error is no terminal. */
import type { SingleBar } from "cli-progress";
import type { Screen } from "./screen.js";
import { count } from "./tally.js";
import { widthOf } from "./width.js";

export interface Progress {
  /** It begins anew, now that it is known how much there is. */
  begin(total: number): void;
  /** @param done in the same unit as the total */
  update(done: number, lines: number, errors: number): void;
  stop(): void;
}

const SILENT: Progress = { begin: () => undefined, update: () => undefined, stop: () => undefined };
/** The bar as it is, and as short as it may get. */
const BAR_COLUMNS = 24;
const SHORTEST_BAR = 4;

/**
 * @param total how much there is to read, in bytes or rows; `null` while that is not known: then neither bar nor time left
 * @param shown only where it has standard error to itself
 * @param since when the reading began, as `performance.now()` tells it
 */
export async function progressOn(
  screen: Screen,
  total: number | null,
  shown: boolean,
  since = performance.now(),
): Promise<Progress> {
  if (!shown) return SILENT;
  const { default: cliProgress } = await import("cli-progress");
  return progressWith(cliProgress, screen, total, since);
}

/** @param total as of `progressOn` */
export function progressWith(cliProgress: CliProgress, screen: Screen, total: number | null, since: number): Progress {
  let [bar, started, isSized] = [begun(cliProgress, screen, total), since, total !== null];
  return {
    begin(known) {
      bar.stop();
      [bar, started, isSized] = [begun(cliProgress, screen, known), performance.now(), true];
    },
    update(done, lines, errors) {
      const seconds = (performance.now() - started) / 1000;
      const rate = count(Math.round(seconds > 0 ? lines / seconds : 0));
      bar.update(isSized ? done : 0, { lines: count(lines), rate, errors: count(errors) });
    },
    stop: () => bar.stop(),
  };
}

function begun(cliProgress: CliProgress, screen: Screen, total: number | null): SingleBar {
  const bar = new cliProgress.SingleBar({
    format: (options, { progress, eta, maxWidth }, counts: Counts) => {
      const left = Number.isFinite(eta) ? cliProgress.Format.TimeFormat(eta, options, 5).trim() : "…";
      return progressLine(screen, { ...counts, progress, left }, total !== null, maxWidth);
    },
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
    fps: 10,
  });
  bar.start(Math.max(1, total ?? 1), 0, { lines: 0, rate: "0", errors: 0 });
  return bar;
}

export type CliProgress = typeof import("cli-progress");

interface Counts {
  readonly lines: string;
  readonly rate: string;
  readonly errors: string;
}

interface Standing extends Counts {
  /** 0 to 1. */
  readonly progress: number;
  readonly left: string;
}

/** What is left out where the line is too long, the least important first; the errors stay. */
const DROPPED = ["rate", "left", "done", "lines"] as const;

/**
 * How far a batch is, on one line.
 * @param sized whether there is an end to be seen: only then a bar, a percentage and the time left
 * @param width in columns; colour codes count too, since the line is cut by them
 */
export function progressLine({ language, paint }: Screen, now: Standing, sized: boolean, width: number): string {
  const zh = language === "zh";
  const bar = (columns: number) => {
    const full = Math.round(columns * now.progress);
    return paint.cyan("━".repeat(full) + "─".repeat(columns - full));
  };
  const words = {
    done: `${Math.floor(now.progress * 100)}%`,
    lines: zh ? `${now.lines} 行` : `${now.lines} lines`,
    rate: zh ? `每秒 ${now.rate} 行` : `${now.rate}/s`,
    errors: zh ? `错误 ${now.errors}` : `errors ${now.errors}`,
    left: zh ? `剩余 ${now.left}` : `${now.left} left`,
  };
  const names = (["done", "lines", "rate", "errors", "left"] as const).filter(
    (name) => sized || (name !== "done" && name !== "left"),
  );
  for (let count = 0; ; count += 1) {
    const dropped: readonly string[] = DROPPED.slice(0, count);
    const counts = names.filter((name) => !dropped.includes(name)).map((name) => words[name]);
    const line = (columns: number) => `  ${sized && columns > 0 ? `${bar(columns)} ` : ""}${counts.join(" · ")}`;
    // Without its percentage the bar goes too.
    const shortest = dropped.includes("done") ? 0 : SHORTEST_BAR;
    const room = width - sizeOf(line(shortest));
    if (room < 0 && count < DROPPED.length) continue;
    return line(shortest === 0 ? 0 : Math.min(BAR_COLUMNS, shortest + Math.max(0, room)));
  }
}

function sizeOf(line: string): number {
  return Math.max(line.length, widthOf(line));
}
