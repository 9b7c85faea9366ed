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
/** Looked through at a time for where a row begins. */
const PROBE_BYTES = 1 << 12;

export function pieceReader({ path, dataFrom, size, withSheets }: FileTask, reader: CsvReader): PieceReader {
  const file = openSync(path, "r");
  const probe = Buffer.alloc(PROBE_BYTES);
  const counts = { applicant: 0, reviewer: 0, stage: 0 };

  /** Where the first row that begins at `place` or after it begins; the end of the file, where none does. */
  function rowFrom(place: number): number {
    if (place <= dataFrom) return dataFrom;
    // The byte before tells whether a row begins at the place itself.
    for (let at = place - 1; at < size; at += PROBE_BYTES) {
      const found = probe.subarray(0, readFully(file, probe, at)).indexOf(LINE_FEED);
      if (found !== -1) return at + found + 1;
    }
    return size;
  }

  return {
    read({ from, to }) {
      const start = rowFrom(from);
      const end = rowFrom(to);
      const batches: SheetBatch[] = [];
      for (let at = start; at < end; ) {
        // Straight to where the reader takes it from, and no more than it has room for.
        const { buffer, byteOffset, byteLength } = reader.room();
        const room = Buffer.from(buffer, byteOffset, byteLength);
        const read = readFully(file, room.subarray(0, end - at), at);
        const rows = at + read < end ? room.lastIndexOf(LINE_FEED, read - 1) + 1 : read;
        if (rows === 0) return { problem: "long-row" };
        const own = room.subarray(0, rows);
        if (own.includes(QUOTE)) return { quotedFrom: start };
        if (!isUtf8(own)) return { problem: "not-utf-8" };
        reader.read(rows, true, (batch) => batches.push(copied(batch, withSheets)));
        at += rows;
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
    lost: batch.lost,
  };
}

function readFully(file: number, into: Uint8Array, from: number): number {
  let read = 0;
  for (let count = -1; count !== 0 && read < into.length; read += count) {
    count = readSync(file, into, read, into.length - read, from + read);
  }
  return read;
}
