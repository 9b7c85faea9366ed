import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { SEED as EDITION_SEED, generateEdition } from "../../rules/nm-chairman-2022/editions/generate-2023.js";
import { generateSelection, SEED } from "../../rules/nm-chairman-2022/editions/generate-2023-selection.js";
import { readPackFolder } from "../../src/files/read-pack.js";
import { decide, loadAward } from "../../src/index.js";
import { loadScorer } from "../../src/scoring/scorer.js";
import type { SelectionQuestion, SelectionResult } from "../../src/selection/answer.js";
import { select } from "../../src/selection/select.js";

const PACK = new URL("../../rules/nm-chairman-2022/", import.meta.url);
const textOf = (file: string) => readFileSync(new URL(`editions/${file}`, PACK), "utf8");
const text = textOf("2023-selection.json");
const question = JSON.parse(text) as SelectionQuestion;
const edition = generateEdition(EDITION_SEED);

let selection: SelectionResult;
let eligible: readonly string[];

beforeAll(async () => {
  const award = loadAward(await readPackFolder(PACK.pathname));
  if (award.files.criteria === undefined) throw new Error("an award without criteria");
  const answer = select(award, await loadScorer(award.files.criteria), question);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  selection = answer.selection;
  eligible = textOf("2023.ndjson")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly id: string })
    .filter((line) => {
      const decided = decide(award, { decision: "eligibility", ...line });
      return decided.ok && decided.decision.outcome === "eligible";
    })
    .map(({ id }) => id);
});

const keys = (ids: readonly string[]) => ids.map((id) => id.split(" ")[0]);

describe("the score sheets of the edition", () => {
  it("are what the seed gives, byte for byte, and others under another seed", () => {
    expect(text).toBe(generateSelection(SEED));
    expect(generateSelection(SEED + 1)).not.toBe(text);
  });

  it("are of the 46 that the rules find eligible, and of nobody else", () => {
    expect(question.applicants?.map(({ id, name }) => `${id} ${name}`)).toEqual(eligible);
    expect(edition.eligible).toEqual(eligible);
    expect(keys(eligible)).toHaveLength(46);
  });

  it("say that they are invented, line by line", () => {
    expect(question.id).toContain("invented");
    for (const { applicant, reviewer } of question.sheets) {
      expect(applicant).toMatch(/^invented-\d{3}$/);
      expect(reviewer).toMatch(/^invented-reviewer-\d{2}$/);
    }
  });

  it("are five of each at material review, five of the ten visited on site, seven at the presentation", () => {
    const count = (stage: string) => question.sheets.filter((sheet) => sheet.stage === stage).length;
    expect([count("material"), count("site"), count("presentation")]).toEqual([5 * 46, 5 * 10, 7 * 10 - 1]);
    expect(text.length).toBeLessThan(600_000);
  });
});

describe("selecting by them", () => {
  it("proposes the four that the awards are given to, and leaves one award vacant", () => {
    expect(selection.awards.proposed.map(({ applicant }) => applicant)).toEqual(keys(edition.winners));
    expect(selection.awards.places).toEqual({ proposed: 4, tied: 0, open: 0, vacant: 1 });
    expect(selection.awards.vacancies.reasons.map(({ code }) => code)).toEqual(["below-points"]);
    expect(selection.ranking.lines[4]?.value?.text).toBe("599.93");
  });

  it("ties two across the cut of the shortlist, of whom one was visited", () => {
    expect(selection.shortlist?.ties.map(({ applicants, places }) => [applicants.length, places])).toEqual([[2, 1]]);
    const settled = selection.notices.find(({ code }) => code === "tie-settled-elsewhere");
    expect(settled?.applicants).toHaveLength(1);
  });

  it("excludes the one sheet of a reviewer with an interest, and names two more who kept away", () => {
    expect(selection.excluded.sheets).toHaveLength(1);
    expect(selection.excluded.interests?.map(({ sheets }) => sheets).sort()).toEqual([0, 0, 1]);
  });

  it("lacks one score, which leaves two ranks open, and puts one sheet to a consensus meeting", () => {
    const lines = selection.stages.flatMap((stage) => stage.lines);
    expect(lines.flatMap(({ missing }) => missing).map(({ clauses }) => clauses)).toEqual([["4.7.4"]]);
    expect(selection.ranking.lines.filter(({ standing }) => standing === "open").map(({ ranks }) => ranks)).toEqual([
      { best: 7, worst: 8 },
      { best: 7, worst: 8 },
    ]);
    expect(lines.flatMap(({ consensus }) => consensus ?? [])).toHaveLength(1);
  });
});
