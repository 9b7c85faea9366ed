/** A piece of a CSV file, cut at line feeds, to its sheets: the work of one thread. */
import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import type { Column, SheetBatch } from "../../scoring/batch.js";
import type { CsvReader } from "../../scoring/csv.js";
import type { Layout } from "../../scoring/layout.js";

/** From the first row that begins at `from` or after it to the last that begins before `to`. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

export type PieceResult =
  | {
      readonly batches: readonly SheetBatch[];
      /** Rows read, with those of the pieces this reader read before. */
      readonly rows: number;
      /** Names that came for the first time to this reader. */
      readonly names: Names;
    }
  /** A quote stands in it, so that a line feed may be no end of a row; its first row begins at `start`. */
  | { readonly quotedFrom: number }
  | { readonly problem: "not-utf-8" | "long-row" };

export interface Names {
  readonly applicant: readonly string[];
  readonly reviewer: readonly string[];
  readonly stage: readonly string[];
}

/** What every reader of the file must know. */
export interface FileTask {
  readonly path: string;
  readonly layout: Layout;
  readonly columns: readonly Column[];
  readonly delimiter: string;
  /** Where the first row of the file begins. */
  readonly dataFrom: number;
  readonly size: number;
  readonly withSheets: boolean;
}

export interface PieceReader {
  read(piece: Piece): PieceResult;
  close(): void;
}

const PIECE_BYTES = 4 << 20;

export function piecesOf({ dataFrom, size }: FileTask): readonly Piece[] {
  return Array.from({ length: Math.ceil((size - dataFrom) / PIECE_BYTES) }, (_, at) => {
    const from = dataFrom + at * PIECE_BYTES;
    return { from, to: Math.min(size, from + PIECE_BYTES) };
  });
}

const QUOTE = 34;
const LINE_FEED = 10;
/** Looked through for the end of a row that begins before the end of a piece. */
const OVERLAP_BYTES = 1 << 16;

export function pieceReader({ path, dataFrom, size, withSheets }: FileTask, reader: CsvReader): PieceReader {
  const file = openSync(path, "r");
  let bytes = Buffer.alloc(0);
  const counts = { applicant: 0, reviewer: 0, stage: 0 };

  /** Reads from one byte of the file up to another, or to the end of a row after it. */
  function load(from: number, to: number): Buffer {
    for (let more = OVERLAP_BYTES; ; more *= 4) {
      const wanted = Math.min(size, to + more) - from;
      if (bytes.length < wanted) bytes = Buffer.alloc(wanted);
      const read = readFully(file, bytes.subarray(0, wanted), from);
      if (from + read === size || bytes.subarray(to - 1 - from, read).includes(LINE_FEED)) return bytes.subarray(0, read);
    }
  }

  return {
    read({ from, to }) {
      // The byte before tells whether a row begins at `from` itself.
      const begin = from === dataFrom ? from : from - 1;
      const loaded = load(begin, to);
      const start = from === dataFrom ? 0 : loaded.indexOf(LINE_FEED) + 1;
      const last = to >= size ? -1 : loaded.indexOf(LINE_FEED, to - 1 - begin);
      const own = loaded.subarray(start, last === -1 ? loaded.length : last + 1);
      // Where no row begins in the piece, the one before it reads on over its end.
      if (start === 0 && from !== dataFrom)
        return { batches: [], rows: reader.rows, names: { applicant: [], reviewer: [], stage: [] } };
      if (own.includes(QUOTE)) return { quotedFrom: begin + start };
      if (!isUtf8(own)) return { problem: "not-utf-8" };
      const batches: SheetBatch[] = [];
      try {
        for (let at = 0; at < own.length; ) {
          const room = reader.room();
          const count = Math.min(room.length, own.length - at);
          room.set(own.subarray(at, at + count));
          at += count;
          reader.read(count, at === own.length, (batch) => batches.push(copied(batch, withSheets)));
        }
      } catch (error) {
        if (error instanceof RangeError) return { problem: "long-row" };
        throw error;
      }
      return { batches, rows: reader.rows, names: newNames(reader, counts) };
    },
    close: () => closeSync(file),
  };
}

/** The names a reader has been given since it was asked last. */
export function newNames(reader: CsvReader, counts: Record<keyof Names, number>): Names {
  const since = (kind: keyof Names) => {
    const names = reader.namesOf(kind, counts[kind]);
    counts[kind] += names.length;
    return names;
  };
  return { applicant: since("applicant"), reviewer: since("reviewer"), stage: since("stage") };
}

export function copied(batch: SheetBatch, withSheets: boolean): SheetBatch {
  return {
    count: batch.count,
    sheets: withSheets ? batch.sheets.slice() : new Uint8Array(0),
    totals: batch.totals.slice(),
    bounds: batch.bounds?.slice() ?? null,
    applicants: batch.applicants.slice(),
    reviewers: batch.reviewers.slice(),
    stages: batch.stages.slice(),
    rows: batch.rows.slice(),
    faults: batch.faults,
  };
}

function readFully(file: number, into: Uint8Array, from: number): number {
  let read = 0;
  for (let count = -1; count !== 0 && read < into.length; read += count) {
    count = readSync(file, into, read, into.length - read, from + read);
  }
  return read;
}
