/** A CSV file read on this thread, piece by piece, as the threads of `csv-threads.ts` do. */
import { csvReader } from "../../scoring/csv.js";
import { type FileTask, pieceReader, piecesOf } from "./csv-piece.js";
import type { ReadPiece } from "./csv-threads.js";

export async function* readAlone(task: FileTask): AsyncGenerator<ReadPiece> {
  const reader = pieceReader(task, await csvReader(task.layout, task.columns, task.delimiter));
  try {
    for (const piece of piecesOf(task)) yield { thread: 0, piece, result: reader.read(piece) };
  } finally {
    reader.close();
  }
}
