/** A pack by what a command line calls it: an award at hand, or the folder of a pack. */
import { stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { loadDraftFolder } from "../files/read-pack.js";
import type { Award } from "../kernel/award.js";
import type { Text } from "../kernel/model.js";
import { loadAward } from "../pack/load.js";
import { PackError } from "../pack/pack-error.js";
import { type AwardsAtHand, findAward } from "./awards-at-hand.js";
import { BadInput, type Complaint, complaint } from "./complaint.js";

export interface NamedPack {
  readonly award: Award;
  readonly folder: string;
}

/** @throws BadInput where it is neither, or the folder holds no sound pack */
export async function packAt(name: string, atHand: AwardsAtHand): Promise<NamedPack> {
  if (!/[\\/]/.test(name) && !name.startsWith(".")) return findAward(atHand, name);
  await requirePack(name);
  return { award: await soundly(name, () => loadDraftFolder(resolve(name))), folder: name };
}

/**
 * @param parameters `name=value`
 * @returns by name
 * @throws BadInput with every one that is none of the pack's
 */
export function parameterValues({ award }: NamedPack, parameters: readonly string[]): Readonly<Record<string, number>> {
  const wrong: Complaint[] = [];
  const values: Record<string, number> = {};
  for (const given of parameters) {
    const [, name = "", value = ""] = /^([^=]+)=(-?\d{1,15})$/.exec(given) ?? [];
    const known = award.files.parameters.parameters.find((parameter) => parameter.name === name);
    if (known === undefined || typeof known.value !== "number") wrong.push(noParameter(given, award));
    else values[name] = Number(value);
  }
  if (wrong.length > 0) throw new BadInput(wrong);
  return values;
}

/** The pack with some parameters otherwise. */
export async function withParameters({ award, folder }: NamedPack, values: Readonly<Record<string, number>>): Promise<Award> {
  if (Object.keys(values).length === 0) return award;
  const { files } = award;
  const changed = files.parameters.parameters.map((parameter) => ({
    ...parameter,
    value: values[parameter.name] ?? parameter.value,
  }));
  return soundly(folder, () => loadAward({ ...files, parameters: { parameters: changed } }));
}

/** @throws BadInput where there is no such folder, or no pack in it, whatever else it holds */
async function requirePack(name: string): Promise<void> {
  const folder = await stat(name).catch(() => null);
  if (folder?.isDirectory() !== true) throw new BadInput([complaint("missing-folder", NO_FOLDER, { file: name })]);
  const pack = await stat(join(name, "pack.json")).catch(() => null);
  if (pack === null) throw new BadInput([complaint("no-pack", NO_PACK, { file: name })]);
}

/** @param folder as it was given */
async function soundly<T>(folder: string, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw new BadInput(error.failures.map((one) => ({ ...one, file: `${folder.replace(/[\\/]+$/, "")}${sep}${one.file}` })));
  }
}

function noParameter(given: string, { files }: Award): Complaint {
  const known = files.parameters.parameters.filter(({ value }) => typeof value === "number").map(({ name }) => name);
  if (known.length === 0) return complaint("bad-parameter", NO_PARAMETERS, { file: "--parameter" });
  return complaint(
    "bad-parameter",
    {
      zh: `\`${given}\` 不是参数的写法：请写 名称=整数，可用 ${known.join("、")}`,
      en: `\`${given}\` sets no parameter: write name=integer, of ${known.join(", ")}`,
    },
    { file: "--parameter" },
  );
}

const NO_PARAMETERS: Text = {
  zh: "第二个规则包没有整数参数：请去掉",
  en: "the second pack has no parameters that are integers: leave it out",
};

const NO_FOLDER: Text = { zh: "没有这个文件夹：请核对路径", en: "no such folder: check the path" };

const NO_PACK: Text = {
  zh: "其中没有规则包：请给出含有 pack.json 的文件夹",
  en: "holds no pack: name a folder that has a pack.json",
};
