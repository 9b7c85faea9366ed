/** The service's own writer of decisions, to bytes. */
import { createHash } from "node:crypto";
import { ByteSink } from "../../dist/files/byte-sink.js";
import { decisionWriter } from "../../dist/files/write-decision.js";
import { decisionsOf } from "../edition.mjs";

export const name = "quality-award-kernel, decision to bytes";

/** @param {readonly object[]} questions */
export async function prepare(questions) {
  const { award, decision } = await decisionsOf(questions);
  const write = decisionWriter();
  const sink = new ByteSink();
  return (i) => {
    write(award, decision(i), sink);
    return sink.take();
  };
}

/** Byte for byte. */
export function comparable(bytes) {
  return { sha256: createHash("sha256").update(bytes).digest("hex") };
}
