/** Data of an input as a page may show it. */
import { visible } from "../files/visible.js";

/** Every text in data of plain lists and records made visible; anything else stays what it is. */
export function allVisible<T>(value: T): T {
  if (typeof value === "string") return visible(value) as T;
  if (Array.isArray(value)) return value.map(allVisible) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, allVisible(member)])) as T;
}
