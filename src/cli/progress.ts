/** A bar on standard error while a batch runs; nothing where standard error is no terminal. */
import { SingleBar } from "cli-progress";
import type { Screen } from "./screen.js";
import { count } from "./tally.js";

export interface Progress {
  update(bytes: number, lines: number, errors: number): void;
  stop(): void;
}

const SILENT: Progress = { update: () => undefined, stop: () => undefined };
const BAR_COLUMNS = 24;

/**
 * @param totalBytes `null` where the input's size is not known: then neither bar nor time left
 * @param shown only where it has standard error to itself
 */
export function progressOn(screen: Screen, totalBytes: number | null, shown: boolean): Progress {
  if (!shown) return SILENT;
  const started = performance.now();
  const bar = new SingleBar({
    format: formatOf(screen, totalBytes !== null),
    stream: process.stderr,
    barCompleteChar: "━",
    barIncompleteChar: "─",
    barsize: BAR_COLUMNS,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
    fps: 10,
  });
  bar.start(Math.max(1, totalBytes ?? 1), 0, { lines: 0, rate: "0", errors: 0 });
  return {
    update(bytes, lines, errors) {
      const seconds = (performance.now() - started) / 1000;
      const rate = count(Math.round(seconds > 0 ? lines / seconds : 0));
      bar.update(totalBytes === null ? 0 : bytes, { lines: count(lines), rate, errors: count(errors) });
    },
    stop: () => bar.stop(),
  };
}

function formatOf({ language, paint }: Screen, sized: boolean): string {
  const counts = language === "zh" ? "{lines} 行 · 每秒 {rate} 行 · 错误 {errors}" : "{lines} lines · {rate}/s · errors {errors}";
  if (!sized) return `  ${counts}`;
  const left = language === "zh" ? "剩余 {eta_formatted}" : "{eta_formatted} left";
  return `  ${paint.cyan("{bar}")} {percentage}% · ${counts} · ${left}`;
}
