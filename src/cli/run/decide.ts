/** One question, one decision, explained. */

import { provisionsOf } from "../../audit/provisions.js";
import { answerBody } from "../../files/answer-body.js";
import { assemble, type QuestionOptions } from "../assemble.js";
import { awardsAtHand, findAward, requireDecision } from "../awards-at-hand.js";
import { BadInput } from "../complaint.js";
import { concealFromEnvironment } from "../conceal.js";
import { type KeepOptions, keepingFor } from "../keep.js";
import { rulesFolders, screenFor } from "../options.js";
import { decisionPage } from "../page/decision.js";
import { print, printJson } from "../print.js";
import { readsOf } from "../require-writable.js";
import { allVisible } from "../visible.js";

export type DecideOptions = KeepOptions & QuestionOptions & { readonly json?: boolean };

export async function runDecide(
  awardId: string,
  decision: string,
  file: string | undefined,
  options: DecideOptions,
): Promise<void> {
  const conceal = concealFromEnvironment(options);
  const atHand = await awardsAtHand(rulesFolders(options));
  const found = findAward(atHand, awardId);
  requireDecision(found, decision);
  const { award } = found;
  const { body, placed } = await assemble(decision, file, options);
  const { keeper, close } = await keepingFor(options, readsOf(atHand, [file ?? "-", options.facts]));
  const answer = await answerBody(award, decision, body, conceal, keeper);
  await close();
  if (!answer.ok) throw new BadInput(answer.errors.map(placed), provisionsOf(award.files.law));
  if (options.json) printJson(answer.decision);
  else print(decisionPage(screenFor(process.stdout, options), award, allVisible(answer.decision)));
}
