/** What the next steps may be printed as. */

export const NEXT_FORMATS = ["text", "json"] as const;
export type NextFormat = (typeof NEXT_FORMATS)[number];
