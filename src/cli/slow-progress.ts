/** A bar on standard error, once it is clear that the work takes its time. */
import { onceSlow } from "./once-slow.js";
import { type Progress, progressWith } from "./progress.js";
import type { Screen } from "./screen.js";

/** @param shown only where standard error is a terminal, on which nothing else is written meanwhile */
export async function slowProgress(screen: Screen, total: number | null, shown: boolean): Promise<Omit<Progress, "begin">> {
  if (!shown) return { update: () => undefined, stop: () => undefined };
  // Before the work, which may leave no time for it.
  const { default: cliProgress } = await import("cli-progress");
  const since = performance.now();
  let bar: Progress | null = null;
  let at: Parameters<Progress["update"]> = [0, 0, 0];
  const slow = onceSlow(() => {
    bar = progressWith(cliProgress, screen, total, since);
    bar.update(...at);
  });
  return {
    update(...now) {
      at = now;
      slow.check();
      bar?.update(...now);
    },
    stop() {
      slow.stop();
      bar?.stop();
    },
  };
}
