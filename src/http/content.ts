/** A body of text that holds something, before anything of it is answered. */
import { brokenOff } from "./body.js";
import { Refusal } from "./problem.js";

/**
 * @returns the chunks, those among them that were looked at
 * @throws Refusal where they come to an end with nothing but spaces in them
 */
export async function withContent(chunks: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  const seen: Uint8Array[] = [];
  let bytes = 0;
  // Asked one by one: a loop over them would end the body where it is refused, and the answer with it.
  for (let isFound = false; !isFound; ) {
    const { done, value } = await chunks.next().catch(brokenOff);
    if (done === true) throw new Refusal("unreadable-body", NOTHING, [{ pointer: "", code: "empty-input", message: NOTHING }]);
    seen.push(value);
    bytes += value.length;
    isFound = bytes > MOST_BYTES || value.some((byte) => !BLANKS.includes(byte));
  }
  return after(seen, chunks);
}

/** 64 KiB of spaces alone are read no further for something to come. */
const MOST_BYTES = 64 * 1024;

/** Spaces, tabs, ends of lines, and the byte order mark. */
const BLANKS = [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf];

const NOTHING = { zh: "没有内容：请给出评分表", en: "nothing here: give score sheets" };

async function* after(seen: readonly Uint8Array[], chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* seen;
  yield* chunks;
}
