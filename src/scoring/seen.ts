/** Which sheets came before, in the memory of the reading module: 64 bytes for up to 512 applicants of one reviewer at one stage. */
import type { ReadingModule } from "./reading-module.js";
import type { Workspace } from "./workspace.js";

export interface SeenSet {
  /** Places, in order, of sheets whose applicant, reviewer and stage came before; arrays of u32 at these addresses. */
  mark(applicants: number, reviewers: number, stages: number, count: number): readonly number[];
}

const SET_BYTES = 16;
const BLOCK_BYTES = 64;
const TAKEN = 3;

/** @param atOnce most sheets marked at a time */
export function seenSet(module: ReadingModule, { room }: Workspace, atOnce: number): SeenSet {
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
      for (let at = module.markSeen(set, applicants, reviewers, stages, 0, count); at < count; ) {
        again.push(at);
        at = module.markSeen(set, applicants, reviewers, stages, at + 1, count);
      }
      return again;
    },
  };
}
