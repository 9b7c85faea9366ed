/** NDJSON in, NDJSON out, a line for a line, whatever the size. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { answerLine } from "../../files/batch.js";
import { readLines } from "../../files/lines.js";
import type { Award } from "../../kernel/award.js";
import type { Conceal } from "../../kernel/confidential/conceal.js";
import { awardsAtHand, findAward, requireDecision } from "../awards-at-hand.js";
import { BadInput, complaint } from "../complaint.js";
import { concealFromEnvironment } from "../conceal.js";
import { inputSize } from "../input-size.js";
import { type Keeping, type KeepOptions, keepingFor } from "../keep.js";
import { LineWriter } from "../line-writer.js";
import { rulesFolders, screenFor } from "../options.js";
import { outputTo } from "../output-to.js";
import { type Progress, progressOn } from "../progress.js";
import { fileProblem } from "../read-input.js";
import { readsOf, requireWritable } from "../require-writable.js";
import { summary, Tally } from "../tally.js";

export interface BatchOptions extends KeepOptions {
  readonly out?: string;
}

const BAD_LINES = 2;
/** 128 + SIGINT, as a shell has it. */
const INTERRUPTED = 130;

export async function runBatch(
  awardId: string,
  decision: string,
  file: string | undefined,
  options: BatchOptions,
): Promise<void> {
  const conceal = concealFromEnvironment(options);
  const atHand = await awardsAtHand(rulesFolders(options));
  const found = findAward(atHand, awardId);
  requireDecision(found, decision);
  const path = file === undefined || file === "-" ? null : file;
  if (path === null && process.stdin.isTTY) throw new BadInput([NO_INPUT]);
  const size = inputSize(path);
  const reads = readsOf(atHand, [path ?? "-"]);
  await requireWritable(options.out, reads);
  const keeping = await keepingFor(options, reads, options.out);
  const target = await outputTo(options.out);
  const screen = screenFor(process.stderr, options);
  const alone = process.stderr.isTTY === true && !(target === process.stdout && process.stdout.isTTY === true);
  const progress = await progressOn(screen, size, alone);
  // Opened last: an error of a stream that nobody reads yet would end the process.
  const source = path === null ? process.stdin : createReadStream(path);
  const batch = { source, conceal, keeper: keeping.keeper, writer: new LineWriter(target), tally: new Tally(), progress };
  const interrupted = stopOnInterrupt(source);
  try {
    await answerAll(found.award, decision, batch);
  } catch (error) {
    if (!interrupted()) {
      throw fileProblem(error, batch.writer.failure === null ? (path ?? "<stdin>") : (options.out ?? "<stdout>"));
    }
    await batch.writer.end();
  } finally {
    batch.progress.stop();
    await keeping.close();
  }
  const end = interrupted() ? "interrupted" : batch.writer.closed ? "reader-left" : "complete";
  process.stderr.write(`${summary(screen, found.award, decision, batch.tally, end).join("\n")}\n`);
  if (batch.tally.errors > 0) process.exitCode = BAD_LINES;
  if (interrupted()) process.exitCode = INTERRUPTED;
}

interface Batch {
  readonly source: Readable;
  readonly conceal: Conceal;
  readonly keeper: Keeping["keeper"];
  readonly writer: LineWriter;
  readonly tally: Tally;
  readonly progress: Progress;
}

async function answerAll(
  award: Award,
  decision: string,
  { source, conceal, keeper, writer, tally, progress }: Batch,
): Promise<void> {
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
      // Of a slow pipe the answers are wanted before the next piece comes.
      await writer.flush();
      progress.update(bytes, tally.lines, tally.errors);
    }
  };
  for await (const line of readLines(counted(source))) {
    const answer =
      "failure" in line
        ? { line: line.line, errors: [line.failure] }
        : await answerLine(award, decision, line.text, line.line, conceal, keeper);
    tally.add(answer);
    await keeper?.room();
    await writer.write(JSON.stringify(answer));
    if (writer.closed) break;
  }
  await writer.end();
}

/** The first Ctrl-C ends the reading, so that what was answered is written and counted; the second ends the process. */
function stopOnInterrupt(source: Readable): () => boolean {
  let interrupted = false;
  process.once("SIGINT", () => {
    interrupted = true;
    source.destroy();
  });
  return () => interrupted;
}

const NO_INPUT = complaint("empty-input", {
  zh: "没有输入：请给出文件，或者用管道送入",
  en: "no input: name a file or pipe one in",
});
