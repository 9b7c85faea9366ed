/** Packed sheets from bytes that come in pieces of any size, each byte held to the scale: one byte an item, 255 for none, then zeros. */

import { type Layout, MISSING } from "../../scoring/layout.js";
import { joined } from "../bytes.js";

export interface PackedSheets {
  /** The number of the first, from 1. */
  readonly first: number;
  /** As the scorer takes them; of a sheet that is wrong every item is missing. */
  readonly sheets: Uint8Array;
  readonly count: number;
  /** By place: the bytes of a sheet that is wrong, fewer than a sheet has where the stream breaks off. */
  readonly wrong: ReadonlyMap<number, Uint8Array>;
}

/** Sheets at one time. */
const AT_ONCE = 4096;

export class PackedSplitter {
  #left = new Uint8Array(0);
  #next = 1;

  constructor(private readonly layout: Layout) {}

  *push(chunk: Uint8Array): Generator<PackedSheets> {
    const { stride } = this.layout;
    const bytes = this.#left.length === 0 ? chunk : joined([this.#left, chunk], this.#left.length + chunk.length);
    const whole = bytes.length - (bytes.length % stride);
    // Copied: it may wait long for the rest, and must not hold on to the whole chunk meanwhile.
    this.#left = bytes.slice(whole);
    for (let at = 0; at < whole; at += AT_ONCE * stride)
      yield this.#checked(bytes.subarray(at, Math.min(whole, at + AT_ONCE * stride)));
  }

  /** The sheet that breaks off, where one does. */
  *end(): Generator<PackedSheets> {
    if (this.#left.length === 0) return;
    const sheets = new Uint8Array(this.layout.stride).fill(MISSING, 0, this.layout.items);
    yield { first: this.#next, sheets, count: 1, wrong: new Map([[0, this.#left]]) };
  }

  #checked(bytes: Uint8Array): PackedSheets {
    const { stride, items } = this.layout;
    const count = bytes.length / stride;
    const first = this.#next;
    this.#next += count;
    const wrong = new Map<number, Uint8Array>();
    for (let at = 0; at < count; at += 1) {
      const sheet = bytes.subarray(at * stride, (at + 1) * stride);
      if (wrongPlaces(sheet, this.layout).length > 0) wrong.set(at, sheet.slice());
    }
    const sheets = wrong.size === 0 ? bytes : bytes.slice();
    for (const at of wrong.keys())
      sheets.fill(MISSING, at * stride, at * stride + items).fill(0, at * stride + items, (at + 1) * stride);
    return { first, sheets, count, wrong };
  }
}

/** Places of bytes that are no score, and of those after the items that are not zero. */
export function wrongPlaces(sheet: Uint8Array, { items, least, top, step }: Layout): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < sheet.length; at += 1) {
    const byte = sheet[at] as number;
    const isRight = at >= items ? byte === 0 : byte === MISSING || (byte >= least && byte <= top && (byte - least) % step === 0);
    if (!isRight) places.push(at);
  }
  return places;
}
