/**
 * Whether a number is still the one that was written. A double keeps about 16 digits; `JSON.parse` rounds the others away in
 * silence, and who is answered on `1` wrote `0.99999999999999999999`. Kept is what is read back as the same decimal number.
 */

const DECIMAL = /^[-+]?(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/;

/**
 * A number that may not be kept: of 16 characters or more, or with an exponent. Any other has 15 digits at most, and every
 * such number is kept. Begins where a number does, so that texts full of digits cost nothing; the colon before one follows a
 * quote or space, that of `sha256:52e9…` does not.
 */
const DOUBTFUL = /(?:^|["'\s]:|[\s,[-])\d(?:[\d.]{15}|[\d.]*[eE])/;

/** @returns `false` where every number of the JSON text is kept; it looks no closer than that needs */
export function mayRound(text: string): boolean {
  return DOUBTFUL.test(text);
}

/**
 * @param token a number as JSON or YAML writes it, of any length
 * @param value what it was read as
 */
export function isKept(token: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (/^0[xo]/.test(token)) return BigInt(token) === BigInt(value);
  const written = decimalOf(token);
  const kept = decimalOf(String(value));
  return written.digits === kept.digits && (written.digits === "" || written.exponent === kept.exponent);
}

/** Digits without zeros around them, none of zero, and the power of ten that they are multiplied by. The sign is never lost. */
function decimalOf(token: string): { readonly digits: string; readonly exponent: number } {
  const [, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(token) ?? [];
  const all = whole + fraction;
  let from = 0;
  while (from < all.length && all[from] === "0") from += 1;
  let to = all.length;
  while (to > from && all[to - 1] === "0") to -= 1;
  // An exponent too long for a double to count is of a number that is none either, unless it is zero.
  return { digits: all.slice(from, to), exponent: Number(exponent) - fraction.length + (all.length - to) };
}
