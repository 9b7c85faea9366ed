/** Bytes of a key at least; whoever guesses the key can try out values. */
export const LEAST_KEY_BYTES = 32;
