/** Begins something once it is clear that a command takes its time: when it is asked after, or by itself while the work waits. */

export interface OnceSlow {
  /** Work that leaves no time for anything else asks after it. */
  check(): void;
  /** It does not begin any more. */
  stop(): void;
}

/** After the command began, not after what is asked of it did. */
const SLOW_MS = 2000;

export function onceSlow(begin: () => void): OnceSlow {
  const after = Number(process.env["QAK_PROGRESS_AFTER_MS"] ?? SLOW_MS);
  let isOver = false;
  const check = () => {
    if (isOver || performance.now() < after) return;
    stop();
    begin();
  };
  const timer = setTimeout(check, Math.max(0, after - performance.now()) + 1);
  timer.unref();
  return { check, stop };

  function stop(): void {
    isOver = true;
    clearTimeout(timer);
  }
}
