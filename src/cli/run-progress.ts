/** A bar on standard error while runs are made; nothing where standard error is no terminal. */
import type { Screen } from "./screen.js";
import { count } from "./tally.js";

export interface RunProgress {
  /** @param done 0 to 1 */
  update(done: number): void;
  stop(): void;
}

const SILENT: RunProgress = { update: () => undefined, stop: () => undefined };
const BAR_COLUMNS = 24;

export async function runProgressOn(screen: Screen, runs: number, shown: boolean): Promise<RunProgress> {
  if (!shown) return SILENT;
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format: (_, { progress, maxWidth }) => runProgressLine(screen, progress, runs, maxWidth),
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    fps: 10,
  });
  bar.start(1, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

/**
 * How far the runs are, on one line; what does not fit is left out, the percentage last.
 * @param width in columns; colour codes count too, since the line is cut by them
 */
export function runProgressLine({ language, paint }: Screen, progress: number, runs: number, width: number): string {
  const full = Math.round(BAR_COLUMNS * progress);
  const bar = paint.cyan("━".repeat(full) + "─".repeat(BAR_COLUMNS - full));
  const done = `${Math.floor(progress * 100)}%`;
  const words = language === "zh" ? `模拟 ${count(runs)} 次` : `${count(runs)} runs`;
  const lines = [`  ${bar} ${done} · ${words}`, `  ${done} · ${words}`, `  ${done}`];
  // A Chinese character is two columns wide.
  return lines.find((line) => line.length + (language === "zh" ? 3 : 0) <= width) ?? "";
}
