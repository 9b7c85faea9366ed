/** Texts that cells refer to by number. */
import { unescaped } from "./escape.js";
import { XmlReader } from "./xml.js";

/** @param xml `null` where a workbook has none */
export function readSharedStrings(xml: string | null): readonly string[] {
  const strings: string[] = [];
  if (xml === null) return strings;
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (reader.kind === "open" && reader.name === "si") strings.push(readRichText(reader));
  }
  return strings;
}

/**
 * The text of an element that is open, put together from runs of whatever look. How it is to be pronounced (`rPh`) stands beside it
 * and is no part of it.
 */
export function readRichText(reader: XmlReader): string {
  const element = reader.name;
  let text = "";
  let inText = false;
  let beside = 0;
  while (reader.next()) {
    if (reader.kind === "text") {
      if (inText && beside === 0) text += reader.text;
    } else if (reader.kind === "close" && reader.name === element) break;
    else if (reader.name === "rPh") beside += reader.kind === "open" ? 1 : -1;
    else if (reader.name === "t") inText = reader.kind === "open";
  }
  return unescaped(text);
}
