/** Whether two paths lead to one file, by whatever name: another spelling, a link, or standard input redirected from it. */
import { fstatSync, readlinkSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** @param other `-` is standard input */
export function isSameFile(path: string, other: string): boolean {
  const [one, two] = [statsOf(path), other === "-" ? fstatSync(0) : statsOf(other)];
  if (one === undefined || two === undefined) return one === two && realPath(path) === realPath(other);
  return one.isFile() && one.dev === two.dev && one.ino === two.ino;
}

/** As many as the system follows. */
const MOST_LINKS = 40;

/** Where a file is or would be, every link followed, to nothing too. */
export function realPath(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch {
    const whole = resolve(path);
    const folder = dirname(whole);
    const link = links < MOST_LINKS ? linkAt(whole) : null;
    if (link !== null) return realPath(resolve(folder, link), links + 1);
    return folder === whole ? whole : join(realPath(folder, links), basename(whole));
  }
}

function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
