/** Text of an input as a terminal may be given it: what would steer the terminal, or turn the text about, is shown and does nothing. */

/** Control characters, line breaks among them, marks that change the direction of what follows, and spaces without a width. */
const STEERING = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** @example visible("A\u001b[31m") // "A\\u001b[31m" */
export function visible(text: string): string {
  return text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same of every text in data of plain lists and records; anything else stays what it is. */
export function allVisible<T>(value: T): T {
  if (typeof value === "string") return visible(value) as T;
  if (Array.isArray(value)) return value.map(allVisible) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, allVisible(member)])) as T;
}
