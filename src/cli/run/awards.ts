/** Which packs are at hand. */
import type { Award } from "../../kernel/award.js";
import { summaryOf } from "../../pack/summary.js";
import { awardsIn } from "../awards-at-hand.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { inForceInWords } from "../page/in-force.js";
import { columns } from "../page/sheet.js";
import { print, printJson } from "../print.js";
import { block, type Screen, say } from "../screen.js";

export interface AwardsOptions extends CommonOptions {
  readonly json?: boolean;
}

export async function runAwards(options: AwardsOptions): Promise<void> {
  const awards = await awardsIn(rulesFolders(options));
  const all = [...awards.values()].map(({ award }) => award);
  if (options.json) printJson({ awards: all.map(summaryOf) });
  else print(awardsPage(screenFor(process.stdout, options), all));
}

function awardsPage(screen: Screen, awards: readonly Award[]): readonly string[] {
  if (awards.length === 0) return [screen.language === "zh" ? "没有奖项" : "no awards"];
  return awards.flatMap((award, index) => [
    ...(index === 0 ? [] : [""]),
    `${screen.paint.bold(award.id)}  ${screen.paint.dim(`${award.digest.slice(0, 19)}…`)}`,
    ...block(screen, 2, `${say(screen, award.files.pack.title)} ${award.files.pack.documentNumber}`),
    ...block(screen, 2, inForceInWords(screen, award), { style: screen.paint.dim }),
    ...columns(award.files.pack.decisions.map(({ name, question }) => [`  ${screen.paint.cyan(name)}`, say(screen, question)])),
  ]);
}
