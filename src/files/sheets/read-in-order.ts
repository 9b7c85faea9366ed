/** A CSV file from some row on to its end, a piece after another on this thread: quotes may hold anything. */
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import type { SheetBatch } from "../../scoring/batch.js";
import type { CsvReader } from "../../scoring/csv.js";
import { copied, type FileTask, newNames, type PieceResult } from "./csv-piece.js";
import type { ReadPiece } from "./csv-threads.js";

const CHUNK_BYTES = 1 << 20;

/** @param thread the number that its names are known by */
export async function* readInOrder(
  { path, size, withSheets }: FileTask,
  reader: CsvReader,
  from: number,
  thread: number,
): AsyncGenerator<ReadPiece> {
  const counts = { applicant: 0, reviewer: 0, stage: 0 };
  let rest: Uint8Array = new Uint8Array(0);
  let at = from;
  const piece = (result: PieceResult): ReadPiece => ({ thread, piece: { from: at, to: at }, result });

  function read(bytes: Uint8Array, isLast: boolean): PieceResult {
    const batches: SheetBatch[] = [];
    const text = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const end = isLast ? text.length : wholeCharacters(text);
    if (!isUtf8(text.subarray(0, end))) return { problem: "not-utf-8" };
    rest = text.slice(end);
    try {
      let given = 0;
      do {
        const room = reader.room();
        const count = Math.min(room.length, bytes.length - given);
        room.set(bytes.subarray(given, given + count));
        given += count;
        reader.read(count, isLast && given === bytes.length, (batch) => batches.push(copied(batch, withSheets)));
      } while (given < bytes.length);
    } catch (error) {
      if (error instanceof RangeError) return { problem: "long-row" };
      throw error;
    }
    return { batches, rows: reader.rows, names: newNames(reader, counts) };
  }

  if (from < size) {
    for await (const bytes of createReadStream(path, { start: from, end: size - 1, highWaterMark: CHUNK_BYTES })) {
      at += (bytes as Buffer).length;
      yield piece(read(bytes as Buffer, false));
    }
  }
  yield piece(read(new Uint8Array(0), true));
}

/** Where the last character that may go on in what follows begins. */
function wholeCharacters(text: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, text.length); back += 1) {
    const byte = text[text.length - back] as number;
    if (byte >= 0xc0) return byte >= (back === 1 ? 0xc0 : back === 2 ? 0xe0 : 0xf0) ? text.length - back : text.length;
    if (byte < 0x80) return text.length;
  }
  return text.length;
}
