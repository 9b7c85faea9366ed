/** Threads that read a CSV file piece by piece, each the next piece nobody has; the pieces come out in the order of the file. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type FileTask, type Piece, type PieceResult, piecesOf } from "./csv-piece.js";

/** A piece that was read, and by which of the threads: names have the numbers of its own. */
export interface ReadPiece {
  readonly thread: number;
  readonly piece: Piece;
  readonly result: PieceResult;
}

/** Pieces read ahead by each thread of what is taken. */
const AHEAD = 2;

/** Ends early where the caller stops asking. */
export async function* readByThreads(task: FileTask, threads: number): AsyncGenerator<ReadPiece> {
  const pieces = piecesOf(task);
  const workers = Array.from(
    { length: Math.min(threads, pieces.length) },
    () => new Worker(new URL("./csv-worker.js", import.meta.url), { workerData: task }),
  );
  const pending: Promise<ReadPiece>[] = [];
  const idle = workers.map(() => Promise.resolve());
  let next = 0;

  /** Has the next piece read by a thread once it is done with what it has. */
  function ask(thread: number): void {
    const worker = workers[thread] as Worker;
    const piece = pieces[next] as Piece;
    next += 1;
    const read = (idle[thread] as Promise<void>).then(async () => {
      worker.postMessage(piece);
      const [result] = (await once(worker, "message")) as [PieceResult];
      return { thread, piece, result };
    });
    // What went wrong is told where the piece is taken.
    idle[thread] = read.then(
      () => undefined,
      () => undefined,
    );
    pending.push(read);
  }

  try {
    for (let ahead = 0; ahead < AHEAD * workers.length && next < pieces.length; ahead += 1) ask(ahead % workers.length);
    for (let read = pending.shift(); read !== undefined; read = pending.shift()) {
      const taken = await read;
      if (next < pieces.length) ask(taken.thread);
      yield taken;
    }
  } finally {
    // What they were asked for and nobody waits for is left unanswered.
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
