/** The edition of 2023 that the pack brings along: 71 invented applicants as they would be asked about, facts missing and all. */
import { readFileSync } from "node:fs";
import { decide, loadAward } from "../dist/index.js";
import { readPack } from "./pack.mjs";

const FILE = new URL("../rules/nm-chairman-2022/editions/2023.ndjson", import.meta.url);

export function edition2023() {
  return readFileSync(FILE, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/**
 * The explained decision of every question, to be had again and again as if it were decided again: wording that is the pack's
 * own is the same object each time, wording with values in it is another one, and so is everything else of a rule.
 * @param {readonly object[]} questions
 */
export async function decisionsOf(questions) {
  const award = loadAward(await readPack());
  const decided = (question) => decisionOf(decide(award, { decision: "eligibility", ...question }));
  const pairs = questions.map((question) => [decided(question), decided(question)]);
  const own = new Set(
    pairs.flatMap(([first, second]) => first.rules.flatMap(({ says }, at) => (says === second.rules[at].says ? [says] : []))),
  );
  const anew = (rule) => ({ ...rule, says: own.has(rule.says) ? rule.says : { ...rule.says } });
  return { award, decision: (i) => ({ ...pairs[i][0], rules: pairs[i][0].rules.map(anew) }) };
}

function decisionOf(answer) {
  if (!answer.ok) throw new Error(`not decided: ${JSON.stringify(answer.errors)}`);
  return answer.decision;
}
