/** Names of any bytes, however they follow each other, against each decoded by itself; and more stages than sheets are told apart by. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import type { SheetBatch } from "../../src/scoring/batch.js";
import { csvReader } from "../../src/scoring/csv.js";
import { layoutOf } from "../../src/scoring/layout.js";
import { MOST_STAGES, seenSheets } from "../../src/scoring/seen.js";

const layout = layoutOf(JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria);
const text = new TextDecoder("utf-8", { ignoreBOM: true });

/** Pieces of characters, most of them ill-formed, without what ends or trims a cell. */
const name = fc
  .array(
    fc.constantFrom([0x41], [0xe4, 0xb8, 0xad], [0xf0, 0x9f, 0x98, 0x80], [0xe4, 0xb8], [0x80], [0xf0, 0x9f], [0xef, 0xbb, 0xbe]),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.flat());

it("names are those that each comes to by itself, well-formed or not, and all of them or from one on", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 8 }), fc.nat(8), async (names, from) => {
      const reader = await csvReader(layout, ["applicant"]);
      const bytes = Uint8Array.from(names.flatMap((own) => [...own, 0x0a]));
      reader.room().set(bytes);
      reader.read(bytes.length, true, () => undefined);
      const distinct = [...new Map(names.map((own) => [own.join(), text.decode(Uint8Array.from(own))])).values()];
      expect(reader.namesOf("applicant")).toEqual(distinct);
      expect(reader.namesOf("applicant", from)).toEqual(distinct.slice(from));
    }),
    { numRuns: process.env["QAK_PROFILE"] === "long" ? 10_000 : 500 },
  );
});

it("more stages than sheets can be told apart by are refused", async () => {
  const seen = await seenSheets(2);
  const batch = (stage: number): SheetBatch => ({
    count: 1,
    sheets: new Uint8Array(layout.stride),
    totals: Int32Array.of(0),
    bounds: null,
    applicants: Uint32Array.of(0),
    reviewers: Uint32Array.of(0),
    stages: Uint32Array.of(stage),
    rows: Uint32Array.of(0),
    lost: [],
    faults: [],
  });
  expect(seen.without(batch(MOST_STAGES - 1)).count).toBe(1);
  expect(() => seen.without(batch(MOST_STAGES))).toThrow(new RangeError("more than 256 stages"));
});
