/** A bar on standard error for work in stages, each told with how far it is, once it is clear that the work takes its time. */
import type { SingleBar } from "cli-progress";
import type { Requirement } from "../ledger/requirements.js";
import { REQUIREMENT_WORDS } from "./report/ledger/words.js";
import type { Screen } from "./screen.js";

export type Stage = Requirement["name"];

export interface StageProgress {
  update(stage: Stage, done: number, of: number): void;
  stop(): void;
}

const SLOW_MS = 2000;
const BAR_COLUMNS = 24;

/** @param shown only where standard error is a terminal, on which nothing else is written meanwhile */
export function stageProgress(screen: Screen, shown: boolean): StageProgress {
  const since = performance.now();
  let [begun, stopped] = [false, false];
  let bar: SingleBar | null = null;
  let at: { stage: Stage; share: number } = { stage: "cases", share: 0 };
  return {
    update(stage, done, of) {
      at = { stage, share: of === 0 ? 1 : done / of };
      if (shown && !begun && performance.now() - since > SLOW_MS) {
        begun = true;
        void begin();
      }
      bar?.update(at.share);
    },
    stop() {
      stopped = true;
      bar?.stop();
    },
  };

  async function begin(): Promise<void> {
    const { default: cliProgress } = await import("cli-progress");
    if (stopped) return;
    bar = new cliProgress.SingleBar({
      format: (_, { progress }) => stageLine(screen, at.stage, progress),
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      fps: 10,
    });
    bar.start(1, at.share);
  }
}

/** `  ━━━━━─────── 41% · proofs` */
export function stageLine({ language, paint }: Pick<Screen, "language" | "paint">, stage: Stage, share: number): string {
  const full = Math.round(BAR_COLUMNS * share);
  const bar = paint.cyan("━".repeat(full) + "─".repeat(BAR_COLUMNS - full));
  return `  ${bar} ${Math.floor(share * 100)}% · ${REQUIREMENT_WORDS[stage][language]}`;
}
