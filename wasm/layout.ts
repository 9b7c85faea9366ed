/** The packed sheet, the same in every file here and on the host's side (`src/scoring/layout.ts`). */

/** Raised with every change of a function or of what it reads or writes. */
export const ABI_VERSION: i32 = 3;

/** A sheet takes a multiple of these bytes, one byte an item, zeros after the last. */
export const LANE_BYTES: i32 = 16;

/** The byte of an item that was not scored. */
export const MISSING: u8 = 255;

/** Written in place of the total of a sheet with a byte that is no percentage, or is missing. */
export const NO_TOTAL: i32 = -1;
