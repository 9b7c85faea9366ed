/** Names as numbers: the same bytes always get the same number, in the order in which they first come. */

/**
 * A table of names is u32 each: 0 slots, 4 mask of the slots, 8 count, 12 names, 16 most names, 20 end of the last name's bytes,
 * 24 end of the room for bytes, 28 the number given last. A slot is u32, the number and one; a name u32 each, address and length.
 */
export const TABLE: usize = 32;

/** Longer names are refused by who reads them. */
export const LONGEST_NAME: usize = 255;

/** How many more names fit, whatever they are. */
export function roomIn(table: usize): u32 {
  const count = load<u32>(table, 8);
  const most = min(load<u32>(table, 16), (load<u32>(table, 4) + 1) >> 1);
  const bytes = load<u32>(table, 24) - load<u32>(table, 20);
  return min(most - count, bytes >> 8);
}

/** The number of a name; the table has room, and 8 bytes after the name may be read. */
export function intern(table: usize, name: usize, length: usize): u32 {
  const last = load<u32>(table, 28);
  if (last < load<u32>(table, 8) && isName(table, last, name, length)) return last;
  const slots = <usize>load<u32>(table);
  const mask = load<u32>(table, 4);
  let slot = hash(name, length) & mask;
  for (; ; slot = (slot + 1) & mask) {
    const taken = load<u32>(slots + ((<usize>slot) << 2));
    if (taken === 0) break;
    if (isName(table, taken - 1, name, length)) {
      store<u32>(table, taken - 1, 28);
      return taken - 1;
    }
  }
  const number = load<u32>(table, 8);
  const at = <usize>load<u32>(table, 20);
  const entry = <usize>load<u32>(table, 12) + ((<usize>number) << 3);
  memory.copy(at, name, length);
  store<u32>(entry, <u32>at);
  store<u32>(entry, <u32>length, 4);
  store<u32>(table, <u32>(at + length), 20);
  store<u32>(slots + ((<usize>slot) << 2), number + 1);
  store<u32>(table, number + 1, 8);
  store<u32>(table, number, 28);
  return number;
}

/** Puts every name into the slots anew, after the host gave the table others, all zero. */
export function rehash(table: usize): void {
  const slots = <usize>load<u32>(table);
  const mask = load<u32>(table, 4);
  const names = <usize>load<u32>(table, 12);
  for (let number: u32 = 0; number < load<u32>(table, 8); number += 1) {
    const entry = names + ((<usize>number) << 3);
    let slot = hash(load<u32>(entry), load<u32>(entry, 4)) & mask;
    while (load<u32>(slots + ((<usize>slot) << 2)) !== 0) slot = (slot + 1) & mask;
    store<u32>(slots + ((<usize>slot) << 2), number + 1);
  }
}

function isName(table: usize, number: u32, name: usize, length: usize): bool {
  const entry = <usize>load<u32>(table, 12) + ((<usize>number) << 3);
  if (<usize>load<u32>(entry, 4) !== length) return false;
  const known = <usize>load<u32>(entry);
  let at: usize = 0;
  for (; at + 8 <= length; at += 8) if (load<u64>(known + at) !== load<u64>(name + at)) return false;
  return tail(known + at, length - at) === tail(name + at, length - at);
}

function hash(name: usize, length: usize): u32 {
  let mixed: u64 = <u64>length;
  let at: usize = 0;
  for (; at + 8 <= length; at += 8) mixed = step(mixed, load<u64>(name + at));
  mixed = step(mixed, tail(name + at, length - at));
  return <u32>(mixed >> 32);
}

function step(mixed: u64, word: u64): u64 {
  const product = (mixed ^ word) * 0x9e3779b97f4a7c15;
  return product ^ (product >> 29);
}

/** Fewer than eight bytes as a number. */
function tail(at: usize, length: usize): u64 {
  return length === 0 ? 0 : load<u64>(at) & (u64.MAX_VALUE >> (64 - ((<u64>length) << 3)));
}
