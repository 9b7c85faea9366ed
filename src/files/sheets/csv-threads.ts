/** Threads that read a CSV file piece by piece, this one among them; the pieces come out in the order of the file. */
import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { csvReader } from "../../scoring/csv.js";
import { type FileTask, type Piece, type PieceResult, pieceReader, piecesOf } from "./csv-piece.js";

/** A piece that was read, and by which of the threads: names have the numbers of its own. */
export interface ReadPiece {
  readonly thread: number;
  readonly piece: Piece;
  readonly result: PieceResult;
}

/** Pieces another thread is asked for ahead of what it has read. */
const ASKED = 2;
/** Pieces read ahead, for each thread, of what is taken. */
const AHEAD = 3;
/** This thread. */
const HERE = 0;

/** A piece that some thread was asked for, and what came of it once it is read. */
interface Asked {
  readonly read: Promise<ReadPiece>;
  piece: ReadPiece | null;
}

/** Ends early where the caller stops asking. */
export async function* readByThreads(task: FileTask, threads: number): AsyncGenerator<ReadPiece> {
  const pieces = piecesOf(task);
  const here = pieceReader(task, await csvReader(task.layout, task.columns, task.delimiter));
  const workers = Array.from(
    { length: Math.max(0, Math.min(threads, pieces.length) - 1) },
    () => new Worker(new URL("./csv-worker.js", import.meta.url), { workerData: task }),
  );
  const queue: Asked[] = [];
  const idle = workers.map(() => Promise.resolve());
  let next = 0;

  function put(read: Promise<ReadPiece>): void {
    const asked: Asked = { read, piece: null };
    // What went wrong is told where the piece is taken.
    read.then(
      (piece) => {
        asked.piece = piece;
      },
      () => undefined,
    );
    queue.push(asked);
  }

  /** Has the next piece read by a thread once it is done with what it has. */
  function ask(worker: Worker, at: number): void {
    const piece = pieces[next] as Piece;
    next += 1;
    const read = (idle[at] as Promise<void>).then(async () => {
      worker.postMessage(piece);
      const [result] = (await once(worker, "message")) as [PieceResult];
      return { thread: at + 1, piece, result };
    });
    idle[at] = read.then(
      () => undefined,
      () => undefined,
    );
    put(read);
  }

  function readHere(): void {
    const piece = pieces[next] as Piece;
    next += 1;
    put(Promise.resolve({ thread: HERE, piece, result: here.read(piece) }));
  }

  try {
    for (let ahead = 0; ahead < ASKED; ahead += 1)
      for (const [at, worker] of workers.entries()) if (next < pieces.length) ask(worker, at);
    while (queue.length > 0 || next < pieces.length) {
      const [first] = queue;
      if (first?.piece == null && next < pieces.length && queue.length < AHEAD * threads) {
        readHere();
        // What the others have read comes in now.
        await setImmediate();
      } else {
        const taken = await (first as Asked).read;
        queue.shift();
        if (taken.thread !== HERE && next < pieces.length) ask(workers[taken.thread - 1] as Worker, taken.thread - 1);
        yield taken;
      }
    }
  } finally {
    here.close();
    // What they were asked for and nobody waits for is left unanswered.
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
