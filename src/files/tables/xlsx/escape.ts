/** Characters that XML cannot hold, as workbooks write them: `_x000B_`; and `_x005F_` for an underscore that only looks like it. */

const ESCAPED = /_x([\da-fA-F]{4})_/g;
/** Line feeds and tabs stay; a carriage return would be read as a line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML cannot hold
const TO_ESCAPE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[\da-fA-F]{4}_)/g;

export function unescaped(text: string): string {
  return text.includes("_x") ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}

/** @returns text to stand between two tags */
export function escaped(text: string): string {
  const held = text.replace(TO_ESCAPE, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  return held.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
