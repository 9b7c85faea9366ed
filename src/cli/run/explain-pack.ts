/** What a pack holds, and what of the law it does not. */
import { awardsAtHand, findAward } from "../awards-at-hand.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { packPage } from "../page/pack.js";
import { print } from "../print.js";

export async function runExplainPack(awardId: string, options: CommonOptions): Promise<void> {
  const { award } = findAward(await awardsAtHand(rulesFolders(options)), awardId);
  print(packPage(screenFor(process.stdout, options), award));
}
