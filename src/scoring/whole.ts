/** Numbers the module can be told: it knows whole ones of 32 bits, and would take any other for one of them. */

export const GREATEST = 0x7fffffff;

export function isWhole(number: number, least = 0, greatest = GREATEST): boolean {
  return Number.isInteger(number) && number >= least && number <= greatest;
}

/** @throws RangeError where one of them is none, and says which */
export function checkWhole(numbers: Readonly<Record<string, number>>): void {
  for (const [name, number] of Object.entries(numbers))
    if (!isWhole(number)) throw new RangeError(`${name}: ${number} is no whole number from 0 to ${GREATEST}`);
}
