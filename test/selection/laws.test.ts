import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { itemsOf } from "../../src/kernel/criteria.js";
import type { SelectionQuestion, SelectionResult, Sheet } from "../../src/selection/answer.js";
import { editions, type RandomEdition } from "../arbitraries/selection.js";
import { invented, type Selecting, small } from "./awards.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 5_000 : 200;

let of: Readonly<Record<"small" | "invented", Selecting>>;
beforeAll(async () => {
  of = { small: await small(), invented: await invented() };
});

const NAMES = ["small", "invented"] as const;
type Name = (typeof NAMES)[number];

function questionOf(name: Name, { applicants, sheets, interests, rules }: RandomEdition): SelectionQuestion {
  return {
    asOf: name === "small" ? "2023-12-20" : "2031-01-01",
    applicants: applicants.map((id) => ({ id })),
    sheets,
    interests,
    held: of[name].selection.stages.map((stage) => stage.name),
    reviewRules: rules,
  };
}

/** Scores anew, each on the scale and given. */
function rescored(name: Name, sheets: readonly Sheet[], isMeant: (sheet: Sheet) => boolean): fc.Arbitrary<readonly Sheet[]> {
  const { criteria } = of[name];
  const { min, max, step } = criteria.scale;
  const score = fc.integer({ min: 0, max: (max - min) / step }).map((steps) => min + step * steps);
  const scores = fc
    .tuple(...itemsOf(criteria).map(({ clause }) => score.map((own) => [clause, own] as const)))
    .map((entries) => Object.fromEntries(entries));
  return fc.tuple(
    ...sheets.map((sheet) => (isMeant(sheet) ? scores.map((own) => ({ ...sheet, scores: own })) : fc.constant(sheet))),
  );
}

type Change = (edition: RandomEdition) => fc.Arbitrary<Partial<RandomEdition>>;
type Check = (before: SelectionResult, after: SelectionResult) => void;

/** Of the answers to a random edition and to what is made of it. */
function holds(name: Name, change: Change, check: Check, missing = 2): void {
  const pair = editions(of[name], missing, name === "small" ? 6 : 12).chain((edition) =>
    change(edition).map((changed) => [edition, { ...edition, ...changed }] as const),
  );
  const { ask } = of[name];
  fc.assert(
    fc.property(pair, ([before, after]) => {
      check(ask(questionOf(name, before)), ask(questionOf(name, after)));
    }),
    { numRuns },
  );
}

const unchanged: Change = () => fc.constant({});
const sameBytes: Check = (before, after) => expect(JSON.stringify(after)).toBe(JSON.stringify(before));

const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

describe.each(NAMES)("%s", (name) => {
  it("the same question gives the same bytes", () => {
    holds(name, unchanged, sameBytes);
  });

  it("the order of sheets, applicants and interests changes nothing", () => {
    const shuffle = ({ sheets, applicants, interests }: RandomEdition) =>
      fc.record({ sheets: shuffled(sheets), applicants: shuffled(applicants), interests: shuffled(interests) });
    holds(name, shuffle, sameBytes);
  });

  it("an excluded score has no influence", () => {
    const rescore = ({ sheets, interests }: RandomEdition) => {
      const isExcluded = ({ applicant, reviewer }: Sheet) =>
        interests.some((own) => own.applicant === applicant && own.reviewer === reviewer);
      return rescored(name, sheets, isExcluded).map((changed) => ({ sheets: changed }));
    };
    holds(name, rescore, sameBytes);
  });

  it("never more awards than the quota, and every place is accounted for", () => {
    holds(name, unchanged, ({ awards }) => {
      const { proposed, tied, open, vacant } = awards.places;
      expect(proposed + tied + open + vacant).toBe(of[name].quota);
      for (const count of [proposed, tied, open, vacant]) expect(count).toBeGreaterThanOrEqual(0);
      expect(awards.proposed).toHaveLength(proposed);
      expect(awards.vacancies.count).toBe(vacant);
      expect(awards.vacancies.reasons.length > 0).toBe(vacant > 0);
      for (const { applicants, places } of awards.ties) expect(applicants.length).toBeGreaterThan(places ?? 0);
    });
  });

  it("a tie across a cut is never broken: of two with one value, none is before a cut where the other is after it", () => {
    holds(name, unchanged, ({ shortlist, awards }) => {
      const value = ({ value }: { readonly value: { readonly over: string; readonly under: string } | null }) =>
        value && `${value.over}/${value.under}`;
      const lines = (standing: string) => (shortlist?.lines ?? []).filter((line) => line.standing === standing);
      for (const [before, after] of [
        [awards.proposed, awards.notProposed],
        [lines("in"), lines("out")],
      ] as const) {
        const values = before.map(value).filter((own) => own !== null);
        for (const line of after) expect(values).not.toContain(value(line));
      }
    });
  });

  it("every applicant stands once in each list", () => {
    holds(name, unchanged, ({ applicants, shortlist, ranking, awards, stages }) => {
      const all = applicants.map(({ id }) => id);
      expect(inOrder(ranking.lines)).toEqual(all);
      if (shortlist !== undefined) expect(inOrder(shortlist.lines)).toEqual(all);
      const ranked = ranking.lines.filter(({ value, range }) => value !== null || range !== undefined);
      const tied = awards.ties.flatMap((tie) => tie.applicants.map((applicant) => ({ applicant })));
      expect(inOrder([...awards.proposed, ...tied, ...awards.open, ...awards.notProposed])).toEqual(inOrder(ranked));
      for (const { decides, lines } of stages) {
        const parts = ranking.lines.filter(({ standing }) => standing !== "without-sheets");
        expect(inOrder(lines)).toEqual(decides === "shortlist" ? all : inOrder(parts));
      }
    });
  });

  it("filling in what is missing, scores and whole sheets, never takes back what was settled", () => {
    const fill = (edition: RandomEdition) => {
      const sheets = [...edition.sheets, ...lackingIn(of[name].ask(questionOf(name, edition)))];
      const filled = rescored(name, sheets, () => true).map((anew) =>
        anew.map((sheet, at) => {
          const given = Object.entries(sheets[at]?.scores ?? {}).filter(([, score]) => score !== null);
          return { ...sheet, scores: { ...sheet.scores, ...Object.fromEntries(given) } };
        }),
      );
      return filled.map((changed) => ({ sheets: changed }));
    };
    holds(name, fill, (before, after) => {
      const fates = fatesIn(after);
      for (const [whose, fate] of fatesIn(before)) {
        if (fate !== "open" && fate !== "unscored") expect([whose, fates.get(whose)]).toEqual([whose, fate]);
      }
      for (const { standing } of after.ranking.lines) expect(["open", "unscored"]).not.toContain(standing);
      expect(after.awards.places.open).toBe(0);
      expect(after.awards.vacancies.count).toBeGreaterThanOrEqual(before.awards.vacancies.count);
    });
  });

  it("every line cites the pack's law", () => {
    const quotes = quotesIn(of[name].award.files.selection);
    holds(name, unchanged, (answer) => {
      for (const quote of quotesIn({ ...answer, awards: { ...answer.awards, quota: null } })) expect(quotes).toContain(quote);
    });
  });
});

