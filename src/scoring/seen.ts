/** Sheets of an applicant, a reviewer and a stage that came before: 64 bytes for up to 512 applicants of one reviewer at one stage. */
import { type CellFault, type SheetBatch, withoutSheets } from "./batch.js";
import { instantiateReading, type ReadingModule } from "./reading-module.js";
import { type Workspace, workspaceIn } from "./workspace.js";

export interface SeenSheets {
  /**
   * @returns the batch, of which sheets that came before are faults, and no sheets
   * @throws RangeError where more sheets come at once than was said, or more than `MOST_STAGES` stages
   */
  without(batch: SheetBatch): SheetBatch;
}

/** Far more than any award has: a column with as many holds something else. */
export const MOST_STAGES = 256;

/** @param atOnce most sheets of a batch */
export async function seenSheets(atOnce: number): Promise<SeenSheets> {
  const module = await instantiateReading();
  const workspace = workspaceIn(module);
  const places = [workspace.room(4 * atOnce), workspace.room(4 * atOnce), workspace.room(4 * atOnce)] as const;
  const seen = seenSet(module, workspace, atOnce);
  return {
    without(batch) {
      const names = [batch.applicants, batch.reviewers, batch.stages];
      if (batch.count > atOnce) throw new RangeError(`${batch.count} sheets in one batch: ${atOnce} at most`);
      for (const [which, at] of places.entries()) new Uint32Array(module.memory.buffer, at).set(names[which] as Uint32Array);
      const again = seen.mark(...places, batch.count);
      return again.length === 0 ? batch : withoutAgain(batch, again);
    },
  };
}

interface SeenSet {
  /** Places, in order, of sheets whose applicant, reviewer and stage came before; arrays of u32 at these addresses. */
  mark(applicants: number, reviewers: number, stages: number, count: number): readonly number[];
}

const SET_BYTES = 16;
const BLOCK_BYTES = 64;
const TAKEN = 3;

function seenSet(module: ReadingModule, { room }: Workspace, atOnce: number): SeenSet {
  let slots = 4 * 2 ** Math.ceil(Math.log2(atOnce));
  let set = empty();

  function empty(): number {
    const address = room(SET_BYTES);
    const keys = room(8 * slots);
    const bits = room(BLOCK_BYTES * slots);
    const memory = module.memory.buffer;
    new Uint8Array(memory, keys, 8 * slots).fill(0);
    new Uint8Array(memory, bits, BLOCK_BYTES * slots).fill(0);
    new Uint32Array(memory, address, 4).set([keys, bits, slots - 1, 0]);
    return address;
  }

  return {
    mark(applicants, reviewers, stages, count) {
      const taken = new Uint32Array(module.memory.buffer, set, 4)[TAKEN] as number;
      if (2 * (taken + count) > slots) {
        const full = set;
        slots *= 4;
        set = empty();
        module.moveSeen(full, set);
      }
      const again: number[] = [];
      for (let at = markFrom(0); at < count; at = markFrom(at + 1)) again.push(at);
      return again;

      function markFrom(from: number): number {
        try {
          return module.markSeen(set, applicants, reviewers, stages, from, count);
        } catch (error) {
          if (!(error instanceof WebAssembly.RuntimeError)) throw error;
          throw new RangeError(`more than ${MOST_STAGES} stages`, { cause: error });
        }
      }
    },
  };
}

function withoutAgain(batch: SheetBatch, again: readonly number[]): SheetBatch {
  const twice = again.map((at): CellFault => ({ row: batch.rows[at] as number, column: 0, problem: "sheet-twice", found: "" }));
  const faults = [...batch.faults, ...twice].sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...withoutSheets(batch, new Set(again)), faults };
}
