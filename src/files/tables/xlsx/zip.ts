/** A ZIP archive written from front to back: the sizes of a file, not known before it is packed, stand behind it. */
import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import type { Bytes } from "../out-table.js";
import { TableError, tableFailure } from "../table-failure.js";

export interface ZipFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** 32 bits count the bytes of a file, packed or not, and of an archive. */
const MAX_BYTES = 0xffffffff;
/** 2.0, the first to know how to unpack a stream. */
const VERSION = 20;
/** Sizes stand behind the file; its name is UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01, the first day an archive knows, so that the same table makes the same bytes. */
const DATE = 0x21;

interface Written {
  readonly name: Uint8Array;
  readonly header: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** @throws TableError where a file or the archive outgrows 4 GiB */
export async function* zipBytes(files: Iterable<ZipFile>): Bytes {
  const written: Written[] = [];
  let at = 0;
  const counted = (bytes: Uint8Array) => {
    at += bytes.length;
    if (at > MAX_BYTES) throw new TableError(tableFailure({ code: "file-full" }));
    return bytes;
  };
  for (const { name: text, content } of files) {
    const name = new TextEncoder().encode(text);
    const header = at;
    yield counted(localHeader(name));
    const start = at;
    const sum = { crc: 0, size: 0 };
    for await (const packed of deflated(summed(content, sum))) yield counted(packed);
    const one = { name, header, ...sum, packed: at - start };
    yield counted(descriptor(one));
    written.push(one);
  }
  const directory = at;
  for (const one of written) yield counted(centralHeader(one));
  yield endRecord(written.length, directory, at - directory);
}

async function* summed(content: ZipFile["content"], sum: { crc: number; size: number }): Bytes {
  for await (const bytes of content) {
    sum.crc = crc32(bytes, sum.crc);
    sum.size += bytes.length;
    if (sum.size > MAX_BYTES) throw new TableError(tableFailure({ code: "file-full" }));
    yield bytes;
  }
}

async function* deflated(content: Bytes): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw();
  const source = Readable.from(content);
  source.once("error", (error) => packer.destroy(error));
  try {
    yield* source.pipe(packer);
  } finally {
    source.destroy();
  }
}

function localHeader(name: Uint8Array): Uint8Array {
  return record(0x04034b50, name, [
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DATE],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  ]);
}

function descriptor({ crc, packed, size }: Written): Uint8Array {
  return record(0x08074b50, NOTHING, [
    [4, crc],
    [4, packed],
    [4, size],
  ]);
}

function centralHeader({ name, header, crc, packed, size }: Written): Uint8Array {
  return record(0x02014b50, name, [
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DATE],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, header],
  ]);
}

function endRecord(files: number, directory: number, length: number): Uint8Array {
  return record(0x06054b50, NOTHING, [
    [2, 0],
    [2, 0],
    [2, files],
    [2, files],
    [4, length],
    [4, directory],
    [2, 0],
  ]);
}

const NOTHING = new Uint8Array(0);

/** A signature, numbers of 2 or 4 bytes, the least significant first, and what follows them. */
function record(signature: number, rest: Uint8Array, numbers: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const length = numbers.reduce((sum, [bytes]) => sum + bytes, 4);
  const view = new DataView(new ArrayBuffer(length + rest.length));
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [bytes, value] of numbers) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  const whole = new Uint8Array(view.buffer);
  whole.set(rest, at);
  return whole;
}
