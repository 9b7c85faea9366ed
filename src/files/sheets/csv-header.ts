/** The header of a CSV file. */
import { open } from "node:fs/promises";
import { type CsvHeader, headerIn } from "./csv-head.js";

/** More than any header is long. */
const HEAD_BYTES = 1 << 20;

/** @returns `null` where the header is no UTF-8, or longer than `HEAD_BYTES` */
export async function readCsvHeader(path: string): Promise<CsvHeader | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return headerIn(buffer.subarray(0, bytesRead), bytesRead < HEAD_BYTES);
  } finally {
    await file.close();
  }
}
