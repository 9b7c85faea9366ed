/**
 * Writes `2023-selection.json`: score sheets of the 46 eligible applicants of the invented edition, by invented reviewers.
 * The same seed gives the same bytes. Run it with Node 22.18 or later: `node generate-2023-selection.ts`, in this folder.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SEED as EDITION_SEED, generateEdition, randomOf, shuffled } from "./generate-2023.ts";

export const SEED = 20231130;

type Scores = Readonly<Record<string, number | null>>;

interface Sheet {
  readonly stage: string;
  readonly applicant: string;
  readonly reviewer: string;
  readonly scores: Scores;
}

const AS_OF = "2023-11-30";
const STAGES = ["material", "site", "presentation"];
const MARK = "虚构（invented）：申报单位、评审人员和每个分数均为编造";

const CLAUSES = clausesOf(new URL("../criteria.json", import.meta.url));

/** Percent by the place at a stage, the four winners first; the fifth of those visited just lacks the points. */
const MATERIAL = [73, 71, 70, 68, 64, 63, 62, 61, 60, 57];
const VISITED = [69, 68, 66.6, 60, 58, 56.5, 54.5, 55.4, 50, 47];
/** Of the rest, from the best on, evenly; the last of them lack the points for the shortlist. */
const REST = { best: 53.5, step: 0.5 };

const GROUPS = { material: [reviewers(1, 5), reviewers(6, 10), reviewers(11, 15)], site: [reviewers(16, 20), reviewers(21, 25)] };
const PANEL = reviewers(26, 32);

/** Of one weight each: scores that change places between them change no total. */
const EQUALS: readonly (readonly [string, string])[] = [
  ["4.1.3", "4.1.4"],
  ["4.2.2", "4.3.2"],
  ["4.2.3", "4.5.2"],
  ["4.6.2", "4.6.3"],
  ["4.7.2", "4.7.4"],
  ["4.7.6", "4.7.7"],
];

/** A question of `select` as text, a sheet a line. */
export function generateSelection(seed: number): string {
  const random = randomOf(seed);
  const { eligible, winners } = generateEdition(EDITION_SEED);
  const ids = [
    ...winners,
    ...shuffled(
      eligible.filter((id) => !winners.includes(id)),
      random,
    ),
  ].map(keyOf);
  const visited = ids.slice(0, VISITED.length);
  const idAt = (place: number) => ids[place] as string;
  const judge = judgeOf(random);

  const material = new Map(ids.map((id, place) => [id, judge(id, strengthAt(place), "material", panelOf("material", place))]));
  // The tenth and the eleventh are tied across the cut: each reviewer gave the eleventh what one gave the tenth, the items apart.
  const tied = material.get(idAt(10)) as readonly Sheet[];
  const like = material.get(idAt(9)) as readonly Sheet[];
  material.set(
    idAt(10),
    tied.map((sheet, at) => ({ ...sheet, scores: exchanged((like[at] as Sheet).scores) })),
  );
  const site = visited.flatMap((id, place) => judge(id, VISITED[place] as number, "site", panelOf("site", place)));
  const presentation = visited.flatMap((id, place) => judge(id, (VISITED[place] as number) + 1, "presentation", PANEL));

  const interests = [
    { reviewer: reviewer(18), applicant: idAt(2) },
    // Those two kept away: they gave no sheet.
    { reviewer: reviewer(7), applicant: idAt(24) },
    { reviewer: reviewer(31), applicant: idAt(8) },
  ];
  const sheets = [...[...material.values()].flat(), ...site, ...presentation]
    .filter((sheet) => !isOf(sheet, "material", reviewer(7), idAt(24)) && !isOf(sheet, "presentation", reviewer(31), idAt(8)))
    .map((sheet) =>
      isOf(sheet, "site", reviewer(22), idAt(7)) ? { ...sheet, scores: { ...sheet.scores, "4.7.4": null } } : sheet,
    )
    .map((sheet) =>
      isOf(sheet, "presentation", reviewer(28), idAt(5)) ? { ...sheet, scores: lowered(sheet.scores, 15) } : sheet,
    );
  return written({
    id: MARK,
    asOf: AS_OF,
    edition: "2023",
    held: STAGES,
    interests,
    applicants: eligible.map((id) => ({ id: keyOf(id), name: id.slice(keyOf(id).length + 1) })),
    sheets: sheets.toSorted(
      (a, b) =>
        STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || order(a.applicant, b.applicant) || order(a.reviewer, b.reviewer),
    ),
  });
}

/** How one applicant is judged: by its strength, item by item, as lenient as each reviewer is, and never quite alike. */
function judgeOf(random: () => number) {
  const within = (most: number) => (2 * random() - 1) * most;
  const leniences = new Map<string, number>();
  const profiles = new Map<string, readonly number[]>();
  return (applicant: string, strength: number, stage: string, panel: readonly string[]): readonly Sheet[] => {
    const profile = profiles.get(applicant) ?? CLAUSES.map(() => within(8));
    profiles.set(applicant, profile);
    return panel.map((name) => {
      const lenience = leniences.get(name) ?? within(3);
      leniences.set(name, lenience);
      const scores = CLAUSES.map((clause, item) => {
        const percent = strength + (profile[item] as number) + lenience + within(7);
        return [clause, Math.max(0, Math.min(100, 5 * Math.round(percent / 5)))];
      });
      return { stage, applicant, reviewer: name, scores: Object.fromEntries(scores) };
    });
  };
}

function strengthAt(place: number): number {
  return MATERIAL[place] ?? REST.best - REST.step * (place - MATERIAL.length);
}

function panelOf(stage: keyof typeof GROUPS, place: number): readonly string[] {
  const groups = GROUPS[stage];
  return groups[place % groups.length] as readonly string[];
}

function exchanged(scores: Scores): Scores {
  const partners = new Map(EQUALS.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
  return Object.fromEntries(CLAUSES.map((clause) => [clause, scores[partners.get(clause) ?? clause] ?? null]));
}

function lowered(scores: Scores, percent: number): Scores {
  return Object.fromEntries(Object.entries(scores).map(([clause, score]) => [clause, Math.max(0, (score ?? 0) - percent)]));
}

function isOf(sheet: Sheet, stage: string, by: string, applicant: string): boolean {
  return sheet.stage === stage && sheet.reviewer === by && sheet.applicant === applicant;
}

/** `invented-012` of `invented-012 包头市 虚构乳业012`. */
function keyOf(id: string): string {
  return id.split(" ")[0] as string;
}

function reviewers(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => reviewer(from + index));
}

function reviewer(number: number): string {
  return `invented-reviewer-${String(number).padStart(2, "0")}`;
}

function clausesOf(criteria: URL): readonly string[] {
  const { categories } = JSON.parse(readFileSync(criteria, "utf8")) as {
    readonly categories: readonly { readonly items: readonly { readonly clause: string }[] }[];
  };
  return categories.flatMap(({ items }) => items.map(({ clause }) => clause));
}

/** As JSON, each row of a list of objects on a line of its own. */
function written(question: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(question).map(([name, value]) => {
    const rows = Array.isArray(value) && typeof value[0] === "object";
    const text = rows ? `[\n${value.map((row: unknown) => JSON.stringify(row)).join(",\n")}\n]` : JSON.stringify(value);
    return `${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${members.join(",\n")}\n}\n`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("2023-selection.json", import.meta.url), generateSelection(SEED));
}
