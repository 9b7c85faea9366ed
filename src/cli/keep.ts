/** Every decision given is appended to the file of `--keep`, from which `qak replay` decides it again. */
import { holdsKept } from "../files/holds-kept.js";
import { type Keeper, KeepFile } from "../files/keep-file.js";
import type { Text } from "../kernel/model.js";
import { BadInput, complaint, complaintLines } from "./complaint.js";
import { type CommonOptions, screenFor } from "./options.js";
import { fileProblem } from "./read-input.js";
import { type Reads, requireWritable } from "./require-writable.js";
import { isSameFile } from "./same-file.js";
import { say } from "./screen.js";
import { count } from "./tally.js";

export interface KeepOptions extends CommonOptions {
  readonly keep?: string;
}

export interface Keeping {
  readonly keeper: Keeper | undefined;
  /** Everything written; where something could not be, that is told and the exit code is 2. */
  close(): Promise<void>;
}

const NOT_KEPT = 2;
const NOTHING_KEPT: Keeping = { keeper: undefined, close: () => Promise.resolve() };

/**
 * @param out what the command writes besides
 * @throws BadInput where the file is read or written besides, holds anything but kept decisions, or cannot be opened
 */
export async function keepingFor(options: KeepOptions, reads: Reads, out?: string): Promise<Keeping> {
  const { keep: path } = options;
  if (path === undefined) return NOTHING_KEPT;
  if (out !== undefined && isSameFile(path, out)) throw new BadInput([complaint("same-file", SAME_FILE, { file: path })]);
  await requireWritable(path, reads);
  await requireKept(path);
  const screen = screenFor(process.stderr, options);
  let lost = 0;
  let told = false;
  const file = await KeepFile.open(path, (error, lines) => {
    lost += lines;
    process.exitCode = NOT_KEPT;
    // The first tells why; how many there were is told at the end.
    if (told) return;
    told = true;
    process.stderr.write(`${complaintLines(screen, lossProblem(error, path)).join("\n")}\n`);
  }).catch((error: unknown) => {
    throw fileProblem(error, path);
  });
  return {
    keeper: file,
    async close() {
      await file.close();
      if (lost > 0) process.stderr.write(`${say(screen, lostInWords(lost, path))}\n`);
    },
  };
}

/** What is no file of kept decisions is not to become half of one. */
async function requireKept(path: string): Promise<void> {
  const holds = await holdsKept(path).catch((error: unknown) => {
    throw fileProblem(error, path);
  });
  if (!holds) throw new BadInput([complaint("not-kept-decisions", NOT_KEPT_DECISIONS, { file: path })]);
}

function lossProblem(error: unknown, path: string): BadInput {
  const known = fileProblem(error, path);
  if (known instanceof BadInput) return known;
  const { code = "" } = error as NodeJS.ErrnoException;
  return new BadInput([
    complaint("not-kept", { zh: `判定无法留存（${code}）`, en: `decisions cannot be kept (${code})` }, { file: path }),
  ]);
}

function lostInWords(lost: number, path: string): Text {
  return {
    zh: `${count(lost)} 项判定未能留存于 ${path}`,
    en: `${count(lost)} ${lost === 1 ? "decision is" : "decisions are"} not kept in ${path}`,
  };
}

const NOT_KEPT_DECISIONS: Text = {
  zh: "其中不是留存的判定：请留存到另一个文件",
  en: "holds something else than kept decisions: keep them in another",
};

const SAME_FILE: Text = {
  zh: "命令还要写这个文件：请把判定留存到另一个文件",
  en: "a file that the command writes besides: keep decisions in another",
};
