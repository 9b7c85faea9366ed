/** Text as the value of an attribute in XML 1.0, and the text that XML cannot hold. */

/** What is no character of XML 1.0: controls below U+0020 but for tab and ends of lines, halves of surrogate pairs, U+FFFE and U+FFFF. */
const NOT_IN_XML = /(?![\t\n\r\x7f-\x9f])[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** Of spaces all but U+0020 would be read as one. */
const TO_ESCAPE = /[&<>"'\t\n\r]/g;

/** @returns the first character that no XML can hold, as `U+0000`, or `null` where there is none */
export function notInXml(text: string): string | null {
  const found = NOT_IN_XML.exec(text)?.[0].charCodeAt(0);
  return found === undefined ? null : `U+${found.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** INVARIANT: XML can hold the text. */
export function attributeText(text: string): string {
  return text.replace(TO_ESCAPE, (character) => `&#${character.charCodeAt(0)};`);
}
