import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Points, Ranked, SelectionResult } from "../../src/selection/answer.js";
import { editions, type RandomEdition } from "../arbitraries/selection.js";
import { invented, type Selecting, small } from "./awards.js";
import { type Line, type Outcome, outcomeOf, type Value, worldsIn } from "./oracle.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 20_000 : 300;
/** An edition with more is left out: it would take longer than all others together. */
const MOST_WORLDS = 3_000;
const ASOF = { small: "2023-12-20", invented: "2031-01-01" };

let of: Readonly<Record<keyof typeof ASOF, Selecting>>;
beforeAll(async () => {
  of = { small: await small(), invented: await invented() };
});

function compareWithOracle(name: keyof typeof ASOF, edition: RandomEdition): void {
  const { ask, criteria, selection, quota } = of[name];
  const { applicants, sheets, interests, rules } = edition;
  const whole = { criteria, selection, rules, quota, applicants, sheets, interests };
  fc.pre(worldsIn(whole) <= MOST_WORLDS);
  const found = ask({
    asOf: ASOF[name],
    applicants: applicants.map((id) => ({ id })),
    sheets,
    interests,
    held: selection.stages.map((stage) => stage.name),
    reviewRules: rules,
  });
  expect(outcomeIn(found)).toEqual(plain(outcomeOf(whole)));
}

describe("select() is what the law comes to in every world", () => {
  it("with no score missing, though sheets may be: they may still come, with whatever scores, or never", () => {
    fc.assert(
      fc.property(editions(of.small, 0), (edition) => compareWithOracle("small", edition)),
      { numRuns },
    );
  });

  it("with scores missing: in, out and tied where all worlds agree, open where two differ, ranks and points to the ends", () => {
    fc.assert(
      fc.property(editions(of.small, 3), (edition) => compareWithOracle("small", edition)),
      { numRuns },
    );
  });

  it("for the invented award: other criteria, another scale, no shortlist", () => {
    fc.assert(
      fc.property(editions(of.invented, 1, 12), (edition) => compareWithOracle("invented", edition)),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });
});

interface Comparable {
  readonly shortlist: Readonly<Record<string, unknown>>;
  readonly awards: Readonly<Record<string, unknown>>;
  readonly vacancies: number;
  readonly places: number | "open" | "none";
}

function outcomeIn({ shortlist, ranking, awards }: SelectionResult): Comparable {
  const fates = new Map([
    ...awards.proposed.map(({ applicant }) => [applicant, "in"] as const),
    ...awards.notProposed.map(({ applicant }) => [applicant, "out"] as const),
    ...awards.open.map(({ applicant }) => [applicant, "open"] as const),
    ...awards.ties.flatMap(({ applicants }) => applicants.map((applicant) => [applicant, "tied"] as const)),
  ]);
  const ranked = ranking.lines.filter(({ standing }) => ["ranked", "open", "unscored"].includes(standing));
  return {
    shortlist: Object.fromEntries(
      (shortlist?.lines ?? []).map((line) => {
        const isScored = line.standing !== "unscored";
        return [line.applicant, { fate: isScored ? line.standing : "open", isScored, ...where(line) }];
      }),
    ),
    awards: Object.fromEntries(
      ranked.map((line) => [
        line.applicant,
        { fate: fates.get(line.applicant), isScored: line.standing !== "unscored", ...where(line) },
      ]),
    ),
    vacancies: awards.vacancies.count,
    places: awards.ties.length === 0 ? "none" : (awards.ties[0]?.places ?? "open"),
  };
}

function plain({ shortlist, awards, vacancies, tiedPlaces }: Outcome): Comparable {
  const lines = (map: ReadonlyMap<string, Line>) =>
    Object.fromEntries(
      [...map].map(([applicant, { fate, isScored, best, worst, least, greatest }]) => [
        applicant,
        { fate, isScored, best, worst, least: lowest(least), greatest: lowest(greatest) },
      ]),
    );
  // In every world some may be tied, and yet others in each.
  const isTied = [...awards.values()].some(({ fate }) => fate === "tied");
  const places = !isTied ? "none" : tiedPlaces?.[0] === tiedPlaces?.[1] ? (tiedPlaces?.[0] ?? "none") : "open";
  return { shortlist: lines(shortlist), awards: lines(awards), vacancies, places };
}

function where({ value, range, rank, ranks }: Ranked) {
  const text = ({ over, under }: Points) => `${over}/${under}`;
  const [least, greatest] = value === null ? [range?.least, range?.greatest] : [value, value];
  return {
    best: rank ?? ranks?.best,
    worst: rank ?? ranks?.worst,
    least: least && text(least),
    greatest: greatest && text(greatest),
  };
}

function lowest({ over, under }: Value): string {
  let [a, b] = [over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${over / a}/${under / a}`;
}
