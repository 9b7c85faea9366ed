/** Where a cell stands: `C5` is the third column of row 5. */

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

export interface Address {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

/** @returns `null` where a sheet has no such cell */
export function parseAddress(text: string): Address | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  const row = Number(digits);
  return row <= MOST_ROWS && column <= MOST_COLUMNS ? { row, column: column - 1 } : null;
}

/** @param column from 0 */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
