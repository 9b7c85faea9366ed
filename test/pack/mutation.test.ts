/** A pack with a slip in it is either refused with reasons, or still decides whatever it is asked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPackFolder } from "../../src/files/read-pack.js";
import { type Award, decide, loadAward } from "../../src/index.js";
import { PackError } from "../../src/pack/pack-error.js";
import { BASES, type Base } from "./changed-pack.js";
import { mutantOf } from "./mutant.js";
import { pointsInto } from "./place-exists.js";
import { questionTo, seeds } from "./random-question.js";

const RUNS = process.env["QAK_PROFILE"] === "long" ? 20_000 : 300;
/** The 2022 measures take ten times as long to load, and the minimal pack has one of everything. */
const SHARE = { minimal: 1, "nm-chairman-2022": 10 };
const MINUTES = 60_000;

/** The award, or `null` where it was refused as it should be. */
function loaded(pack: unknown): Award | null {
  try {
    return loadAward(pack);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    expect(error.failures.length).toBeGreaterThan(0);
    for (const failure of error.failures) {
      const { pointer, message } = failure;
      expect(pointer === "" || pointsInto(fileIn(pack, failure.file), pointer), JSON.stringify(failure)).toBe(true);
      expect(`${message.zh} ${message.en}`, JSON.stringify(failure)).not.toMatch(/\bundefined\b|NaN|\[object/);
    }
    return null;
  }
}

function fileIn(pack: unknown, file: string): unknown {
  if (file === ".") return pack;
  const name = file.replace(/\.json$/, "");
  const parts = pack as { readonly rules?: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>;
  return Object.hasOwn(parts, name) ? parts[name] : parts.rules?.[name];
}

/** Nothing that JSON would drop or turn into something else. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null)
    return typeof value === "string" || typeof value === "boolean" || value === null;
  return Object.values(value).every(isPlain);
}

function decidesTotally(award: Award, seed: number): void {
  for (let turn = 0; turn < 3; turn += 1) {
    const question = questionTo(award, seed + turn);
    const answer = decide(award, question);
    if (!answer.ok) throw new Error(JSON.stringify([question, answer.errors]));
    const { outcome, decision } = answer.decision;
    const declared = award.files.pack.decisions.find(({ name }) => name === decision)?.outcomes.map(({ name }) => name);
    expect([...(declared ?? []), "undetermined"]).toContain(outcome);
    expect(isPlain(answer.decision), JSON.stringify(question)).toBe(true);
  }
}

describe.each(Object.keys(BASES) as Base[])("%s with one slip", (base) => {
  const numRuns = Math.ceil(RUNS / SHARE[base]);
  it(
    `is refused with places that exist, or decides totally, in each of ${numRuns} cases`,
    async () => {
      const pack = await readPackFolder(BASES[base]);
      let decided = 0;
      fc.assert(
        fc.property(mutantOf(pack), seeds, (mutant, seed) => {
          const award = loaded(mutant.pack);
          if (award === null) return;
          decided += 1;
          decidesTotally(award, seed);
        }),
        { numRuns },
      );
      expect(decided).toBeGreaterThan(numRuns / 50);
    },
    60 * MINUTES,
  );
});
