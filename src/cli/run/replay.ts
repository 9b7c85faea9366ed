/** Kept decisions decided again, line by line, in constant memory. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { type Replay, replay } from "../../audit/replay.js";
import { told } from "../../audit/replay-problem.js";
import { type Line, readLines } from "../../files/lines.js";
import { parseJson } from "../../files/parse-json.js";
import type { Award } from "../../kernel/award.js";
import { isRecord } from "../../kernel/read-facts.js";
import { awardsAtHand } from "../awards-at-hand.js";
import { BadInput, complaint } from "../complaint.js";
import { inputSize } from "../input-size.js";
import { LineWriter } from "../line-writer.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import type { Replayed } from "../page/replay.js";
import type { Progress } from "../progress.js";
import { fileProblem } from "../read-input.js";
import { type ReplayOutput, replayAsJson, replayInWords } from "../replay-output.js";
import { counted, exitCodeOf, NOTHING_REPLAYED, type ReplayCounts } from "../replay-tally.js";
import { slowProgress } from "../slow-progress.js";
import { textAlone } from "../text-alone.js";

export interface ReplayOptions extends CommonOptions {
  readonly format: "text" | "json";
}

/** A question of 16 MiB, the largest that is read, and its answer. */
const MOST_BYTES = 64 * 1024 * 1024;

type Awards = ReadonlyMap<string, Award>;

export async function runReplay(file: string | undefined, options: ReplayOptions): Promise<void> {
  const path = file === undefined || file === "-" ? null : file;
  if (path === null && process.stdin.isTTY) throw new BadInput([NO_INPUT]);
  const atHand = await awardsAtHand(rulesFolders(options));
  const awards = new Map([...atHand].map(([id, { award }]) => [id, award]));
  const size = inputSize(path);
  const name = path ?? "<stdin>";
  const isTerminal = process.stdout.isTTY === true;
  const writer = new LineWriter(process.stdout);
  const screen = screenFor(process.stdout, options);
  const isText = options.format === "text";
  const output = isText ? replayInWords(writer, screen, name, isTerminal) : replayAsJson(writer);
  const isAlone = process.stderr.isTTY === true && (isText || !isTerminal);
  const progress = await slowProgress(screenFor(process.stderr, options), size, isAlone);
  const source = path === null ? process.stdin : createReadStream(path);
  let counts: ReplayCounts;
  try {
    counts = await replayAll(awards, { source, name, output, progress, writer });
  } catch (error) {
    throw fileProblem(error, writer.failure === null ? name : "<stdout>");
  } finally {
    progress.stop();
  }
  await output.end(counts);
  process.exitCode = exitCodeOf(counts);
}

interface Work {
  readonly source: Readable;
  readonly name: string;
  readonly output: ReplayOutput;
  readonly progress: Pick<Progress, "update">;
  readonly writer: LineWriter;
}

async function replayAll(awards: Awards, { source, name, output, progress, writer }: Work): Promise<ReplayCounts> {
  let bytes = 0;
  let counts = NOTHING_REPLAYED;
  const measured = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of textAlone(chunks, name)) {
      bytes += chunk.length;
      yield chunk;
      progress.update(bytes, counts.lines, counts.lines - counts.same);
    }
  };
  for await (const line of readLines(measured(source), MOST_BYTES)) {
    const replayed = await replayLine(awards, line);
    counts = counted(counts, replayed.replay);
    if (!isTheSame(replayed.replay)) await output.tell(replayed);
    // Nobody reads on, but the exit code is still to be right.
    if (writer.closed && exitCodeOf(counts) === 2) break;
  }
  return counts;
}

function isTheSame(replayed: Replay): boolean {
  return "same" in replayed && replayed.same && replayed.grounds.length === 0;
}

async function replayLine(awards: Awards, line: Line): Promise<Replayed> {
  const unread = { line: line.line, decision: null, id: null };
  if ("failure" in line) return { ...unread, replay: badLine([line.failure]) };
  const parsed = parseJson(line.text, true);
  if (!parsed.ok) return { ...unread, replay: badLine(parsed.errors) };
  return { line: line.line, ...questionOf(parsed.value), replay: await replay(awards, parsed.value) };
}

function badLine(errors: Extract<Parameters<typeof told>[0], { code: "bad-line" }>["errors"]): Replay {
  return { problem: told({ code: "bad-line", errors }), grounds: [] };
}

function questionOf(line: unknown): Pick<Replayed, "decision" | "id"> {
  const question = isRecord(line) && isRecord(line["question"]) ? line["question"] : {};
  const { decision, id } = question;
  return { decision: typeof decision === "string" ? decision : null, id: typeof id === "string" ? id : null };
}

const NO_INPUT = complaint("empty-input", {
  zh: "没有输入：请给出文件，或者用管道送入",
  en: "no input: name a file or pipe one in",
});
