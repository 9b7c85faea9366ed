/** Awards to select by: that of the 2022 measures, one with its stages but few points, and the invented one. */
import { readPackFolder } from "../../src/files/read-pack.js";
import { type Award, loadAward } from "../../src/index.js";
import { type Criteria, itemsOf } from "../../src/kernel/criteria.js";
import type { Selection } from "../../src/kernel/selection.js";
import { loadScorer, type Scorer } from "../../src/scoring/scorer.js";
import type { SelectionResult, Sheet } from "../../src/selection/answer.js";
import { select } from "../../src/selection/select.js";

export interface Selecting {
  readonly award: Award;
  readonly criteria: Criteria;
  readonly selection: Selection;
  readonly scorer: Scorer;
  readonly quota: number;
  /** What follows from a question that is sound. */
  readonly ask: (question: unknown) => SelectionResult;
}

export async function measures(): Promise<Selecting> {
  return selecting(loadAward(await readPackFolder("rules/nm-chairman-2022")));
}

/** The stages of the measures, three items of 10 points, scores 0 to 3, two awards. */
export async function small(): Promise<Selecting> {
  const pack = JSON.parse(JSON.stringify(await readPackFolder("rules/nm-chairman-2022"))) as Record<string, unknown> & {
    readonly parameters: { readonly parameters: { readonly name: string; value: unknown }[] };
  };
  const title = (clause: string) => ({ zh: `项${clause}`, en: `item ${clause}` });
  const quota = pack.parameters.parameters.find(({ name }) => name === "quota");
  if (quota !== undefined) quota.value = 2;
  return selecting(
    loadAward({
      ...pack,
      criteria: {
        standard: "few points",
        pointsFrom: "few points",
        categories: [
          {
            clause: "1",
            title: title("1"),
            points: 8,
            items: [5, 3].map((points, at) => ({ clause: `1.${at + 1}`, title: title(`1.${at + 1}`), points })),
          },
          { clause: "2", title: title("2"), points: 2, items: [{ clause: "2.1", title: title("2.1"), points: 2 }] },
        ],
        scale: { unit: "mark", min: 0, max: 3, step: 1 },
      },
      "review-rules": {
        illustrative: true,
        title: { zh: "示例", en: "illustrative" },
        stages: {
          material: { aggregation: { method: "mean" } },
          site: { weight: 5000, aggregation: { method: "mean" } },
          presentation: { weight: 5000, aggregation: { method: "mean" } },
        },
        shortlist: { first: 2 },
        awards: {},
      },
    }),
  );
}

export async function invented(): Promise<Selecting> {
  return selecting(loadAward(await readPackFolder("test/packs/good/invented-craft-2030")));
}

async function selecting(award: Award): Promise<Selecting> {
  const { criteria, selection, parameters } = award.files;
  if (criteria === undefined || selection === undefined) throw new Error("an award without a selection");
  const scorer = await loadScorer(criteria);
  const quota = parameters.parameters.find(({ name }) => name === selection.awards.quota.fact)?.value as number;
  return {
    award,
    criteria,
    selection,
    scorer,
    quota,
    ask(question) {
      const answer = select(award, scorer, question);
      if (!answer.ok) throw new Error(JSON.stringify(answer.errors, null, 2));
      return answer.selection;
    },
  };
}

/** A sheet with one score for every item, but for those given apart. */
export function even(
  { criteria }: Selecting,
  stage: string,
  applicant: string,
  reviewer: string,
  score: number,
  apart: Sheet["scores"] = {},
): Sheet {
  const scores = Object.fromEntries(itemsOf(criteria).map(({ clause }) => [clause, score]));
  return { stage, applicant, reviewer, scores: { ...scores, ...apart } };
}
