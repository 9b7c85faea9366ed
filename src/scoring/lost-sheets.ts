/** Rows that were refused, as the sheets there may have been: of whom, at which stage, and how many. */
import type { LostRow } from "./batch.js";

export interface LostSheets {
  add(rows: readonly LostRow[]): void;
  /**
   * @param applicants those who have sheets
   * @param stages those of which there are sheets
   */
  among(applicants: ReadonlySet<number>, stages: readonly number[]): FoundLost;
}

export interface FoundLost {
  /** Sheets of an applicant at a stage; one that may be of any stage is told at each. */
  readonly named: readonly { readonly applicant: number; readonly stage: number; readonly count: number }[];
  /** Sheets of whoever, by the stage at which they may be. */
  readonly nameless: ReadonlyMap<number, number>;
}

type Kind = Pick<LostRow, "applicant" | "stage" | "isShifted">;

/** Takes no more room than there are applicants at stages, however many rows are refused. */
export function lostSheets(): LostSheets {
  const kinds = new Map<string, Kind & { count: number }>();

  return {
    add(rows) {
      for (const { applicant, stage, isShifted, lines } of rows) {
        const key = `${applicant} ${stage} ${isShifted}`;
        const kind = kinds.get(key) ?? { applicant, stage, isShifted, count: 0 };
        kind.count += lines;
        kinds.set(key, kind);
      }
    },
    among(applicants, stages) {
      const all = [...kinds.values()];
      const sure = all.filter(({ isShifted }) => !isShifted);
      const knownApplicants = new Set([...applicants, ...sure.map(({ applicant }) => applicant)]);
      const knownStages = new Set([...stages, ...sure.flatMap(({ stage }) => stage ?? [])]);
      const named: { applicant: number; stage: number; count: number }[] = [];
      const nameless = new Map<number, number>();
      for (const { applicant, stage, count } of all) {
        const own = stage !== null && knownStages.has(stage) ? [stage] : [...knownStages];
        for (const at of own) {
          if (applicant !== null && knownApplicants.has(applicant)) named.push({ applicant, stage: at, count });
          else nameless.set(at, (nameless.get(at) ?? 0) + count);
        }
      }
      return { named, nameless };
    },
  };
}
