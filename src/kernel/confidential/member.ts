import { nearest } from "../nearest.js";

/** The member that declares. */
export const MEMBER = "confidential";

/** A word of fewer letters, or of more, is none of its misspellings. */
const [SHORTEST, LONGEST] = [8, 18];

/** Whether a key is `confidential` misspelt: what it was to keep is kept all the same. */
export function isMisspelt(key: string): boolean {
  if (key === MEMBER || key.length < SHORTEST || key.length > LONGEST) return false;
  return nearest(key, [MEMBER]) !== null;
}
