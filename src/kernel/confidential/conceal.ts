/** Keyed digests that stand where a confidential value stood. */
import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import canonicalize from "canonicalize";
import type { Concealed, JsonValue } from "../answer.js";
import type { Text } from "../text.js";
import { LEAST_KEY_BYTES } from "./least-key-bytes.js";

/**
 * @param name of the fact, `accidents.date` for a field of its rows: equal values of different facts are not to look alike
 * @returns `hmac-sha256:…`, equal for equal values of one name
 */
export type Conceal = (name: string, value: unknown) => string;

/**
 * Digests by HMAC-SHA-256 over the canonical JSON (RFC 8785) of `{ "fact": name, "value": value }`.
 * @param key kept from everyone who reads the answers
 * @throws RangeError where the key is shorter than 32 bytes
 * @example decide(award, question, { conceal: concealWith(crypto.getRandomValues(new Uint8Array(32))) })
 */
export function concealWith(key: Uint8Array): Conceal {
  if (key.length < LEAST_KEY_BYTES) throw new RangeError(`a key of ${key.length} bytes: give at least ${LEAST_KEY_BYTES}`);
  const own = key.slice();
  return (name, value) => {
    // A wrong question may hold what JSON cannot, as a number that is none.
    const json: unknown = JSON.parse(JSON.stringify(value) ?? "null");
    return `hmac-sha256:${bytesToHex(hmac(sha256, own, utf8ToBytes(canonicalize({ fact: name, value: json }) ?? "")))}`;
  };
}

export function isConcealed(value: unknown): value is Concealed {
  return typeof value === "object" && value !== null && "confidential" in value && typeof value.confidential === "string";
}

/** What is unknown is told as such: there is no value to keep. */
export function concealedValue(conceal: Conceal, name: string, value: JsonValue): JsonValue {
  return value === null ? null : { confidential: conceal(name, value) };
}

const DIGITS_TOLD = 8;

/** `〔保密 hmac-sha256:1a2b3c4d…〕`, in the midst of a sentence. */
export function concealedInWords({ confidential }: Concealed, language: keyof Text): string {
  const digest = `${confidential.slice(0, "hmac-sha256:".length + DIGITS_TOLD)}…`;
  return language === "zh" ? `〔保密 ${digest}〕` : `[confidential ${digest}]`;
}
