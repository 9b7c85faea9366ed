/** A bar on standard error, once it is clear that the work takes its time. */
import { type Progress, progressOn } from "./progress.js";
import type { Screen } from "./screen.js";

const SLOW_MS = 2000;

/** @param shown only where standard error is a terminal, on which nothing else is written meanwhile */
export function slowProgress(screen: Screen, total: number | null, shown: boolean): Omit<Progress, "begin"> {
  const since = performance.now();
  let begun = false;
  let bar: Progress | null = null;
  let stopped = false;
  return {
    update(done, lines, errors) {
      if (shown && !begun && performance.now() - since > SLOW_MS) {
        begun = true;
        void begin();
      }
      bar?.update(done, lines, errors);
    },
    stop() {
      stopped = true;
      bar?.stop();
    },
  };

  async function begin(): Promise<void> {
    const made = await progressOn(screen, total, true, since);
    if (stopped) made.stop();
    else bar = made;
  }
}
