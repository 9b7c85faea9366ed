import { describe, expect, it } from "vitest";
import { readNdjson } from "../../../src/files/tables/read-ndjson.js";
import { collect } from "./collect.js";

async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function read(...texts: readonly (string | Uint8Array)[]): Promise<readonly unknown[]> {
  const records = await collect(readNdjson(pieces(...texts)));
  return records.map((one) => [one.line, "record" in one ? one.record : one.errors.map(({ code }) => code)]);
}

describe("readNdjson", () => {
  it("gives each object as it stands, nested or flat, with the number of its line", async () => {
    const nested = { applicant: "单位甲", reviewer: "R1", stage: "site", scores: { "4.1.2": 80 } };
    const flat = { applicant: "A2", "4.1.2": 80 };
    expect(await read(`${JSON.stringify(nested)}\n\n`, `${JSON.stringify(flat)}`)).toEqual([
      [1, nested],
      [3, flat],
    ]);
  });

  it("goes on past lines that are wrong and tells everything wrong with each", async () => {
    const lines = ['{"a":1,"a":2,"b":1,"b":2}', "[1]", "{oops", '{"a":0.12345678901234567890}', '"text"'].join("\n");
    expect(await read(`${lines}\n`, Buffer.of(0xff, 0x0a), '{"a":1}')).toEqual([
      [1, ["duplicate-key", "duplicate-key"]],
      [2, ["not-an-object"]],
      [3, ["bad-json"]],
      [4, ["rounded-number"]],
      [5, ["not-an-object"]],
      [6, ["not-utf8"]],
      [7, { a: 1 }],
    ]);
  });

  it("finds a name that every object has anyway where it is written, and only there", async () => {
    const [one] = await collect(readNdjson(pieces('{"__proto__":{"x":1}}')));
    expect(one !== undefined && "record" in one && Object.keys(one.record)).toEqual(["__proto__"]);
  });
});
