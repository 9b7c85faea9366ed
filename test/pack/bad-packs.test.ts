import { describe, expect, it } from "vitest";
import { loadPackFolder, readPackFolder } from "../../src/files/read-pack.js";
import { loadAward } from "../../src/index.js";
import { PackError, type PackFailure } from "../../src/pack/pack-error.js";
import { packProblemCodes } from "../../src/pack/problem.js";
import { type BadPack, badPacks, type Expected } from "./bad-packs.js";
import { withChangedPack } from "./changed-pack.js";
import { placeExists } from "./place-exists.js";

async function failuresOf(load: () => unknown): Promise<readonly PackFailure[]> {
  try {
    await load();
  } catch (error) {
    if (error instanceof PackError) return error.failures;
    throw error;
  }
  return [];
}

const refused = (bad: BadPack) => withChangedPack(bad.base, bad.change, (folder) => failuresOf(() => loadPackFolder(folder)));

/** The line only where the pack expects one. */
function asExpected(failures: readonly PackFailure[], expected: readonly Expected[]): readonly Expected[] {
  const lined = expected.some(({ line }) => line !== undefined);
  return failures.map(({ file, pointer, code, line }) => ({
    file,
    pointer,
    code,
    ...(lined && line !== undefined ? { line } : {}),
  }));
}

describe("a bad pack is refused with all that is wrong with it, and nothing else", () => {
  it.each(badPacks)("$name: $says", async (bad) => {
    expect(asExpected(await refused(bad), bad.expect)).toEqual(bad.expect);
  });

  it("there is one for every code", () => {
    const covered = new Set(badPacks.flatMap(({ expect: failures }) => failures.map(({ code }) => code)));
    expect(packProblemCodes.filter((code) => !covered.has(code))).toEqual([]);
    expect(badPacks.length).toBeGreaterThanOrEqual(30);
  });

  it("ten failures at once are ten", () => {
    expect(badPacks.find(({ name }) => name === "ten-at-once")?.expect.length).toBe(10);
  });
});

describe("a failure", () => {
  it("says in both languages what to do, and never where the machine keeps the file", async () => {
    for (const bad of badPacks) {
      for (const { message } of await refused(bad)) {
        for (const words of [message.zh, message.en]) {
          expect(words).not.toMatch(/undefined|NaN|\[object|\/tmp|qak-pack/);
          expect(words).toMatch(/[：:]/);
        }
        // Latin letters of code stand between backticks or quotes, or are a type, a file or a number.
        expect(message.en).toMatch(/^[^A-Z]/);
      }
    }
  });

  it("has a line of its file, and points at what is there", async () => {
    for (const bad of badPacks) {
      await withChangedPack(bad.base, bad.change, async (folder) => {
        for (const failure of await failuresOf(() => loadPackFolder(folder))) {
          expect(await placeExists(folder, failure), JSON.stringify(failure)).toBe(true);
        }
      });
    }
  });
});

describe("loadAward()", () => {
  const asJson = badPacks.filter(
    ({ name, change }) => change.every((each) => "op" in each) && !/^(wrong-id|missing-folder)$/.test(name),
  );

  it.each(asJson)("finds in $name what the folder's reader finds, without lines", async (bad) => {
    const failures = await withChangedPack(bad.base, bad.change, async (folder) => {
      const parts = await readPackFolder(folder);
      return failuresOf(() => loadAward(parts));
    });
    const unlined = bad.expect.map(({ file, pointer, code }) => ({ file, pointer, code }));
    expect(failures.map(({ file, pointer, code }) => ({ file, pointer, code }))).toEqual(unlined);
    expect(failures.filter((failure) => "line" in failure)).toEqual([]);
  });

  it.each([null, 42, "pack", [], undefined])("refuses %j, which is no pack", async (nothing) => {
    expect((await failuresOf(() => loadAward(nothing))).map(({ file, code }) => [file, code])).toEqual([[".", "not-an-object"]]);
  });

  it("misses every part of an empty one, and rules that are no object", async () => {
    expect((await failuresOf(() => loadAward({}))).map(({ file, code }) => `${file} ${code}`)).toEqual(
      ["pack", "law", "ledger", "facts", "parameters", "interpretations"].map((part) => `${part}.json missing-file`),
    );
    expect((await failuresOf(() => loadAward({ rules: 1 })))[0]).toMatchObject({ file: ".", pointer: "/rules", found: "1" });
  });

  it("refuses a part that holds itself, and one nobody knows", async () => {
    const parts = await readPackFolder("test/packs/minimal");
    const facts = { ...(parts["facts"] as object) } as Record<string, unknown>;
    facts["derived"] = facts;
    const failures = await failuresOf(() => loadAward({ ...parts, facts, fact: [] }));
    expect(failures.map(({ file, code }) => `${file} ${code}`)).toEqual(["facts.json too-deep", "fact.json stray-file"]);
  });
});
