/** `qak awards`: which packs are at hand. */

import { Command } from "commander";
import type { Award } from "../kernel/award.js";
import { summaryOf } from "../pack/summary.js";
import { awardsAtHand } from "./awards-at-hand.js";
import { type CommonOptions, examples, rulesFolders, screenFor, withCommonOptions } from "./options.js";
import { columns } from "./page/sheet.js";
import { print, printJson } from "./print.js";
import { block, type Screen, say } from "./screen.js";

interface Options extends CommonOptions {
  readonly json?: boolean;
}

export function awardsCommand(): Command {
  return withCommonOptions(new Command("awards"))
    .summary("list the awards at hand")
    .description("list the awards at hand and what each decides")
    .option("--json", "print JSON")
    .addHelpText("after", examples("qak awards", "qak awards --lang zh", "qak awards --json"))
    .action(async (options: Options) => {
      const awards = await awardsAtHand(rulesFolders(options));
      const all = [...awards.values()].map(({ award }) => award);
      if (options.json) printJson({ awards: all.map(summaryOf) });
      else print(awardsPage(screenFor(process.stdout, options), all));
    });
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

/** `in force 2022-12-12 to 2025-07-02, succeeded by …` */
export function inForceInWords(screen: Screen, award: Award): string {
  const { inForce, succeededBy } = award.files.pack;
  const zh = screen.language === "zh";
  if (inForce.until === null) return zh ? `自 ${inForce.from} 起施行` : `in force from ${inForce.from}`;
  const until = zh
    ? `自 ${inForce.from} 起施行，${inForce.until} 起失效`
    : `in force from ${inForce.from}, no longer from ${inForce.until}`;
  if (succeededBy === null) return until;
  return `${until}${zh ? "，由" : ", succeeded by "}${succeededBy.documentNumber}${zh ? "取代" : ""}`;
}
