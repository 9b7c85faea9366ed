/** An empty table of cases, to be filled in by whoever knows the law. */
import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { blankBytes } from "../../files/case-table/write-blank.js";
import { writeFileWhole } from "../../files/tables/write-table.js";
import { type AwardAtHand, type AwardsAtHand, awardsAtHand, findAward, requireDecision } from "../awards-at-hand.js";
import { BadInput, complaint } from "../complaint.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { fileProblem } from "../read-input.js";
import { requireFolderOf } from "../require-writable.js";
import { say } from "../screen.js";
import type { TestOptions } from "./test.js";

export interface NewOptions extends CommonOptions {
  /** The file to be written. */
  readonly new: string;
  readonly award: string;
  readonly decision: string;
}

/** @throws BadInput where it is not clear what to write, or the file is there already: it may have been filled in */
export async function runNewCases(named: readonly string[], options: Partial<NewOptions> & TestOptions): Promise<void> {
  const { new: file, award, decision } = options;
  if (file === undefined) throw new BadInput([ONLY_WITH_NEW]);
  if (named.length > 0 || options.json || options.report !== undefined || options.out !== undefined) throw new BadInput([ALONE]);
  const format = extname(file).slice(1).toLowerCase();
  if (format !== "csv" && format !== "xlsx") throw new BadInput([complaint("unknown-format", FORMATS, { file })]);
  const of = awardAsked(await awardsAtHand(rulesFolders(options)), award);
  if (decision !== undefined) requireDecision(of, decision);
  await requireFolderOf(file);
  if ((await stat(file).catch(() => null)) !== null) throw new BadInput([complaint("file-exists", EXISTS, { file })]);
  const { language } = screenFor(process.stdout, options);
  try {
    await writeFileWhole(file, blankBytes(format, of.award, decision ?? null, language));
  } catch (error) {
    throw fileProblem(error, file);
  }
  process.stderr.write(`${say(screenFor(process.stderr, options), written(file))}\n`);
}

/** The only one there is, where none is asked for. */
function awardAsked(atHand: AwardsAtHand, award: string | undefined): AwardAtHand {
  if (award !== undefined) return findAward(atHand, award);
  const [only, ...others] = atHand.values();
  if (only !== undefined && others.length === 0) return only;
  const known = [...atHand.keys()];
  const message = { zh: `哪一奖项：可用 ${known.join("、")}`, en: `of which award? there are ${known.join(", ")}` };
  throw new BadInput([complaint("which-award", message, { file: "--award" })]);
}

function written(file: string) {
  return {
    zh: `已写入 ${file}：填好后运行 qak test ${file}`,
    en: `written to ${file}: fill it in and run qak test ${file}`,
  };
}

const ONLY_WITH_NEW = complaint("only-with-new", {
  zh: "`--award` 和 `--decision` 只与 `--new` 合用：运行案例请写 qak test <奖项或文件>",
  en: "`--award` and `--decision` go with `--new`: to run cases write qak test <award or file>",
});

const ALONE = complaint("new-alone", {
  zh: "`--new` 只写空白表，不运行案例：请去掉案例文件、`--report`、`--json` 和 `--out`",
  en: "`--new` writes an empty table and runs no cases: leave out files, `--report`, `--json` and `--out`",
});

const FORMATS = { zh: "不知道写成什么：请以 .xlsx 或 .csv 结尾", en: "of which format? end its name with .xlsx or .csv" };

const EXISTS = {
  zh: "已有这个文件，也许已经填写：请另取名字",
  en: "the file is there already, and may have been filled in: take another name",
};
