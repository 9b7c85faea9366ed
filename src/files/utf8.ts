/** Bytes as text, strictly: a byte that is no UTF-8 is never replaced by a guess. */

const decoder = new TextDecoder("utf-8", { fatal: true });

/** @returns the text without a leading byte order mark, or `null` where the bytes are no UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
