/** Which files of cases a command line means, and whose award each is about. */
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { awardNamedIn, listCaseFiles, unknownEnding } from "../files/read-cases.js";
import { unknownName } from "../files/unknown-name.js";
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
  if (paths.length > 0) {
    for (const path of paths) await requireAwardOrPath(atHand, path);
    return caseFilesAt(atHand, awards, paths);
  }
  const packs = awards.length > 0 ? awards : [...atHand.values()];
  const lists = await Promise.all(
    packs.map(async (of) => (await listCaseFiles(join(of.folder, "cases"))).map((path) => ({ path, of }))),
  );
  return lists.flat();
}

/** What is not there and is not named like a file was meant for an award. */
async function requireAwardOrPath(atHand: AwardsAtHand, path: string): Promise<void> {
  if (/\.(ya?ml|csv|xlsx)$/i.test(path)) return;
  if ((await stat(path).catch(() => null)) === null) findAward(atHand, path);
}

/**
 * @param awards whose cases a file may hold that does not say so
 * @param paths of files and folders
 * @throws BadInput with everything wrong with them, a folder without files of cases among it
 */
export async function caseFilesAt(
  atHand: AwardsAtHand,
  awards: readonly AwardAtHand[],
  paths: readonly string[],
): Promise<readonly CaseFile[]> {
  const files: CaseFile[] = [];
  const wrong: Complaint[] = [];
  for (const path of paths) {
    const there = await filesBelow(path);
    if (!there.ok) wrong.push(there.complaint);
    for (const file of there.ok ? there.files : []) {
      const of = await awardOf(atHand, awards, file);
      if ("award" in of) files.push({ path: file, of });
      else wrong.push(of);
    }
  }
  if (wrong.length > 0) throw new BadInput(wrong);
  return files;
}

type FilesBelow =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly complaint: Complaint };

async function filesBelow(path: string): Promise<FilesBelow> {
  const found = await stat(path).catch(() => null);
  if (found === null) return { ok: false, complaint: complaint("file-enoent", NO_SUCH_FILE, { file: path }) };
  const files = found.isDirectory() ? await listCaseFiles(path) : [path];
  return files.length > 0 ? { ok: true, files } : { ok: false, complaint: complaint("no-cases", NO_FILES, { file: path }) };
}

/** As the file says; as its folder says, `<award>/cases/`; as the command line says; or the only award there is. */
async function awardOf(atHand: AwardsAtHand, awards: readonly AwardAtHand[], file: string): Promise<AwardAtHand | Complaint> {
  const named = await awardNamedIn(file);
  if (named !== null) {
    const { id, line } = named;
    return atHand.get(id) ?? { ...unknownName("unknown-award", id, atHand), pointer: "/award", file, line };
  }
  const folder = atHand.get(basename(dirname(dirname(resolve(file)))));
  if (folder !== undefined) return folder;
  const candidates = awards.length > 0 ? awards : [...atHand.values()];
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  const ending = unknownEnding(file);
  return ending === null ? complaint("whose-cases", WHOSE, { file }) : { ...ending, file };
}

const NO_SUCH_FILE = { zh: "没有这个文件或文件夹：请核对路径", en: "no such file or folder: check the path" };

const NO_FILES = {
  zh: "其中没有案例文件：请写一个，名称以 .yaml、.csv 或 .xlsx 结尾，或者给出别的文件",
  en: "no files of cases: put some there, named .yaml, .csv or .xlsx, or name others",
};

const WHOSE = {
  zh: "不清楚是哪个奖项的用例：请在 YAML 文件中写 award，或者在命令中写明奖项",
  en: "whose cases are these? write `award` in a file of YAML, or name the award on the command line",
};
