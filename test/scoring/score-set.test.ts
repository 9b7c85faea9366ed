/** A set of sheets in batches, against what its rows come to one by one, by the plain reference. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import type { Aggregation } from "../../src/kernel/review-rules.js";
import type { Column, SheetBatch } from "../../src/scoring/batch.js";
import { type Cell, cellReader } from "../../src/scoring/cells.js";
import type { Fraction } from "../../src/scoring/fractions.js";
import { MOST_KEPT, TooManyKept } from "../../src/scoring/gathered-by-stage.js";
import { aggregate } from "../../src/scoring/reference/aggregate.js";
import { compare } from "../../src/scoring/reference/fraction.js";
import { bounds, type Sheet } from "../../src/scoring/reference/sheet.js";
import { type Placing, scoreSet } from "../../src/scoring/score-set.js";
import { loadScorer, type Scorer } from "../../src/scoring/scorer.js";
import { aggregations, lowest, sheets } from "../arbitraries/scoring.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 3_000 : 200;
const gbt19580 = JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria;
const COLUMNS: readonly Column[] = ["stage", "applicant", ...Array.from({ length: 23 }, (_, item) => item)];
let scorer: Scorer;
beforeAll(async () => {
  scorer = await loadScorer(gbt19580);
});

interface Row {
  readonly stage: string;
  readonly applicant: string;
  readonly sheet: Sheet;
}

const rows = sheets(gbt19580, 1, { maxLength: 30 }).chain((all) =>
  fc.tuple(
    ...all.map((sheet) =>
      fc.record<Row>({
        stage: fc.constantFrom("甲", "乙"),
        applicant: fc.constantFrom("A", "B", "C", "D"),
        sheet: fc.constant(sheet),
      }),
    ),
  ),
);

/** A way of its own for each stage, half of the time the mean, which is gathered otherwise than the others. */
const way = fc.oneof(fc.constant<Aggregation>({ method: "mean" }), aggregations);
const ways = fc.record({ 甲: way, 乙: way });

/** @param cuts after how many rows a batch is taken */
async function placingsOf(all: readonly Row[], aggregationOf: (stage: string) => Aggregation, cuts: readonly number[]) {
  const reader = cellReader(scorer, COLUMNS);
  const set = await scoreSet(scorer, (stage) => aggregationOf(reader.namesOf("stage")[stage] as string));
  for (const [at, { stage, applicant, sheet }] of all.entries()) {
    reader.add(at, [stage, applicant, ...(sheet as readonly Cell[])]);
    if (cuts.includes(at)) set.add(reader.take());
  }
  set.add(reader.take());
  const [applicants, stages] = [reader.namesOf("applicant"), reader.namesOf("stage")];
  const named = set
    .placings()
    .map((placing) => ({ ...placing, applicant: applicants[placing.applicant], stage: stages[placing.stage] }));
  return { named, sheets: set.sheets };
}

describe("placings() of a set of sheets", () => {
  it("are what the plain reference gives, in whatever batches the sheets come", async () => {
    await fc.assert(
      fc.asyncProperty(rows, ways, fc.array(fc.nat({ max: 30 })), async (all, way, cuts) => {
        const { named, sheets } = await placingsOf(all, (stage) => way[stage as keyof typeof way], cuts);
        expect(sheets).toBe(all.length);
        const plainValue = ({ stage, applicant }: Pick<Row, "stage" | "applicant">, end: 0 | 1) => {
          const own = all.filter((row) => row.stage === stage && row.applicant === applicant);
          return aggregate(
            own.map((row) => bounds(gbt19580, row.sheet)[end] as bigint),
            way[stage as keyof typeof way],
          );
        };
        const pairs = new Set(all.map(({ stage, applicant }) => `${stage}${applicant}`));
        expect(new Set(named.map(({ stage, applicant }) => `${stage}${applicant}`))).toEqual(pairs);
        for (const placing of named) {
          const own = { stage: placing.stage as string, applicant: placing.applicant as string };
          const others = named.filter(({ stage, applicant }) => stage === own.stage && applicant !== own.applicant) as (Placing &
            Row)[];
          const above = (end: 0 | 1, mine: Fraction) =>
            others.filter((other) => {
              const value = plainValue({ stage: own.stage, applicant: `${other.applicant}` }, end);
              return value !== null && compare(value, mine) > 0;
            }).length;
          const [low, high] = [plainValue(own, 0), plainValue(own, 1)];
          expect([lowest(placing.low), lowest(placing.high)]).toEqual([low, high]);
          expect(placing.best).toBe(high === null ? 0 : 1 + above(0, high));
          expect(placing.worst).toBe(low === null ? 0 : 1 + above(1, low));
        }
      }),
      { numRuns },
    );
  });

  it("stand by stage, from the highest on, ties in the order in which they came", async () => {
    const row = (stage: string, applicant: string, score: number) => ({ stage, applicant, sheet: new Array(23).fill(score) });
    const all = [row("甲", "A", 50), row("乙", "B", 80), row("甲", "C", 60), row("甲", "A", 70), row("甲", "B", 60)];
    const { named } = await placingsOf(all, () => ({ method: "mean" }), []);
    expect(named.map(({ stage, applicant, best, worst, sheets }) => [stage, applicant, best, worst, sheets])).toEqual([
      ["甲", "A", 1, 1, 2],
      ["甲", "B", 1, 1, 1],
      ["甲", "C", 1, 1, 1],
      ["乙", "B", 1, 1, 1],
    ]);
  });

  it("are by the mean at one stage and by the median at another, whose sheets come by turns", async () => {
    const row = (stage: string, applicant: string, score: number) => ({ stage, applicant, sheet: new Array(23).fill(score) });
    const all = [0, 50, 85].flatMap((score) => [
      row("甲", "A", score),
      row("乙", "A", score),
      row("乙", "B", Math.min(score, 45)),
    ]);
    const { named } = await placingsOf(all, (stage) => ({ method: stage === "乙" ? "median" : "mean" }), [1, 4]);
    expect(named.map(({ stage, applicant, best, low }) => [stage, applicant, best, lowest(low)])).toEqual([
      ["甲", "A", 1, { over: 45_000n, under: 1n }],
      ["乙", "A", 1, { over: 50_000n, under: 1n }],
      ["乙", "B", 2, { over: 45_000n, under: 1n }],
    ]);
  });

  it("ask the way of a stage once, when its first sheet comes", async () => {
    const asked: string[] = [];
    const row = (stage: string) => ({ stage, applicant: "A", sheet: new Array(23).fill(50) });
    await placingsOf(
      ["乙", "甲", "乙"].map(row),
      (stage) => {
        asked.push(stage);
        return { method: "mean" };
      },
      [0, 1],
    );
    expect(asked).toEqual(["乙", "甲"]);
  });
});

