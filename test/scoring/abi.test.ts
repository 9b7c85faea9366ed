/** The seam between the module and its host: what is exported, which numbers cross, and where they are written. */
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import type { Aggregation } from "../../src/kernel/review-rules.js";
import { analysesOf } from "../../src/scoring/analyses.js";
import { ABI_VERSION, check } from "../../src/scoring/instantiate.js";
import { layoutOf } from "../../src/scoring/layout.js";
import { MODULE } from "../../src/scoring/module.generated.js";
import { instantiate, type ScoringModule } from "../../src/scoring/module.js";
import { rankerOf } from "../../src/scoring/ranker.js";
import { MODULE as READING_MODULE } from "../../src/scoring/reading-module.generated.js";
import { instantiateReading } from "../../src/scoring/reading-module.js";
import { type Fractions, loadScorer, type ScoredStage, type Scorer } from "../../src/scoring/scorer.js";
import { aggregations, criteria, fractionsOf, packed, scoredStage, sheets, weights } from "../arbitraries/scoring.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 1_000 : 15;
const gbt19580 = JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria;
const bytes = inflateRawSync(Buffer.from(MODULE, "base64"));

describe("the module", () => {
  it.each([
    ["scoring", instantiate, "module.ts", "ScoringModule"],
    ["reading", instantiateReading, "reading-module.ts", "ReadingModule"],
  ])("of %s exports the functions its host declares, with as many arguments, and its memory", async (_, make, file, name) => {
    const { memory, ...functions } = await make();
    expect(memory).toBeInstanceOf(WebAssembly.Memory);
    expect(
      Object.entries(functions)
        .map(([name, { length }]) => [name, length])
        .sort(),
    ).toEqual([...declared("instantiate.ts", "ModuleBase"), ...declared(file, name)].sort());
  });

  it("imports nothing", async () => {
    const reading = Buffer.from(READING_MODULE, "base64");
    for (const module of [bytes, reading]) expect(WebAssembly.Module.imports(await WebAssembly.compile(module))).toEqual([]);
  });

  it.each([
    ["src/scoring/instantiate.ts", ["ABI_VERSION"]],
    ["src/scoring/layout.ts", ["LANE_BYTES", "MISSING", "NO_TOTAL"]],
  ])("has the numbers of %s", (file, names) => {
    const [here, there] = [constantsOf(file), constantsOf("wasm/layout.ts")];
    for (const name of names) expect([name, here.get(name)]).toEqual([name, there.get(name) ?? "missing"]);
  });

  it.each([
    ["SPREAD", "SPREAD_BYTES", "aggregate.ts", "spread.ts"],
    ["PANEL", "PANEL_BYTES", "stability.ts", "stability.ts"],
  ])("has as many bytes in a %s as its host's %s", (there, here, file, host) => {
    const bytes = constantsOf(`wasm/${file}`).get(there);
    expect(bytes).toMatch(/^\d+$/);
    expect(constantsOf(`src/scoring/${host}`).get(here)).toBe(bytes);
  });
});

describe("a host asks for the version first", () => {
  it("and takes the module it was made for", async () => {
    const module = await instantiate();
    expect(module.abiVersion()).toBe(ABI_VERSION);
    expect(check(module)).toBe(module);
  });

  it("and refuses another, of which it asks nothing else", async () => {
    const { instance } = await WebAssembly.instantiate(ofVersion(ABI_VERSION + 1));
    expect(() => check(instance.exports as unknown as ScoringModule)).toThrow(
      `the scoring module is of version ${ABI_VERSION + 1}, not ${ABI_VERSION}`,
    );
  });
});

