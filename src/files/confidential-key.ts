/** The key that confidential values are digested with, as an operator writes it. */
import { LEAST_KEY_BYTES } from "../kernel/confidential/least-key-bytes.js";

/**
 * Hexadecimal or base64 (also its URL alphabet); what is all hexadecimal digits is read as such.
 * @returns `null` where it is neither, or less than 32 bytes
 */
export function readConfidentialKey(text: string): Uint8Array | null {
  const written = text.trim();
  const bytes = /^[0-9a-f]+$/i.test(written) ? fromHex(written) : fromBase64(written);
  return bytes !== null && bytes.length >= LEAST_KEY_BYTES ? bytes : null;
}

function fromHex(text: string): Uint8Array | null {
  return text.length % 2 === 0 ? Uint8Array.from(Buffer.from(text, "hex")) : null;
}

function fromBase64(text: string): Uint8Array | null {
  if (!/^[\w+/-]+={0,2}$/.test(text)) return null;
  return Uint8Array.from(Buffer.from(text, "base64"));
}
