/** Which sheets came before: of the same applicant by the same judge, a reviewer at a stage. */

/** Applicants of a block, a bit each. */
const BLOCK: u32 = 9;
const BLOCK_BYTES: usize = 64;
const MOST_STAGES: u32 = 256;

/**
 * Marks sheets from `from` on as seen.
 * @param set u32 each: 0 keys (u64 a slot, 0 for a free one), 4 bits (64 bytes a slot), 8 mask of the slots, 12 slots taken;
 *   as many as sheets are marked may be taken, and half the slots stay free
 * @param applicants u32 a sheet
 * @param reviewers u32 a sheet
 * @param stages u32 a sheet; traps where one is not below 2^8
 * @returns the first sheet that was seen before, which is marked no other time; `count` where there is none
 */
export function markSeen(set: usize, applicants: usize, reviewers: usize, stages: usize, from: i32, count: i32): i32 {
  const keys = <usize>load<u32>(set);
  const bits = <usize>load<u32>(set, 4);
  const mask = load<u32>(set, 8);
  for (let i = <usize>from; i < <usize>count; i += 1) {
    const applicant = load<u32>(applicants + (i << 2));
    const stage = load<u32>(stages + (i << 2));
    if (stage >= MOST_STAGES) unreachable();
    const judge = ((<u64>load<u32>(reviewers + (i << 2))) << 8) | <u64>stage;
    const key = ((judge + 1) << (32 - BLOCK)) | <u64>(applicant >> BLOCK);
    let slot = <u32>((key * 0x9e3779b97f4a7c15) >> 32) & mask;
    while (true) {
      const taken = load<u64>(keys + ((<usize>slot) << 3));
      if (taken === key) break;
      if (taken === 0) {
        store<u64>(keys + ((<usize>slot) << 3), key);
        store<u32>(set, load<u32>(set, 12) + 1, 12);
        break;
      }
      slot = (slot + 1) & mask;
    }
    const within = applicant & ((1 << BLOCK) - 1);
    const byte = bits + <usize>slot * BLOCK_BYTES + <usize>(within >> 3);
    const bit = <u8>((<u32>1) << (within & 7));
    const before = load<u8>(byte);
    if ((before & bit) !== 0) return <i32>i;
    store<u8>(byte, before | bit);
  }
  return count;
}

/** Moves everything seen into an empty set of more slots. */
export function moveSeen(from: usize, to: usize): void {
  const keys = <usize>load<u32>(to);
  const mask = load<u32>(to, 8);
  for (let slot: usize = 0; slot <= <usize>load<u32>(from, 8); slot += 1) {
    const key = load<u64>(<usize>load<u32>(from) + (slot << 3));
    if (key === 0) continue;
    let free = <u32>((key * 0x9e3779b97f4a7c15) >> 32) & mask;
    while (load<u64>(keys + ((<usize>free) << 3)) !== 0) free = (free + 1) & mask;
    store<u64>(keys + ((<usize>free) << 3), key);
    memory.copy(<usize>load<u32>(to, 4) + <usize>free * BLOCK_BYTES, <usize>load<u32>(from, 4) + slot * BLOCK_BYTES, BLOCK_BYTES);
  }
  store<u32>(to, load<u32>(from, 12), 12);
}
