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
  const text = new TextDecoder();

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
      const entries = new Uint32Array(module.memory.buffer, get(table, AT.names), 2 * get(table, AT.count));
      return Array.from({ length: Math.max(0, entries.length / 2 - from) }, (_, at) => {
        const begin = entries[2 * (from + at)] as number;
        return text.decode(new Uint8Array(module.memory.buffer, begin, entries[2 * (from + at) + 1] as number));
      });
    },
  };
}
