/** A thread that reads pieces of a CSV file, each when it is asked for. */
import { parentPort, workerData } from "node:worker_threads";
import { csvReader } from "../../scoring/csv.js";
import { type FileTask, type Piece, type PieceResult, pieceReader } from "./csv-piece.js";

const task = workerData as FileTask;
const reader = pieceReader(task, await csvReader(task.layout, task.columns, task.delimiter));

parentPort?.on("message", (piece: Piece) => {
  const result = reader.read(piece);
  parentPort?.postMessage(result, buffersOf(result));
});

/** Moved to the other thread, not copied. */
function buffersOf(result: PieceResult): ArrayBuffer[] {
  if (!("batches" in result)) return [];
  return result.batches.flatMap((batch) =>
    [batch.sheets, batch.totals, batch.bounds, batch.applicants, batch.reviewers, batch.stages, batch.rows].flatMap((array) =>
      array === null ? [] : [array.buffer as ArrayBuffer],
    ),
  );
}
