/** What Node brings along: `JSON.stringify`, and the text as bytes. */
import { decisionsOf } from "../edition.mjs";
import { comparable } from "./write-decision.mjs";

export { comparable };
export const name = "JSON.stringify and Buffer.from";

/** @param {readonly object[]} questions */
export async function prepare(questions) {
  const { decision } = await decisionsOf(questions);
  return (i) => Buffer.from(JSON.stringify(decision(i)));
}
