/** A bar on standard error for work in stages, each told with how far it is, once it is clear that the work takes its time. */
import type { Requirement } from "../ledger/requirements.js";
import { onceSlow } from "./once-slow.js";
import { REQUIREMENT_WORDS } from "./report/ledger/words.js";
import type { Screen } from "./screen.js";

export type Stage = Requirement["name"];

export interface StageProgress {
  update(stage: Stage, done: number, of: number): void;
}

const BAR_COLUMNS = 24;

/**
 * What the work comes to, its stages told meanwhile.
 * @param shown only where standard error is a terminal, on which nothing else is written meanwhile
 */
export async function inStages<T>(screen: Screen, shown: boolean, work: (progress: StageProgress) => Promise<T>): Promise<T> {
  const progress = await stageProgress(screen, shown);
  try {
    return await work(progress);
  } finally {
    progress.stop();
  }
}

async function stageProgress(screen: Screen, shown: boolean): Promise<StageProgress & { stop(): void }> {
  if (!shown) return { update: () => undefined, stop: () => undefined };
  // Before the work, which may leave no time for it.
  const { default: cliProgress } = await import("cli-progress");
  let at: { stage: Stage; share: number } = { stage: "cases", share: 0 };
  const bar = new cliProgress.SingleBar({
    format: (_, { progress }) => stageLine(screen, at.stage, progress),
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    fps: 10,
  });
  const slow = onceSlow(() => bar.start(1, at.share));
  return {
    update(stage, done, of) {
      at = { stage, share: of === 0 ? 1 : done / of };
      slow.check();
      bar.update(at.share);
    },
    stop() {
      slow.stop();
      bar.stop();
    },
  };
}

/** `  ━━━━━─────── 41% · proofs` */
export function stageLine({ language, paint }: Pick<Screen, "language" | "paint">, stage: Stage, share: number): string {
  const full = Math.round(BAR_COLUMNS * share);
  const bar = paint.cyan("━".repeat(full) + "─".repeat(BAR_COLUMNS - full));
  return `  ${bar} ${Math.floor(share * 100)}% · ${REQUIREMENT_WORDS[stage][language]}`;
}
