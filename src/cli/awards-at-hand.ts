/** The awards a command works with, and what is asked of them by name. */
import { join, relative } from "node:path";
import { loadPacks } from "../files/packs.js";
import { unknownName } from "../files/unknown-name.js";
import type { Award } from "../kernel/award.js";
import type { Text } from "../kernel/model.js";
import { PackError } from "../pack/pack-error.js";
import { BadInput, type Complaint, complaint } from "./complaint.js";
import { OWN_RULES } from "./options.js";
import { fileProblem } from "./read-input.js";

/** An award and its pack's folder, as one would type it. */
export interface AwardAtHand {
  readonly award: Award;
  readonly folder: string;
}

export type AwardsAtHand = ReadonlyMap<string, AwardAtHand>;

/**
 * @param folders of packs; an award that stands in two of them is an error, not a choice
 * @throws BadInput with everything wrong in every pack, or where there is none in any of the folders
 */
export async function awardsAtHand(folders: readonly string[]): Promise<AwardsAtHand> {
  const atHand = await awardsIn(folders);
  if (atHand.size > 0) return atHand;
  throw new BadInput(folders.map((folder) => complaint("no-packs", NO_PACKS, { file: asTyped(folder) })));
}

/** The same, of folders that may hold none. */
export async function awardsIn(folders: readonly string[]): Promise<AwardsAtHand> {
  const atHand = new Map<string, AwardAtHand>();
  const wrong: Complaint[] = [];
  for (const folder of folders) {
    const shown = asTyped(folder);
    try {
      for (const [id, award] of await loadPacks(folder)) {
        const other = atHand.get(id);
        if (other === undefined) atHand.set(id, { award, folder: join(shown, id) });
        else wrong.push(twice(id, other.folder, join(shown, id)));
      }
    } catch (error) {
      wrong.push(...refusalsIn(error, shown));
    }
  }
  if (wrong.length > 0) throw new BadInput(wrong);
  return atHand;
}

function asTyped(folder: string): string {
  return folder === OWN_RULES ? relative(process.cwd(), folder) || "." : folder;
}

/** @throws BadInput that lists the awards known */
export function findAward(atHand: AwardsAtHand, id: string): AwardAtHand {
  const found = atHand.get(id);
  if (found !== undefined) return found;
  throw new BadInput([{ ...unknownName("unknown-award", id, atHand), file: id }]);
}

/** @throws BadInput that lists the decisions known; before any input is read */
export function requireDecision({ award }: AwardAtHand, decision: string): void {
  if (award.plans.has(decision)) return;
  throw new BadInput([{ ...unknownName("unknown-decision", decision, award.plans), file: decision }]);
}

function refusalsIn(error: unknown, folder: string): readonly Complaint[] {
  if (error instanceof AggregateError) return error.errors.flatMap((one: unknown) => refusalsIn(one, folder));
  if (error instanceof PackError) {
    return error.failures.map((one) => ({ ...one, file: join(folder, error.award, one.file) }));
  }
  const known = fileProblem(error, folder);
  if (known instanceof BadInput) return known.complaints;
  const message = error instanceof Error ? error.message : String(error);
  return [complaint("bad-pack", { zh: message, en: message }, { file: folder })];
}

const NO_PACKS: Text = {
  zh: "其中没有规则包：请给出规则包所在的文件夹，每个规则包在其中自成一个含有 pack.json 的文件夹",
  en: "holds no pack: name a folder in which each pack has a folder of its own, with a pack.json",
};

function twice(id: string, first: string, second: string): Complaint {
  const message = {
    zh: `奖项 \`${id}\` 在 ${first} 中已有：只保留一个`,
    en: `award \`${id}\` stands in ${first} already: keep one`,
  };
  return complaint("award-twice", message, { file: second });
}
