/** How much there is to read. */
import { fstatSync, type Stats, statSync } from "node:fs";
import { fileProblem } from "./read-input.js";

/**
 * Of a regular file, also one that is redirected in; `null` of a pipe.
 * @param path `null` is standard input
 * @throws BadInput where it cannot be read
 */
export function inputSize(path: string | null): number | null {
  let input: Stats;
  try {
    input = path === null ? fstatSync(0) : statSync(path);
  } catch (error) {
    throw fileProblem(error, path ?? "<stdin>");
  }
  return input.isFile() ? input.size : null;
}
