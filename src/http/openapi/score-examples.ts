/** Example questions for scores: the sheets of a pack's example of a selection, which is invented. */
import type { Examples } from "../../files/examples.js";
import { isRecord } from "../../kernel/read-facts.js";
import type { Sheet } from "../../selection/answer.js";
import type { Awards } from "../find.js";
import type { ExampleMap } from "./operation.js";

const INVENTED = { zh: "（虚构）", en: "(invented)" };

/** Of the packs that have one. */
export function exampleSelections(awards: Awards, examples: Examples): ExampleMap {
  return examplesOf(awards, examples, "selection", `评选${INVENTED.zh} / selection ${INVENTED.en}`, (question) => question);
}

export function exampleScores(awards: Awards, examples: Examples): ExampleMap {
  return examplesOf(awards, examples, "scores", `评分表${INVENTED.zh} / score sheets ${INVENTED.en}`, (question) => ({
    sheets: someSheets(question),
    aggregation: { method: "mean" },
  }));
}

export function exampleLines(awards: Awards, examples: Examples): ExampleMap {
  return examplesOf(awards, examples, "scores", `评分表${INVENTED.zh} / score sheets ${INVENTED.en}`, (question) =>
    someSheets(question)
      .map((sheet) => `${JSON.stringify(sheet)}\n`)
      .join(""),
  );
}

export function exampleCsv(awards: Awards, examples: Examples): ExampleMap {
  return examplesOf(awards, examples, "scores", `评分表${INVENTED.zh} / score sheets ${INVENTED.en}`, (question) => {
    const rows = someSheets(question).map(({ scores, ...names }) => ({ ...names, ...scores }));
    const headings = Object.keys(rows[0] ?? {});
    return [headings, ...rows.map((row) => Object.values(row))].map((cells) => `${cells.join(",")}\n`).join("");
  });
}

function examplesOf(
  awards: Awards,
  examples: Examples,
  name: string,
  summary: string,
  bodyFrom: (selection: Readonly<Record<string, unknown>>) => unknown,
): ExampleMap {
  const entries = [...awards.keys()].flatMap((id) => {
    const selection = examples.get(id)?.get("selection");
    return isRecord(selection) ? [[`${id}/${name}`, { summary, value: bodyFrom(selection) }] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** As many as show two applicants. */
function someSheets({ sheets }: Readonly<Record<string, unknown>>): readonly Sheet[] {
  return Array.isArray(sheets) ? (sheets as readonly Sheet[]).slice(0, 6) : [];
}