describe("what the module would take for something else is refused at the seam", () => {
  const half = new BigUint64Array(3);
  const one = fractionsOf([{ over: 1n, under: 1n }]);
  const stage: ScoredStage = {
    totals: Int32Array.of(5),
    applicants: Uint32Array.of(0),
    reviewers: Uint32Array.of(0),
    aggregation: { method: "mean" },
    weight: 10_000,
  };
  const runs = { seed: 1n, from: 0, to: 1, first: 1 };
  const unknown = { method: "avg", drop: 1 } as unknown as Aggregation;
  const cut = { method: "trimmed-mean", drop: -1 } as const;
  let scorer: Scorer;
  beforeAll(async () => {
    scorer = await loadScorer(gbt19580);
  });

  it.each<readonly [string, (by: Scorer) => unknown]>([
    ["sheets and a part of one", (by) => by.totals(new Uint8Array(33))],
    ["sheets and a part of one, for bounds", (by) => by.bounds(new Uint8Array(31))],
    ["sheets and a part of one, for subtotals", (by) => by.subtotals(new Uint8Array(1))],
    ["sheets and a part of one, for items", (by) => by.itemPoints(new Uint8Array(33))],
    ["a total without a group", (by) => by.aggregate(new Int32Array(2), new Uint32Array(1), 1, { method: "mean" })],
    ["a group that is none", (by) => by.aggregate(new Int32Array(1), Uint32Array.of(1), 1, { method: "mean" })],
    ["a total below -1", (by) => by.aggregate(Int32Array.of(-2), new Uint32Array(1), 1, { method: "mean" })],
    ["a method that is none", (by) => by.aggregate(new Int32Array(1), new Uint32Array(1), 1, unknown)],
    ["half a group", (by) => by.aggregate(new Int32Array(1), new Uint32Array(1), 1.5, { method: "mean" })],
    ["to drop less than nothing", (by) => by.aggregate(new Int32Array(1), new Uint32Array(1), 1, cut)],
    ["half a fraction", (by) => by.rank(half)],
    ["half a fraction of a stage", (by) => by.composite([{ values: half, weight: 10_000 }])],
    ["half a fraction, least or greatest", (by) => by.standings(half, half, 1)],
    ["half a fraction of a term", (by) => by.moveWeights({ terms: [{ values: half, weight: 1 }], spread: 0, ...runs })],
    ["as many least as greatest values, but one", (by) => by.standings(one, new BigUint64Array(), 1)],
    ["fewer than none at the top", (by) => by.standings(one, one, -1)],
    ["half a weight", (by) => by.composite([0.5, 9_999.5].map((weight) => ({ values: one, weight })))],
    ["stages of different applicants", (by) => by.composite([one, half].map((values) => ({ values, weight: 5_000 })))],
    ["a total without a reviewer", (by) => by.bootstrap({ stages: [{ ...stage, reviewers: new Uint32Array() }], ...runs })],
    ["a total of a stage below -1", (by) => by.bootstrap({ stages: [{ ...stage, totals: Int32Array.of(-2) }], ...runs })],
    ["a weight below zero", (by) => by.bootstrap({ stages: [{ ...stage, weight: -1 }], ...runs })],
    ["a method of a stage that is none", (by) => by.bootstrap({ stages: [{ ...stage, aggregation: unknown }], ...runs })],
    ["to drop less than nothing of a stage", (by) => by.bootstrap({ stages: [{ ...stage, aggregation: cut }], ...runs })],
    ["runs that end before they begin", (by) => by.bootstrap({ stages: [stage], ...runs, from: 2 })],
    ["half a run", (by) => by.bootstrap({ stages: [stage], ...runs, to: 1.5 })],
    ["a run beyond 31 bits", (by) => by.bootstrap({ stages: [stage], ...runs, from: 2 ** 31, to: 2 ** 31 + 1 })],
    ["no number at the top", (by) => by.bootstrap({ stages: [stage], ...runs, first: Number.NaN })],
    ["a term's weight below zero", (by) => by.moveWeights({ terms: [{ values: one, weight: -1 }], spread: 0, ...runs })],
    ["weights that move by more than they are", (by) => by.moveWeights({ terms: [], spread: 10_001, ...runs })],
    [
      "a total of a stage without a reviewer",
      (by) => by.leaveOneOut({ stages: [{ ...stage, reviewers: new Uint32Array() }], first: 1 }),
    ],
    [
      "a total of a stage without an applicant",
      (by) => by.leaveOneOut({ stages: [{ ...stage, applicants: new Uint32Array() }], first: 1 }),
    ],
    ["half a place at the top", (by) => by.leaveOneOut({ stages: [stage], first: 0.5 })],
    [
      "squares beyond 64 bits",
      (by) => by.aggregate(new Int32Array(5).fill(0x7fffffff), new Uint32Array(5), 1, { method: "mean" }),
    ],
  ])("%s", (_, ask) => {
    expect(() => ask(scorer)).toThrow(RangeError);
    // And what it refused left nothing behind.
    expect([...scorer.rank(one).ranks]).toEqual([1]);
  });
});

