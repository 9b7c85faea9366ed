/** How much there is to read, and that it is not what will be written. */
import { fstatSync, type Stats, statSync } from "node:fs";
import { BadInput, complaint } from "./complaint.js";
import { fileProblem } from "./read-input.js";

/**
 * Of a regular file, also one that is redirected in; `null` of a pipe.
 * @param path `null` is standard input
 * @throws BadInput where it cannot be read, or is the file that is to be written
 */
export function inputSize(path: string | null, out: string | undefined): number | null {
  let input: Stats;
  try {
    input = path === null ? fstatSync(0) : statSync(path);
  } catch (error) {
    throw fileProblem(error, path ?? "<stdin>");
  }
  const output = out === undefined ? undefined : statSync(out, { throwIfNoEntry: false });
  if (input.isFile() && output !== undefined && output.dev === input.dev && output.ino === input.ino) {
    throw new BadInput([complaint("same-file", SAME_FILE, { file: out ?? "" })]);
  }
  return input.isFile() ? input.size : null;
}

const SAME_FILE = {
  zh: "这正是要读的文件：请写到另一个文件",
  en: "the very file that is read: write to another",
};
