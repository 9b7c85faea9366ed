/** Nothing of ours is imported before `Function` is watched: zod tries what it may do as soon as a shape is made. */
import { readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("loading a pack does not so much as try to compile code: a page under a strict policy reports the try", async () => {
  const tried: unknown[] = [];
  const Watched = new Proxy(Function, {
    construct(target, words) {
      tried.push(words);
      return Reflect.construct(target, words);
    },
  });
  vi.stubGlobal("Function", Watched);
  const { loadAward } = await import("../../src/pack/load.js");
  const part = (name: string) => JSON.parse(readFileSync(`test/packs/minimal/${name}.json`, "utf8")) as unknown;
  const names = ["pack", "law", "ledger", "facts", "parameters", "interpretations", "criteria", "selection", "review-rules"];
  const parts = Object.fromEntries(names.map((name) => [name, part(name)]));
  const rules = { eligibility: part("eligibility"), withdrawal: part("withdrawal") };
  expect(loadAward({ ...parts, rules }).id).toBe("minimal");
  expect(() => loadAward({ ...parts, rules, facts: {} })).toThrow("facts.json");
  expect(tried).toEqual([]);
});
