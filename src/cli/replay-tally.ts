/** What a replay came to: lines of each kind, and how it ends. */
import type { OtherOutcome, Replay } from "../audit/replay.js";

export interface ReplayCounts {
  readonly lines: number;
  /** In every respect. */
  readonly same: number;
  /** The answer is the same, the pack, the kernel or the question is not. */
  readonly otherGrounds: number;
  readonly different: number;
  /** Of those that are different. */
  readonly otherOutcome: number;
  /** A pack that is missing, something confidential, or a question that is refused now. */
  readonly undecidable: number;
  readonly bad: number;
}

export const NOTHING_REPLAYED: ReplayCounts = {
  lines: 0,
  same: 0,
  otherGrounds: 0,
  different: 0,
  otherOutcome: 0,
  undecidable: 0,
  bad: 0,
};

export function counted(before: ReplayCounts, replayed: Replay): ReplayCounts {
  const kind = kindOf(replayed);
  const otherOutcome = before.otherOutcome + (outcomesOf(replayed) === null ? 0 : 1);
  return { ...before, lines: before.lines + 1, [kind]: before[kind] + 1, otherOutcome };
}

/** What was kept and what is now, where the outcome is another. */
export function outcomesOf(replayed: Replay): OtherOutcome | null {
  return "same" in replayed && !replayed.same ? replayed.otherOutcome : null;
}

function kindOf(replayed: Replay): Exclude<keyof ReplayCounts, "lines" | "otherOutcome"> {
  if ("problem" in replayed) return replayed.problem.code === "bad-line" ? "bad" : "undecidable";
  if (!replayed.same) return "different";
  return replayed.grounds.length > 0 ? "otherGrounds" : "same";
}

/** 0 all the same, 1 something is not, 2 a line is no kept decision, or there is none. */
export function exitCodeOf({ lines, same, bad }: ReplayCounts): number {
  if (bad > 0 || lines === 0) return 2;
  return same === lines ? 0 : 1;
}
