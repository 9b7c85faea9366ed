/** An edition's score sheets to its shortlist, ranking and candidates, explained. */

import { provisionsOf } from "../../audit/provisions.js";
import { failure } from "../../kernel/failure.js";
import { loadScorer, type Scorer } from "../../scoring/scorer.js";
import { select } from "../../selection/select.js";
import { type StabilityAnswer, type StabilityOptions, stabilityOf } from "../../selection/stability.js";
import type { StabilityResult } from "../../selection/stability-answer.js";
import { simulateOnThreads } from "../../threads/simulate.js";
import { type AwardAtHand, awardsAtHand, findAward } from "../awards-at-hand.js";
import { BadInput, complaint } from "../complaint.js";
import { type AskedEdition, readEdition } from "../edition.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { selectPage } from "../page/select/page.js";
import { print, printJson } from "../print.js";
import { runProgressOn } from "../run-progress.js";
import { allVisible } from "../visible.js";

export interface SelectOptions extends CommonOptions, Partial<StabilityOptions> {
  readonly award: string;
  readonly reviewRules?: string;
  readonly stability?: boolean;
  readonly json?: boolean;
}

const DEFAULTS: StabilityOptions = { seed: 1, runs: 10_000, spread: 10 };

export async function runSelect(edition: string | undefined, options: SelectOptions): Promise<void> {
  requireStability(options);
  const found = findAward(await awardsAtHand(rulesFolders(options)), options.award);
  const { award } = found;
  const scorer = await scorerOf(found);
  const asked = await readEdition(found, edition, options.reviewRules);
  const refused = ({ errors }: { readonly errors: readonly Parameters<AskedEdition["placed"]>[0][] }) =>
    new BadInput(errors.map(asked.placed), provisionsOf(award.files.law));
  const answer = select(award, scorer, asked.question);
  if (!answer.ok) throw refused(answer);
  let stability: StabilityResult | null | undefined;
  if (options.stability) {
    const tested = await testStability(found, scorer, asked.question, options);
    if (!tested.ok) throw refused(tested);
    stability = tested.stability;
  }
  if (options.json) printJson({ ...answer.selection, ...(stability === undefined ? {} : { stability }) });
  else print(selectPage(screenFor(process.stdout, options), award, allVisible(answer.selection), allVisible(stability)));
}

async function testStability(
  { award }: AwardAtHand,
  scorer: Scorer,
  question: unknown,
  { seed = DEFAULTS.seed, runs = DEFAULTS.runs, spread = DEFAULTS.spread, lang }: SelectOptions,
): Promise<StabilityAnswer> {
  const screen = screenFor(process.stderr, lang === undefined ? {} : { lang });
  const progress = await runProgressOn(screen, runs, process.stderr.isTTY === true);
  try {
    return await stabilityOf(award, scorer, question, { seed, runs, spread }, (simulations) =>
      simulateOnThreads(scorer.module, simulations, { progress: progress.update }),
    );
  } finally {
    progress.stop();
  }
}

/** @throws BadInput before any input is read */
function scorerOf({ award }: AwardAtHand): Promise<Scorer> {
  const { criteria, selection } = award.files;
  if (criteria !== undefined && selection !== undefined) return loadScorer(criteria);
  throw new BadInput([{ ...failure("", { code: "no-selection", award: award.id }), file: "--award" }]);
}

/** Nothing that is asked for is left out without a word. */
function requireStability(options: SelectOptions): void {
  if (options.stability) return;
  const stray = (["seed", "runs", "spread"] as const).filter((name) => options[name] !== undefined);
  if (stray.length === 0) return;
  throw new BadInput(stray.map((name) => complaint("needs-stability", NEEDS_STABILITY, { file: `--${name}` })));
}

const NEEDS_STABILITY = {
  zh: "只在 --stability 时有用：请加上 --stability，或去掉此项",
  en: "says something of --stability only: add that, or leave this out",
};
