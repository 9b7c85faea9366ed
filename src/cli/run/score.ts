/** A file of score sheets to ranked applicants, or to what each sheet comes to. */
import { awardsAtHand, findAward } from "../awards-at-hand.js";
import { BadInput, complaint } from "../complaint.js";
import { inputSize } from "../input-size.js";
import { rulesFolders } from "../options.js";
import { readsOf, requireWritable } from "../require-writable.js";
import { scoreFile } from "../score-file.js";
import { type ScoreOptions, scorePlan } from "../score-plan.js";
import { spooled } from "../spool.js";

export async function runScore(file: string | undefined, options: ScoreOptions): Promise<void> {
  const plan = scorePlan(file, options);
  const atHand = await awardsAtHand(rulesFolders(options));
  const { award } = findAward(atHand, options.award);
  const { criteria } = award.files;
  if (criteria === undefined) throw new BadInput([complaint("no-criteria", NO_CRITERIA, { file: award.id })]);
  inputSize(plan.path);
  const reads = readsOf(atHand, [plan.path ?? "-"]);
  for (const out of [options.output, options.faults]) await requireWritable(out, reads);
  const name = plan.path ?? "<stdin>";
  if (plan.path === null) await spooled((path) => scoreFile({ path, name, plan, options, award, criteria }));
  else await scoreFile({ path: plan.path, name, plan, options, award, criteria });
}

const NO_CRITERIA = {
  zh: "这个奖项的规则包没有 criteria.json，无从评分：请用 --award 换一个",
  en: "its pack has no criteria.json to score by: choose another with --award",
};
