/** Text, or bytes, from a file or from what is piped in. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { decodeUtf8 } from "../files/utf8.js";
import { failure } from "../kernel/failure.js";
import { BadInput, complaint } from "./complaint.js";

/** Text and what to call it. */
export interface Input {
  readonly name: string;
  readonly text: string;
}

/** A question of the largest list a pack allows stays far below. */
const MAX_BYTES = 16 * 1024 * 1024;

/** @param path `-` is standard input */
export async function readInput(path: string): Promise<Input> {
  const { name, bytes } = await readInputBytes(path, MAX_BYTES);
  const text = decodeUtf8(bytes);
  if (text === null) throw new BadInput([{ ...failure("", { code: "not-utf8" }), file: name }]);
  return { name, text };
}

/**
 * @param path `-` is standard input
 * @throws BadInput where it cannot be read, or holds more than `max` bytes
 */
export async function readInputBytes(path: string, max: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const name = path === "-" ? "<stdin>" : path;
  const stream = path === "-" ? process.stdin : createReadStream(path);
  return { name, bytes: await readAll(stream, name, max) };
}

/** Why a file could not be read or written, in words; the error itself where it is no matter of files. */
export function fileProblem(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const message = FILE_PROBLEMS[code];
  return message === undefined ? error : new BadInput([complaint(`file-${code.toLowerCase()}`, message, { file: name })]);
}

async function readAll(stream: Readable, name: string, max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > max) throw new BadInput([{ ...failure("", { code: "too-large", max }), file: name }]);
    }
  } catch (error) {
    throw fileProblem(error, name);
  }
  return Buffer.concat(chunks);
}

const FILE_PROBLEMS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOENT: { zh: "没有这个文件：请核对路径", en: "no such file: check the path" },
  ENOTDIR: { zh: "没有这个文件：请核对路径", en: "no such file: check the path" },
  EEXIST: { zh: "已有这个文件：请另取名字", en: "the file is there already: take another name" },
  EISDIR: { zh: "这是文件夹：请给出其中的文件", en: "a folder: name a file in it" },
  EACCES: { zh: "无权访问：请核对权限", en: "not permitted: check its permissions" },
  EPERM: { zh: "无权访问：请核对权限", en: "not permitted: check its permissions" },
  EROFS: { zh: "只读的文件系统，无法写入：请写到别处", en: "on a file system that is only read: write elsewhere" },
  ENOSPC: { zh: "磁盘已满：请腾出空间", en: "no space left: free some" },
};
