/**
 * A ZIP archive of which single files are unpacked as they are asked for, and no more of them than a bound allows, whatever the
 * archive claims of itself: forty kilobytes can unpack to gigabytes.
 */
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { TableError, tableFailure } from "../table-failure.js";
import { damaged } from "./damaged.js";

export interface Archive {
  readonly names: readonly string[];
  /**
   * @returns the bytes of a file, `null` where there is none of that name
   * @throws TableError where it is damaged, encrypted, or more than is left of the bound
   */
  unpack(name: string): Promise<Uint8Array | null>;
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
/** Of the comment after the end record. */
const MOST_COMMENT = 0xffff;
/** Stands where the number itself needs 64 bits, and is found elsewhere. */
const ELSEWHERE = 0xffffffff;

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

const inflate = promisify(inflateRaw);

/**
 * @param maxBytes of all that is unpacked together
 * @throws TableError where the bytes are no archive
 */
export function openArchive(bytes: Uint8Array, maxBytes: number): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view);
  let left = maxBytes;
  return {
    names: [...entries.keys()],
    async unpack(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const unpacked = await contentOf(bytes, view, entry, left, maxBytes);
      left -= unpacked.length;
      return unpacked;
    },
  };
}

/** By the directory at the end: what stands in front of each file repeats it, and may be incomplete. */
function readDirectory(view: DataView): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    let at = startOfDirectory(view);
    for (; view.getUint32(at, true) === CENTRAL; ) {
      const nameBytes = view.getUint16(at + 28, true);
      const extraBytes = view.getUint16(at + 30, true);
      const name = Buffer.from(view.buffer, view.byteOffset + at + CENTRAL_BYTES, nameBytes).toString("utf8");
      entries.set(name, readEntry(view, at, at + CENTRAL_BYTES + nameBytes, extraBytes));
      at += CENTRAL_BYTES + nameBytes + extraBytes + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw cutShort();
    throw error;
  }
}

function readEntry(view: DataView, at: number, extra: number, extraBytes: number): Entry {
  let size = view.getUint32(at + 24, true);
  let packed = view.getUint32(at + 20, true);
  let header = view.getUint32(at + 42, true);
  for (let field = extra; field + 4 <= extra + extraBytes; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    // Holds those that stand elsewhere and no others, always in this order.
    let wide = field + 4;
    const next = () => {
      wide += 8;
      return Number(view.getBigUint64(wide - 8, true));
    };
    if (size === ELSEWHERE) size = next();
    if (packed === ELSEWHERE) packed = next();
    if (header === ELSEWHERE) header = next();
  }
  const flags = view.getUint16(at + 8, true);
  return { flags, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed, size, header };
}

function startOfDirectory(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const start = view.getUint32(at + 16, true);
    if (start !== ELSEWHERE) return start;
    if (view.getUint32(at - 20, true) !== END_64_LOCATOR) break;
    const wide = Number(view.getBigUint64(at - 12, true));
    if (view.getUint32(wide, true) !== END_64) break;
    return Number(view.getBigUint64(wide + 48, true));
  }
  throw cutShort();
}

async function contentOf(bytes: Uint8Array, view: DataView, entry: Entry, left: number, maxBytes: number): Promise<Uint8Array> {
  if ((entry.flags & ENCRYPTED) !== 0) throw new TableError(tableFailure({ code: "encrypted-file", wanted: "xlsx" }));
  if (entry.size > left) throw tooLarge(maxBytes);
  if (entry.header + LOCAL_BYTES > view.byteLength || view.getUint32(entry.header, true) !== LOCAL) throw cutShort();
  const start = entry.header + LOCAL_BYTES + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  if (start + entry.packed > view.byteLength) throw cutShort();
  const packed = bytes.subarray(start, start + entry.packed);
  const content = entry.method === STORED ? packed : await unpacked(packed, entry, left, maxBytes);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged("校验和不符", "its checksum does not match");
  return content;
}

async function unpacked(packed: Uint8Array, { method }: Entry, left: number, maxBytes: number): Promise<Uint8Array> {
  if (method !== DEFLATED) throw damaged("压缩方法不明", "packed by an unknown method");
  try {
    // The size that is claimed is no bound: it may be a lie.
    return await inflate(packed, { maxOutputLength: left });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxBytes);
    throw damaged("压缩数据有误", "its packed data is broken");
  }
}

function tooLarge(max: number): TableError {
  return new TableError(tableFailure({ code: "unpacks-too-large", wanted: "xlsx", max }));
}

function cutShort(): TableError {
  return damaged("文件不完整", "it is cut short");
}
