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
  /** By byte: 1 for one that an item may be. */
  readonly #mayBe: Uint8Array;

  constructor(private readonly layout: Layout) {
    this.#mayBe = Uint8Array.from({ length: 256 }, (_, byte) => Number(isItem(byte, layout)));
  }

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
      if (!isRight(bytes, at * stride, this.layout, this.#mayBe)) wrong.set(at, bytes.slice(at * stride, (at + 1) * stride));
    }
    const sheets = wrong.size === 0 ? bytes : bytes.slice();
    for (const at of wrong.keys())
      sheets.fill(MISSING, at * stride, at * stride + items).fill(0, at * stride + items, (at + 1) * stride);
    return { first, sheets, count, wrong };
  }
}

/** Asked of every sheet there is, so that it makes nothing. */
function isRight(bytes: Uint8Array, from: number, { stride, items }: Layout, mayBe: Uint8Array): boolean {
  for (let at = from; at < from + items; at += 1) if (mayBe[bytes[at] as number] === 0) return false;
  for (let at = from + items; at < from + stride; at += 1) if (bytes[at] !== 0) return false;
  return true;
}

/** Places of bytes that are no score, and of those after the items that are not zero. */
export function wrongPlaces(sheet: Uint8Array, layout: Layout): readonly number[] {
  return Array.from(sheet.keys()).filter((at) => {
    const byte = sheet[at] as number;
    return at < layout.items ? !isItem(byte, layout) : byte !== 0;
  });
}

function isItem(byte: number, { least, top, step }: Layout): boolean {
  return byte === MISSING || (byte >= least && byte <= top && (byte - least) % step === 0);
}