describe("nothing is written outside the room a call is given", () => {
  const PAGES = 64;
  const MARK = 0xa5;
  let real: ScoringModule;
  let memory: Uint8Array;
  beforeAll(async () => {
    real = await instantiate();
    real.memory.grow(PAGES - real.memory.buffer.byteLength / 65_536);
    memory = new Uint8Array(real.memory.buffer);
  });

  /** The module with its heap from `base` on, and no more memory than there is. */
  function from(base: number): ScoringModule {
    const fixed = {
      get buffer() {
        return real.memory.buffer;
      },
      grow() {
        throw new RangeError("full");
      },
    };
    return { ...real, memory: fixed as unknown as WebAssembly.Memory, heapBase: () => base };
  }

  /** Where the heap must begin for the room of the call to end with the memory, but for the 16 bytes that rooms begin on. */
  function tightest(ask: (module: ScoringModule) => unknown): number {
    let [fits, full] = [Math.ceil(real.heapBase() / 16), memory.length / 16 + 1];
    while (full - fits > 1) {
      const middle = (fits + full) >> 1;
      if (isRoom(middle * 16, ask)) fits = middle;
      else full = middle;
    }
    return fits * 16;
  }

  function isRoom(base: number, ask: (module: ScoringModule) => unknown): boolean {
    try {
      ask(from(base));
      return true;
    } catch (error) {
      if (error instanceof RangeError && error.message === "full") return false;
      throw error;
    }
  }

  /** After the room there is no memory, so that a byte too many traps; before it stands a pattern, which must stay. */
  function stays(ask: (module: ScoringModule) => unknown): void {
    const heap = real.heapBase();
    const base = tightest(ask);
    const expected = ask(from(Math.ceil(heap / 16) * 16));
    memory.fill(MARK, heap);
    const before = memory.slice(0, base);
    // The pattern stands in the room as well: what was left over from before changes nothing.
    expect(ask(from(base))).toEqual(expected);
    expect(Buffer.compare(memory.subarray(0, base), before)).toBe(0);
  }

  const values = fc
    .array(fc.option(fc.record({ over: fc.bigInt(0n, 50n), under: fc.bigInt(1n, 5n) }), { freq: 8 }), { maxLength: 20 })
    .map(fractionsOf);
  const whole = fc
    .array(fc.bigInt(0n, 50n), { maxLength: 20 })
    .map((all) => fractionsOf(all.map((over) => ({ over, under: 1n }))));
  const cases: readonly (readonly [string, fc.Arbitrary<(module: ScoringModule) => unknown>])[] = [
    ...(["totals", "bounds", "subtotals", "itemPoints"] as const).map(
      (name) =>
        [
          name,
          criteria.chain((of) =>
            sheets(of).map((all) => (module: ScoringModule) => rankerOf(module, layoutOf(of))[name](packed(all, of))),
          ),
        ] as const,
    ),
    [
      "aggregate",
      fc
        .tuple(fc.array(fc.integer({ min: -1, max: 100_000 }), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), aggregations)
        .map(([totals, groups, aggregation]) => (module: ScoringModule) => {
          const keys = Uint32Array.from(totals, (_, at) => (at * 7) % groups);
          return ranker(module).aggregate(Int32Array.from(totals), keys, groups, aggregation);
        }),
    ],
    [
      "composite",
      fc.tuple(values, fc.integer({ min: 1, max: 3 }).chain(weights)).map(
        ([own, parts]) =>
          (module: ScoringModule) =>
            ranker(module).composite(parts.map((weight) => ({ values: own, weight }))),
      ),
    ],
    ["rank", values.map((own) => (module: ScoringModule) => ranker(module).rank(own))],
    [
      "standings",
      fc.tuple(whole, fc.nat({ max: 20 })).map(
        ([own, first]) =>
          (module: ScoringModule) =>
            ranker(module).standings(own, raised(own), first),
      ),
    ],
    [
      "bootstrap",
      fc
        .tuple(
          fc.integer({ min: 0, max: 9 }).chain((count) => fc.array(scoredStage(count), { maxLength: 3 })),
          fc.nat({ max: 9 }),
        )
        .map(
          ([stages, first]) =>
            (module: ScoringModule) =>
              analyses(module).bootstrap({ stages, first, seed: 5n, from: 0, to: 5 }),
        ),
    ],
    [
      "moveWeights",
      fc.tuple(fc.array(values, { maxLength: 4 }), fc.nat({ max: 9 })).map(([all, first]) => (module: ScoringModule) => {
        const terms = all.map((own, at) => ({ values: own, weight: at + 1 }));
        return analyses(module).moveWeights({ terms, spread: 900, first, seed: 5n, from: 0, to: 5 });
      }),
    ],
  ];

  it.each(cases)("by %s", (_, asked) => {
    fc.assert(fc.property(asked, stays), { numRuns });
  });

  const ranker = (module: ScoringModule) => rankerOf(module, layoutOf(gbt19580));
  const analyses = (module: ScoringModule) => analysesOf(ranker(module));
  const raised = (own: Fractions) => own.map((number, at) => (at % 2 === 0 ? number + 3n : number));
});

/** Of the interface in `src/scoring/module.ts`: each function with the number of its arguments. */
function declared(file: string, interfaceName: string): (readonly [name: string, length: number])[] {
  const source = ts.createSourceFile(file, readFileSync(`src/scoring/${file}`, "utf8"), ts.ScriptTarget.ES2022);
  const module = source.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === interfaceName);
  return (module?.members ?? []).flatMap((member) =>
    ts.isMethodSignature(member) && ts.isIdentifier(member.name) ? [[member.name.text, member.parameters.length] as const] : [],
  );
}

/** Named numbers of a file, as they are written there. */
function constantsOf(file: string): ReadonlyMap<string, string> {
  const lines = readFileSync(file, "utf8").matchAll(/^(?:export )?const (\w+)(?:: \w+)? = (-?\d+);$/gm);
  return new Map([...lines].map(([, name, number]) => [name as string, number as string]));
}

/** A module of nothing but `abiVersion`, byte by byte. */
function ofVersion(version: number): Uint8Array<ArrayBuffer> {
  const name = [...new TextEncoder().encode("abiVersion")];
  const section = (id: number, content: readonly number[]) => [id, content.length, ...content];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 0, 1, 0x7f]), // one type: nothing in, i32 out
    ...section(3, [1, 0]), // one function of it
    ...section(7, [1, name.length, ...name, 0, 0]), // exported
    ...section(10, [1, 4, 0, 0x41, version, 0x0b]), // i32.const version, end
  ]);
}
