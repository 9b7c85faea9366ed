/** Text of an input on one line, with what cannot be seen in it, or would steer a terminal, as JSON escapes it: `60\\u200b`. */

export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => NAMED[character] ?? escaped(character));
}

/** The text without what cannot be seen in it. */
export function seenIn(text: string): string {
  return text.replace(UNSEEN, "");
}

/**
 * Controls, such as ends of lines; marks without width, those that turn text about among them; separators of lines and paragraphs.
 * Not those that shape Mongolian letters, which are part of a name: U+180E, U+200C and U+200D.
 */
const UNSEEN = /(?![\u180e\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
