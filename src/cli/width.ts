/** Text measured in columns of a terminal: Chinese characters take two, colours none. */
import { stripVTControlCharacters } from "node:util";

/** Ranges of East Asian Width `W` and `F`, the emoji blocks among them; from and to, inclusive. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const ASCII = /^[ -~]*$/;
/** Of characters that never join with another into one grapheme: ASCII, Chinese characters and marks, what pages are drawn with. */
const ALONE = /^[ -~·–—‘’“”…✓✗\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;

/** Never first on a line. */
const CLOSING = "，。、；：！？）〕】》”’%,.;:!?)]}…";
/** Never last on a line. */
const OPENING = "（〔【《“‘([{";

export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  const graphemes = ALONE.test(text) ? text : graphemesOf(stripVTControlCharacters(text));
  for (const grapheme of graphemes) width += widthOfGrapheme(grapheme);
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/**
 * Lines of at most `width` columns. Breaks at spaces and beside Chinese characters, never before a closing mark or after
 * an opening one; a word longer than a line is left whole, so that it can still be copied.
 */
export function wrap(text: string, width: number): readonly string[] {
  if (ASCII.test(text) && text.length <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let [line, taken] = ["", 0];
  for (const piece of piecesOf(text)) {
    if (line !== "" && taken + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
      taken = widthOf(line);
    } else {
      line += piece;
      taken += widthOf(piece);
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** As `wrap`, with a word that is longer than a line cut. */
export function fold(text: string, width: number): readonly string[] {
  return wrap(text, width).flatMap((line) => {
    if (widthOf(line) <= width) return [line];
    const parts = [""];
    for (const grapheme of graphemesOf(line)) {
      const last = parts.length - 1;
      if (parts[last] !== "" && widthOf(parts[last] + grapheme) > width) parts.push(grapheme);
      else parts[last] += grapheme;
    }
    return parts;
  });
}

/** Pieces between which a line may break. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let before = "";
  for (const grapheme of graphemesOf(text)) {
    const last = pieces.length - 1;
    if (last >= 0 && !mayBreak(before, grapheme)) pieces[last] += grapheme;
    else pieces.push(grapheme);
    before = grapheme;
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (OPENING.includes(before) || CLOSING.includes(after) || after === " ") return false;
  return before === " " || widthOfGrapheme(before) === 2 || widthOfGrapheme(after) === 2;
}

/** Made when it is needed: that takes longer than all else of a short command. */
let segmenter: Intl.Segmenter | null = null;

function graphemesOf(text: string): Iterable<string> {
  if (ALONE.test(text)) return text;
  segmenter ??= new Intl.Segmenter("zh", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function widthOfGrapheme(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (/^\p{Mark}/u.test(grapheme) || code === 0x200b || code === 0xfeff) return 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}