describe("material scores decide who is visited and nothing else", () => {
  const rest = ({ ranking, awards, stages }: SelectionResult) =>
    JSON.stringify({ ranking, awards, stages: stages.filter(({ decides }) => decides === "ranking") });

  const sameRest: Check = (before, after) => expect(rest(after)).toBe(rest(before));

  it("whatever they are, ranking and awards of the visited are the same, byte for byte", () => {
    const rescore = ({ sheets }: RandomEdition) =>
      rescored("small", sheets, ({ stage }) => stage === "material").map((changed) => ({ sheets: changed }));
    holds("small", rescore, sameRest);
  });

  it("nor does it matter whether there are any", () => {
    const drop = ({ sheets }: RandomEdition) => fc.constant({ sheets: sheets.filter(({ stage }) => stage !== "material") });
    holds("small", drop, sameRest);
  });

  it("and scores of later stages change nothing on the shortlist", () => {
    const rescore = ({ sheets }: RandomEdition) =>
      rescored("small", sheets, ({ stage }) => stage !== "material").map((changed) => ({ sheets: changed }));
    holds("small", rescore, (once, again) => expect(JSON.stringify(again.shortlist)).toBe(JSON.stringify(once.shortlist)));
  });
});

describe("the random editions", () => {
  it("meet every standing at both cuts", () => {
    const found = new Set<string>();
    for (const edition of fc.sample(editions(of.small, 3), { numRuns: 400, seed: 1 })) {
      const answer = of.small.ask(questionOf("small", edition));
      for (const [whose, fate] of fatesIn(answer)) found.add(`${whose.split(" ")[0]} ${fate}`);
      for (const { standing } of answer.ranking.lines) found.add(standing);
    }
    const cuts = ["shortlist", "awards"].flatMap((cut) => ["in", "out", "tied", "open"].map((fate) => `${cut} ${fate}`));
    expect([...found].sort()).toEqual(["ranked", "open", "unscored", "without-sheets", "shortlist unscored", ...cuts].sort());
  });
});

function inOrder(lines: readonly { readonly applicant: string }[]): readonly string[] {
  return lines.map(({ applicant }) => applicant).sort((a, b) => (a < b ? -1 : 1));
}

/** Sheets without scores, by new reviewers, as many as a stage needs of each who takes part in it without a score. */
function lackingIn({ stages }: SelectionResult): readonly Sheet[] {
  return stages.flatMap(({ name: stage, needs, lines }) =>
    lines
      .filter(({ value, range }) => value === null && range === undefined)
      .flatMap(({ applicant }) =>
        Array.from({ length: needs }, (_, at) => ({ stage, applicant, reviewer: `N${at + 1}`, scores: {} })),
      ),
  );
}

/** Of every applicant at both cuts. */
function fatesIn({ shortlist, awards }: SelectionResult): ReadonlyMap<string, string> {
  const tied = awards.ties.flatMap((tie) => tie.applicants.map((applicant) => ({ applicant })));
  const lists = { in: awards.proposed, out: awards.notProposed, open: awards.open, tied };
  return new Map([
    ...(shortlist?.lines ?? []).map(({ applicant, standing }) => [`shortlist ${applicant}`, standing] as const),
    ...Object.entries(lists).flatMap(([fate, lines]) => lines.map(({ applicant }) => [`awards ${applicant}`, fate] as const)),
  ]);
}

function quotesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { provision, quote } = value as { readonly provision?: unknown; readonly quote?: unknown };
  const own = typeof quote === "string" ? [`${provision} ${quote}`] : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}
