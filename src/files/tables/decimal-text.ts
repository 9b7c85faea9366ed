/** A decimal number kept as an integer, `61250` with two digits, as it is written: `612.50`. */

/**
 * @param value whole units of the last digit
 * @param scale digits after the point, all of them written
 * @throws RangeError where a number is no safe integer: it is not exact any more
 */
export function decimalText(value: number | bigint, scale: number): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new RangeError(`${value} is no exact integer`);
  const negative = value < 0;
  const digits = String(value)
    .slice(negative ? 1 : 0)
    .padStart(scale + 1, "0");
  const point = digits.length - scale;
  return `${negative ? "-" : ""}${digits.slice(0, point)}${scale === 0 ? "" : `.${digits.slice(point)}`}`;
}
