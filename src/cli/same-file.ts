/** Whether two paths lead to one file, by whatever name: another spelling, a link, or standard input redirected from it. */
import { fstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** @param other `-` is standard input */
export function isSameFile(path: string, other: string): boolean {
  const [one, two] = [statsOf(path), other === "-" ? fstatSync(0) : statsOf(other)];
  if (one === undefined || two === undefined) return one === two && realPath(path) === realPath(other);
  return one.isFile() && one.dev === two.dev && one.ino === two.ino;
}

/** Where a file is or would be, every link followed. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const whole = resolve(path);
    const folder = dirname(whole);
    return folder === whole ? whole : join(realPath(folder), basename(whole));
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
