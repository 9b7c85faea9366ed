/** Bytes of a log, packed or not, as the case they hold. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { LoggedCase } from "../files/case-log/logged-case.js";
import { caseLogFormat, MAX_LOG_BYTES, readCaseLog } from "../files/case-log/read-case-log.js";
import type { Award } from "../kernel/award.js";
import { failure } from "../kernel/failure.js";
import { BadInput, complaint } from "./complaint.js";

/**
 * XES by its name, or where the first character is `<`, which no other format has there.
 * @param name as the user wrote it, `log.xes.gz`
 * @param ignored keys of attributes of XES that are not to be understood
 * @throws BadInput where what is packed cannot be unpacked, or is too large for a log
 */
export async function readLogged(name: string, bytes: Uint8Array, award: Award, ignored: readonly string[]): Promise<LoggedCase> {
  const unpacked = isPacked(bytes) ? await unpack(name, bytes) : bytes;
  const named = name.replace(/\.gz$/i, "");
  const isXes = /\.xes$/i.test(named) || (caseLogFormat(named) === null && beginsLikeXml(unpacked));
  if (!isXes) return readCaseLog(unpacked, caseLogFormat(named));
  // Only here: no other log needs a parser of XML.
  const { caseInXes } = await import("../files/case-log/case-in-xes.js");
  return caseInXes(unpacked, award, ignored);
}

function isPacked([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

function beginsLikeXml(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*</.test(Buffer.from(bytes.subarray(0, 1024)).toString("utf8"));
}

async function unpack(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: MAX_LOG_BYTES });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    const wrong = isTooLarge ? failure("", { code: "too-large", max: MAX_LOG_BYTES }) : complaint("bad-gzip", BAD_GZIP);
    throw new BadInput([{ ...wrong, file: name }]);
  }
}

const BAD_GZIP = {
  zh: "不是完整的 gzip 文件：请重新压缩或重新取得",
  en: "no whole gzip file: pack it anew, or fetch it again",
};
