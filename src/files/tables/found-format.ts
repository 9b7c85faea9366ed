/** What a file is by its first bytes, whatever it is named: a wrong name is common, and the remedy depends on what it is. */
import type { Text } from "../../kernel/model.js";

export type FoundFormat =
  | "empty"
  | "zip"
  | "xlsx"
  | "xlsb"
  | "ods"
  | "xls"
  | "encrypted-office"
  | "parquet"
  | "encrypted-parquet"
  | "gzip"
  | "pdf"
  | "html"
  | "xml"
  | "json"
  | "text"
  | "unknown";

/** As many bytes as `foundFormat` looks at, but for a password, which is told of further on. */
export const HEAD_BYTES = 4096;

/** @param bytes the whole file, or at least its first `HEAD_BYTES`; a zip is not opened here */
export function foundFormat(bytes: Uint8Array): FoundFormat {
  if (bytes.length === 0) return "empty";
  for (const [format, signature] of SIGNATURES) {
    if (signature.every((byte, at) => bytes[at] === byte)) return format === "xls" ? oldOffice(bytes) : format;
  }
  return textFormat(bytes.subarray(0, HEAD_BYTES));
}

const OF_TEXT: readonly FoundFormat[] = ["empty", "html", "xml", "json", "text"];

/** Whether it is no text, whatever the encoding; a file of JSON some bytes of which were destroyed is text. */
export function isBinary(bytes: Uint8Array): boolean {
  const found = foundFormat(bytes);
  if (found !== "unknown") return !OF_TEXT.includes(found);
  return !/^(?:\ufeff)?\s*[[{]/.test(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("utf8"));
}

const SIGNATURES: readonly (readonly [FoundFormat, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  ["encrypted-parquet", [0x50, 0x41, 0x52, 0x45]],
  ["gzip", [0x1f, 0x8b]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
];

/** An .xlsx with a password is stored in the container of old .xls files, beside the name of its one stream. */
function oldOffice(bytes: Uint8Array): FoundFormat {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("EncryptedPackage", 0, "utf16le");
  return encrypted ? "encrypted-office" : "xls";
}

/** Of text the encoding is not asked: a CSV of a Chinese Excel is GBK. */
function textFormat(head: Uint8Array): FoundFormat {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!utf16 && head.some(isControl)) return "unknown";
  const start = Buffer.from(head).toString("latin1").replace(/^ï»¿/, "").trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<meta|<table|<style)/.test(start)) return "html";
  if (start.startsWith("<?xml")) return start.includes("<html") ? "html" : "xml";
  if (start.startsWith("{") || start.startsWith("[")) return "json";
  return "text";
}

/** What a zip archive holds, by the names in its directory, which are never packed. @param file all of it */
export function archiveFormat(file: Buffer): FoundFormat {
  if (file.includes("xl/workbook.bin")) return "xlsb";
  if (file.includes("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) return "ods";
  // Without the end of its directory it is cut short, and may have been a workbook.
  return file.includes("xl/workbook.xml") || !file.includes("PK\u0005\u0006") ? "xlsx" : "zip";
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}

const SAVE_AS: Text = {
  zh: "请用电子表格程序打开，另存为 .xlsx 或 CSV",
  en: "open it in a spreadsheet program and save it as .xlsx or CSV",
};
const NAME_IT: Text = { zh: "请按实际格式命名后再读", en: "name it for what it is and read it as that" };
const CHECK: Text = { zh: "请核对文件", en: "check the file" };
const UNPROTECT: Text = { zh: "请去掉密码，另存后再提交", en: "remove the password, save it and send it again" };

/** What each is called, and what to do about it. */
export const FOUND_IN_WORDS: Readonly<Record<FoundFormat, { readonly is: Text; readonly instead: Text }>> = {
  empty: { is: { zh: "空文件", en: "an empty file" }, instead: CHECK },
  zip: {
    is: { zh: "别的 ZIP 压缩包", en: "some other ZIP archive" },
    instead: { zh: "请给出其中的表格", en: "give the table inside it" },
  },
  xlsx: { is: { zh: "Excel 工作簿（.xlsx）", en: "an Excel workbook (.xlsx)" }, instead: NAME_IT },
  xlsb: { is: { zh: "二进制工作簿（.xlsb）", en: "a binary workbook (.xlsb)" }, instead: SAVE_AS },
  ods: { is: { zh: "OpenDocument 表格（.ods）", en: "an OpenDocument sheet (.ods)" }, instead: SAVE_AS },
  xls: { is: { zh: "旧版 Excel 文件（.xls）", en: "an old Excel file (.xls)" }, instead: SAVE_AS },
  "encrypted-office": { is: { zh: "有密码保护的文件", en: "a file with a password" }, instead: UNPROTECT },
  parquet: { is: { zh: "Parquet 文件", en: "a Parquet file" }, instead: NAME_IT },
  "encrypted-parquet": { is: { zh: "加密的 Parquet 文件", en: "an encrypted Parquet file" }, instead: CHECK },
  gzip: { is: { zh: "gzip 压缩文件", en: "a gzip file" }, instead: { zh: "请先解压", en: "unpack it first" } },
  pdf: { is: { zh: "PDF 文件", en: "a PDF" }, instead: { zh: "请给出原来的表格", en: "give the table it was made from" } },
  html: { is: { zh: "网页（HTML）", en: "a web page (HTML)" }, instead: SAVE_AS },
  xml: { is: { zh: "XML 文件", en: "an XML file" }, instead: SAVE_AS },
  json: { is: { zh: "JSON 文本", en: "JSON text" }, instead: NAME_IT },
  text: { is: { zh: "文本，也许是 CSV", en: "text, perhaps CSV" }, instead: NAME_IT },
  unknown: { is: { zh: "别的文件", en: "some other file" }, instead: CHECK },
};
