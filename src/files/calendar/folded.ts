/** Lines of an iCalendar file, those that are too long folded (RFC 5545, section 3.1). */

/** Without the end of the line. */
const MOST_OCTETS = 75;

/** @param lines each ending with CR LF */
export function folded(lines: string): string {
  return lines
    .split("\r\n")
    .map((line) => (line.length * 3 <= MOST_OCTETS ? line : foldedLine(line)))
    .join("\r\n");
}

/** Never within a character. */
function foldedLine(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character.codePointAt(0) as number);
    if (octets + more > MOST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}

/** In UTF-8. */
function octetsOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}
