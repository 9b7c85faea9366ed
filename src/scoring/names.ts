/** Tables of names in the memory of the reading module, which grow as names come. */
import type { ReadingModule } from "./reading-module.js";
import type { Workspace } from "./workspace.js";

export interface NameTables {
  readonly address: number;
  /** Gives every table room for one more name at least. */
  grow(): void;
  /** Forgets every name, and takes no less room than before. */
  clear(): void;
  /** The names of a table from number `from` on, in the order of their numbers. */
  namesOf(table: number, from: number): readonly string[];
}

const TABLE_BYTES = 32;
const FIRST_NAMES = 1 << 10;
const BYTES_A_NAME = 32;
/** More than the longest name. */
const SPARE_BYTES = 256;

/** Places of the numbers of a table, as `wasm/intern.ts` reads them. */
const AT = { slots: 0, mask: 1, count: 2, names: 3, most: 4, bytesUsed: 5, bytesEnd: 6 } as const;

export function nameTables(module: ReadingModule, { room }: Workspace, tables: number): NameTables {
  const address = room(tables * TABLE_BYTES);
  const fields = (table: number) => new Uint32Array(module.memory.buffer, address + table * TABLE_BYTES, TABLE_BYTES / 4);
  const get = (table: number, at: number) => fields(table)[at] as number;

  function zeroed(bytes: number): number {
    const from = room(bytes);
    new Uint8Array(module.memory.buffer, from, bytes).fill(0);
    return from;
  }

  function setNames(table: number, most: number): void {
    const slots = zeroed(4 * 2 * most);
    const names = room(8 * most);
    const count = get(table, AT.count);
    new Uint8Array(module.memory.buffer).copyWithin(names, get(table, AT.names), get(table, AT.names) + 8 * count);
    const own = fields(table);
    own[AT.slots] = slots;
    own[AT.mask] = 2 * most - 1;
    own[AT.names] = names;
    own[AT.most] = most;
    module.rehash(address + table * TABLE_BYTES);
  }

  const beginnings: number[] = [];

  function setBytes(table: number, bytes: number): void {
    // Names that stand elsewhere stay there: their addresses do not change. Those read in eights may run over the end.
    const from = room(bytes + 8);
    const own = fields(table);
    own[AT.bytesUsed] = from;
    beginnings[table] = from;
    own[AT.bytesEnd] = from + bytes;
  }

  for (let table = 0; table < tables; table += 1) {
    fields(table).fill(0);
    setNames(table, FIRST_NAMES);
    setBytes(table, FIRST_NAMES * BYTES_A_NAME);
  }

  return {
    address,
    grow() {
      for (let table = 0; table < tables; table += 1) {
        const most = get(table, AT.most);
        if (get(table, AT.count) >= most) setNames(table, 2 * most);
        if (get(table, AT.bytesUsed) + SPARE_BYTES > get(table, AT.bytesEnd)) setBytes(table, get(table, AT.most) * BYTES_A_NAME);
      }
    },
    clear() {
      for (let table = 0; table < tables; table += 1) {
        const own = fields(table);
        new Uint8Array(module.memory.buffer).fill(0, own[AT.slots], (own[AT.slots] as number) + 4 * 2 * get(table, AT.most));
        own[AT.count] = 0;
        own[AT.bytesUsed] = beginnings[table] as number;
      }
    },
    namesOf(table, from) {
      const { buffer } = module.memory;
      const entries = new Uint32Array(buffer, get(table, AT.names), 2 * get(table, AT.count)).subarray(2 * from);
      const names: string[] = [];
      // Names that stand one after another are decoded together, which is much faster than each by itself.
      for (let at = 0; at < entries.length; ) {
        const begin = entries[at] as number;
        let end = begin;
        let next = at;
        for (; entries[next] === end; next += 2) end += entries[next + 1] as number;
        namesIn(new Uint8Array(buffer, begin, end - begin), entries.subarray(at, next), names);
        at = next;
      }
      return names;
    },
  };
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** @param entries address and length of each by turns, one after another, the first at the beginning of the bytes */
function namesIn(bytes: Uint8Array, entries: Uint32Array, names: string[]): void {
  const text = textOf(bytes, entries);
  let from = 0;
  let unit = 0;
  for (let at = 1; at < entries.length; at += 2) {
    const to = from + (entries[at] as number);
    if (text === null) names.push(lenient.decode(bytes.subarray(from, to)));
    else {
      const begin = unit;
      for (let byte = from; byte < to; byte += 1) unit += unitsOf(bytes[byte] as number);
      names.push(text.slice(begin, unit));
    }
    from = to;
  }
}

/** All names as one; `null` where one of them is no UTF-8. */
function textOf(bytes: Uint8Array, entries: Uint32Array): string | null {
  const [first] = entries;
  const begins = (at: number) => unitsOf(bytes[(entries[at] as number) - (first as number)] as number) > 0;
  for (let at = 0; at < entries.length; at += 2) if (!begins(at)) return null;
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** Units of UTF-16 of the character that begins with a byte; 0 for a byte within one. */
function unitsOf(byte: number): number {
  if (byte < 0x80) return 1;
  return byte < 0xc0 ? 0 : byte < 0xf0 ? 1 : 2;
}