describe("rows that were refused", () => {
  const sheetsOf = (totals: readonly (readonly [applicant: number, total: number])[], lost: SheetBatch["lost"]): SheetBatch => ({
    count: totals.length,
    sheets: new Uint8Array(0),
    totals: Int32Array.from(totals, ([, total]) => total),
    bounds: null,
    applicants: Uint32Array.from(totals, ([applicant]) => applicant),
    reviewers: new Uint32Array(totals.length),
    stages: new Uint32Array(totals.length),
    rows: new Uint32Array(totals.length),
    faults: [],
    lost,
  });
  const row = { row: 9, lines: 1, applicant: 0, stage: 0, isShifted: false };
  const three = [
    [0, 60_000],
    [0, 60_000],
    [1, 50_000],
    [2, 10_000],
  ] as const;

  async function placings(lost: SheetBatch["lost"], method: Aggregation = { method: "mean" }) {
    const set = await scoreSet(scorer, () => method);
    set.add(sheetsOf(three, lost));
    return [...set.placings()].sort((a, b) => a.applicant - b.applicant);
  }

  it("leave open what one more sheet of the applicant may change, and nothing else", async () => {
    const [first, second, third] = await placings([row]);
    expect(first).toMatchObject({ sheets: 2, lost: 1, nameless: 0, best: 1, worst: 2, spread: null });
    expect(first?.low).toEqual({ over: 120_000n, under: 3n });
    expect(first?.high).toEqual({ over: 220_000n, under: 3n });
    expect(second).toMatchObject({ sheets: 1, lost: 0, best: 1, worst: 2 });
    expect(third).toMatchObject({ best: 3, worst: 3 });
  });

  it("of an applicant without another sheet give it a place among them", async () => {
    const all = await placings([{ ...row, applicant: 3 }]);
    expect(all.map(({ sheets, lost, best, worst }) => [sheets, lost, best, worst])).toEqual([
      [2, 0, 1, 2],
      [1, 0, 2, 3],
      [1, 0, 3, 4],
      [0, 1, 1, 4],
    ]);
  });

  it.each([
    ["that name nobody", { ...row, applicant: null }],
    ["that name whom no other row does, in cells that may be another's", { ...row, applicant: 3, isShifted: true }],
    ["of an unknown stage and applicant", { ...row, applicant: null, stage: null }],
  ])("%s leave every rank open", async (_, lost) => {
    const all = await placings([lost]);
    expect(all.map(({ sheets, nameless }) => [sheets, nameless])).toEqual([
      [2, 1],
      [1, 1],
      [1, 1],
    ]);
    for (const { best, worst } of all) expect(worst).toBeGreaterThan(best);
  });

  it("that are many leave points at anything", async () => {
    for (const { low, high } of await placings([{ ...row, applicant: null, lines: 1_000_000 }])) {
      expect([low, high]).toEqual([
        { over: 0n, under: 1n },
        { over: 100_000n, under: 1n },
      ]);
    }
  });

  it("bound what any scores in them come to, by any method", async () => {
    await fc.assert(
      fc.asyncProperty(aggregations, fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 3 }), async (method, read) => {
        const open = (
          await placings(
            read.map(() => row),
            method,
          )
        )[0];
        const set = await scoreSet(scorer, () => method);
        set.add(sheetsOf([...three, ...read.map((total) => [0, total] as const)], []));
        const { low } = set.placings().find(({ applicant }) => applicant === 0) as Placing;
        if (low === null) return;
        const [least, greatest] = [open?.low as Fraction, open?.high as Fraction];
        expect(least.over * low.under <= low.over * least.under).toBe(true);
        expect(greatest.over * low.under >= low.over * greatest.under).toBe(true);
      }),
    );
  });
});

describe("a set of sheets", () => {
  it("keeps so many totals and no more, of stages without the mean alone", async () => {
    const at = 1 << 20;
    const totals = new Int32Array(at).fill(50_000);
    const numbers = new Uint32Array(at);
    const batch = (stage: number): SheetBatch => ({
      count: at,
      sheets: new Uint8Array(0),
      totals,
      bounds: null,
      applicants: numbers,
      reviewers: numbers,
      stages: new Uint32Array(at).fill(stage),
      rows: numbers,
      faults: [],
      lost: [],
    });
    const set = await scoreSet(scorer, (stage) => ({ method: stage === 0 ? "mean" : "median" }));
    for (let count = 0; count < MOST_KEPT; count += at) set.add(batch(1));
    set.add(batch(0));
    expect(() => set.add(batch(1))).toThrow(TooManyKept);
  });
});
