import { expect, test } from "vitest";
import { concealWith, decide } from "../../src/index.js";
import { award } from "../http/service.js";

const conceal = concealWith(new Uint8Array(32));
const members = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}`, at]));

// Each would take minutes where a value is digested for every mistake in it, or every pointer is held against every other.
test.each<[string, object, readonly string[]]>([
  ["a row with 50 000 members that are none", { accidents: [members(50_000)] }, ["/facts/accidents/0"]],
  [
    "50 000 proofs, each confidential",
    { fraudFound: { value: true, by: "x", evidence: Array(50_000).fill("x") } },
    Array.from({ length: 50_000 }, (_, at) => `/facts/fraudFound/evidence/${at}`),
  ],
  [
    "50 000 facts that are none, each confidential",
    members(50_000),
    Object.keys(members(50_000)).map((name) => `/facts/${name}`),
  ],
])("%s are answered in seconds", { timeout: 20_000 }, (_, facts, confidential) => {
  const answer = decide(award, { decision: "revocation", asOf: "2024-06-01", facts, confidential }, { conceal });
  expect(answer.ok || answer.errors.length > 0).toBe(true);
});
