/** Whether a file may be appended to: it holds kept decisions, by its first line and its last, or nothing. */
import { type FileHandle, open, stat } from "node:fs/promises";
import { readKept } from "../audit/read-kept.js";
import { parseJson } from "./parse-json.js";
import { decodeUtf8 } from "./utf8.js";

const PIECE = 64 * 1024;
/** Of a line: a question of 16 MiB, the largest that is read, and its answer. */
const MOST = 64 * 1024 * 1024;
const LF = 10;

/** @returns `true` too where there is no such file, or it is a pipe or a device. @throws Error of the system where it cannot be read */
export async function holdsKept(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  if (there === null || !there.isFile() || there.size === 0) return true;
  const { size } = there;
  const file = await open(path);
  try {
    return isKept(await firstLine(file, size)) && isKept(await lastLine(file, size));
  } finally {
    await file.close();
  }
}

async function firstLine(file: FileHandle, size: number): Promise<Uint8Array> {
  for (let length = PIECE; ; length *= 2) {
    const bytes = await bytesAt(file, 0, Math.min(length, size));
    const end = bytes.indexOf(LF);
    if (end >= 0) return bytes.subarray(0, end);
    if (length >= Math.min(size, MOST)) return bytes;
  }
}

/** The last that a line feed ends, since a machine may have stopped in the midst of one; of a file of one line that one. */
async function lastLine(file: FileHandle, size: number): Promise<Uint8Array> {
  for (let length = PIECE; ; length *= 2) {
    const bytes = await bytesAt(file, Math.max(0, size - length), size);
    const end = bytes.lastIndexOf(LF);
    const begin = end < 0 ? -1 : bytes.subarray(0, end).lastIndexOf(LF);
    if (begin >= 0 || length >= Math.min(size, MOST)) return bytes.subarray(begin + 1, end < 0 ? bytes.length : end);
  }
}

async function bytesAt(file: FileHandle, begin: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - begin);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, begin);
  return bytes.subarray(0, bytesRead);
}

function isKept(line: Uint8Array): boolean {
  const text = decodeUtf8(line);
  const parsed = text === null ? null : parseJson(text);
  return parsed?.ok === true && readKept(parsed.value).ok;
}
