/** Columns as spreadsheet programs name them: A to Z, then AA. */

/** @param column from 0 */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
