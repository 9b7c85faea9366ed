/** Which files of cases a command line means, and whose award each is about. */
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { awardNamedIn, listCaseFiles } from "../files/read-cases.js";
import { type AwardAtHand, type AwardsAtHand, findAward } from "./awards-at-hand.js";
import { BadInput, type Complaint, complaint } from "./complaint.js";

export interface CaseFile {
  readonly path: string;
  readonly of: AwardAtHand;
}

/**
 * @param named awards, files and folders; without a file or folder the cases of the awards' own packs, without anything those of all packs
 * @throws BadInput where a name is neither, or where it is unclear whose cases a file holds
 */
export async function caseFilesOf(atHand: AwardsAtHand, named: readonly string[]): Promise<readonly CaseFile[]> {
  const awards = named.filter((name) => atHand.has(name)).map((name) => findAward(atHand, name));
  const paths = named.filter((name) => !atHand.has(name));
  if (paths.length > 0) return filesAt(atHand, awards, paths);
  const packs = awards.length > 0 ? awards : [...atHand.values()];
  const lists = await Promise.all(
    packs.map(async (of) => (await listCaseFiles(join(of.folder, "cases"))).map((path) => ({ path, of }))),
  );
  return lists.flat();
}

async function filesAt(
  atHand: AwardsAtHand,
  awards: readonly AwardAtHand[],
  paths: readonly string[],
): Promise<readonly CaseFile[]> {
  const files: CaseFile[] = [];
  const wrong: Complaint[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null && !/\.(ya?ml|csv|xlsx)$/i.test(path)) findAward(atHand, path);
    if (found === null) wrong.push(complaint("file-enoent", NO_SUCH_FILE, { file: path }));
    for (const file of found === null ? [] : found.isDirectory() ? await listCaseFiles(path) : [path]) {
      const of = await awardOf(atHand, awards, file);
      if (of === null) wrong.push(complaint("whose-cases", WHOSE, { file }));
      else files.push({ path: file, of });
    }
  }
  if (wrong.length > 0) throw new BadInput(wrong);
  return files;
}

/** As the file says; as its folder says, `<award>/cases/`; as the command line says; or the only award there is. */
async function awardOf(atHand: AwardsAtHand, awards: readonly AwardAtHand[], file: string): Promise<AwardAtHand | null> {
  const named = await awardNamedIn(file);
  if (named !== null) return findAward(atHand, named);
  const folder = atHand.get(basename(dirname(dirname(resolve(file)))));
  if (folder !== undefined) return folder;
  const candidates = awards.length > 0 ? awards : [...atHand.values()];
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

const NO_SUCH_FILE = { zh: "没有这个文件：请核对路径", en: "no such file: check the path" };

const WHOSE = {
  zh: "不清楚是哪个奖项的用例：请在 YAML 文件中写 award，或者在命令中写明奖项",
  en: "whose cases are these? write `award` in a file of YAML, or name the award on the command line",
};
