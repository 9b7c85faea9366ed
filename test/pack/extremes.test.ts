/** Packs nobody writes: refused like any other, whatever they do to a stack. */
import { describe, expect, it } from "vitest";
import { readPackFolder } from "../../src/files/read-pack.js";
import { loadAward } from "../../src/index.js";
import { PackError } from "../../src/pack/pack-error.js";

interface Facts {
  readonly facts: unknown[];
  readonly derived: unknown[];
}

async function codesOf(change: (facts: Facts, parts: Record<string, unknown>) => void): Promise<readonly string[]> {
  const parts = structuredClone(await readPackFolder("test/packs/minimal"));
  change(parts["facts"] as Facts, parts);
  try {
    loadAward(parts);
    return [];
  } catch (error) {
    if (error instanceof PackError) return [...new Set(error.failures.map(({ code }) => code))];
    throw error;
  }
}

function link(index: number, to: string) {
  const label = { zh: `${index}`, en: `${index}` };
  return { name: `link${index}`, label, type: "date", provision: "art_1", expression: { op: "startOfYear", date: { fact: to } } };
}

describe("a pack is refused when", () => {
  it("derived facts rest on each other a thousand deep, forwards, backwards or in a ring", async () => {
    const chain = (length: number, to: (index: number) => string) => (facts: Facts) => {
      facts.derived.splice(0, 6);
      for (let index = 0; index < length; index += 1) facts.derived.push(link(index, to(index)));
    };
    expect(await codesOf(chain(1000, (index) => (index === 0 ? "asOf" : `link${index - 1}`)))).toContain("too-deep");
    expect(await codesOf(chain(1000, (index) => (index === 999 ? "asOf" : `link${index + 1}`)))).toContain("too-deep");
    expect(await codesOf(chain(1000, (index) => `link${(index + 1) % 1000}`))).toContain("too-deep");
    expect(await codesOf(chain(20, (index) => `link${(index + 1) % 20}`))).toContain("cycle");
    expect(await codesOf(chain(1001, () => "asOf"))).toEqual(["too-many"]);
  });

  it("a hundred thousand facts are wrong", async () => {
    expect(await codesOf((facts) => facts.facts.push(...Array.from({ length: 100_000 }, () => 1)))).toEqual(["not-an-object"]);
  });

  it("conditions and products are as wide as a file can hold", async () => {
    const wide = Array.from({ length: 150_000 }, () => ({ fact: "registeredHere", operator: "equal", value: true }));
    const product = Array.from({ length: 40 }, () => 1);
    const codes = await codesOf((facts, parts) => {
      const rules = parts["rules"] as { eligibility: { conditions: unknown }[] };
      (rules.eligibility[1] as { conditions: unknown }).conditions = { all: wide };
      (facts.derived[5] as { expression: unknown }).expression = { op: "product", of: [{ fact: "prizeFen" }, ...product] };
    });
    expect(codes).toEqual(["too-intricate"]);
  });
});
