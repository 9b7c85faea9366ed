/** Bytes of lines of JSON as they come, unless the first of them are no text: told once then, not line by line. */
import { FOUND_IN_WORDS, type FoundFormat, foundFormat, isBinary } from "../files/tables/found-format.js";
import type { Text } from "../kernel/model.js";
import { BadInput, complaint } from "./complaint.js";

/**
 * @param name of what is read
 * @throws BadInput from the iteration
 */
export async function* textAlone(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && isBinary(chunk)) {
      throw new BadInput([complaint("wrong-format", notLines(foundFormat(chunk)), { file: name })]);
    }
    isFirst = false;
    yield chunk;
  }
}

function notLines(found: FoundFormat): Text {
  // Of an archive the names come at its end.
  const is = found === "zip" ? ARCHIVE : FOUND_IN_WORDS[found].is;
  const instead = found === "gzip" ? FOUND_IN_WORDS.gzip.instead : LINES;
  return { zh: `不是 NDJSON，而是${is.zh}：${instead.zh}`, en: `not NDJSON but ${is.en}: ${instead.en}` };
}

const ARCHIVE: Text = { zh: "工作簿或 ZIP 压缩包", en: "a workbook or a ZIP archive" };

const LINES: Text = { zh: "请给出每行一个 JSON 对象的文本", en: "give text with an object of JSON on each line" };
