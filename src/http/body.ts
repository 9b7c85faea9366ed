/** The body of a request: of the right type, complete, and never more of it in memory than is allowed. */
import { joined } from "../files/bytes.js";
import { decodeUtf8 } from "../files/utf8.js";
import { failure } from "../kernel/failure.js";
import { Refusal, refusalOf } from "./problem.js";

/** 1 MiB: hundreds of times a full question. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** 16 MiB: 16 000 score sheets of 1 KiB each, three times what one mostly takes; or 80 000 events of a case. */
export const MAX_SHEETS_BYTES = 16 * 1024 * 1024;

/** @throws Refusal where the body is not of one of the media types, in UTF-8 and uncompressed */
export function requireType(headers: Headers, types: readonly string[]): void {
  const given = headers.get("content-type") ?? "";
  if (!types.includes(given)) checkType(given, types);
  const coding = headers.get("content-encoding");
  if (coding === null || coding === "identity") return;
  const detail = { zh: `正文以 ${coding} 压缩：请不加压缩提交`, en: `the body is compressed with ${coding}: send it as it is` };
  throw new Refusal("unsupported-media-type", detail, [], { "accept-encoding": "identity" });
}

/** Without its parameters. */
export function mediaTypeOf(headers: Headers): string {
  return (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function checkType(given: string, types: readonly string[]): void {
  const [type = "", ...parameters] = given.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  const isUtf8 = charset === undefined || ["utf-8", "utf8", '"utf-8"', '"utf8"'].includes(charset);
  if (types.includes(type) && isUtf8) return;
  const wanted = types.join(", ");
  const zh = given === "" ? "没有内容类型" : `内容类型为 ${given}`;
  const en = given === "" ? "no content type" : `content type ${given}`;
  const detail = { zh: `${zh}：请用 ${wanted}，UTF-8 编码`, en: `${en}: send ${wanted} in UTF-8` };
  throw new Refusal("unsupported-media-type", detail, [], { "accept-post": wanted });
}

/** @throws Refusal where the body is too large, breaks off or is not UTF-8 */
export async function readText(request: Request, max = MAX_BODY_BYTES): Promise<string> {
  const bytes = await readBytes(request, max);
  const text = decodeUtf8(bytes);
  if (text === null) throw refusalOf("unreadable-body", failure("", { code: "not-utf8" }));
  return text;
}

/** @throws Refusal where the body is too large, or breaks off */
export async function readBytes(request: Request, max: number): Promise<Uint8Array> {
  const length = request.headers.get("content-length");
  // An honest length needs no counting, and HTTP cuts the body off there; without one the chunks are counted as they come.
  if (length === null) return request.body === null ? new Uint8Array() : readBounded(request.body, max);
  if (Number(length) > max) throw tooLarge(max);
  const bytes = new Uint8Array(await request.arrayBuffer().catch(brokenOff));
  if (bytes.length > max) throw tooLarge(max);
  return bytes;
}

async function readBounded(stream: ReadableStream<Uint8Array>, max: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(brokenOff);
    if (done) break;
    size += value.length;
    // The rest is left unread, not cancelled, which would tear down the connection before the answer is out.
    if (size > max) throw tooLarge(max);
    pieces.push(value);
  }
  return joined(pieces, size);
}

function tooLarge(max: number): Refusal {
  return refusalOf("body-too-large", failure("", { code: "too-large", max }));
}

export function brokenOff(): never {
  throw new Refusal("bad-request", { zh: "正文未传完连接即中断", en: "the connection broke off before the body was complete" });
}
