/** A pack's folder, `rules/<award>/`, as the parts that `loadAward` takes, or as an award ready to decide. */
import { readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Award } from "../kernel/award.js";
import { checkPack } from "../pack/check.js";
import { awardOf } from "../pack/load.js";
import { PackError, type PackFailure } from "../pack/pack-error.js";
import { packFailure } from "../pack/pack-failure.js";
import { fileOf, isPart } from "../pack/parts.js";
import { placeIn } from "../pack/place.js";
import { type PackText, readPackText } from "./pack-json.js";

const SUFFIX = ".json";

/**
 * Loads the award of a folder.
 * @param folder `rules/nm-chairman-2022`: its JSON files are read, whatever else it holds is left alone
 * @throws PackError with everything wrong in all of its files, each failure with its line
 */
export async function loadPackFolder(folder: string): Promise<Award> {
  return load(folder, otherId);
}

/** Loads it likewise, whatever the folder is called: a draft that is not among the awards. */
export async function loadDraftFolder(folder: string): Promise<Award> {
  return load(folder, () => []);
}

async function load(folder: string, idFailures: typeof otherId): Promise<Award> {
  const { parts, texts, failures } = await readFolder(folder);
  const names = new Set([...texts].filter(([, { value }]) => value === undefined).map(([name]) => name));
  const checked = checkPack(parts, { names, failures: [...failures, ...idFailures(parts, folder)] });
  if (checked.files !== null) return awardOf(checked, checked.files.pack.id);
  throw new PackError(
    nameOf(folder),
    checked.failures.map((failure) => withLine(failure, texts)),
  );
}

/**
 * The parts of a pack as they stand in its folder, unchecked but for their syntax.
 * @throws PackError where a file cannot be read as JSON
 */
export async function readPackFolder(folder: string): Promise<Record<string, unknown>> {
  const { parts, failures } = await readFolder(folder);
  if (failures.length > 0) throw new PackError(nameOf(folder), failures);
  return parts;
}

interface ReadFolder {
  readonly parts: Record<string, unknown>;
  /** By the file's name without `.json`. */
  readonly texts: ReadonlyMap<string, PackText>;
  readonly failures: readonly PackFailure[];
}

async function readFolder(folder: string): Promise<ReadFolder> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) throw new PackError(nameOf(folder), [packFailure(placeIn("."), { code: "missing-folder" })]);
  const files = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith(SUFFIX)).map(({ name }) => name);
  const read = await Promise.all(files.sort().map(async (file) => [file, await readFile(join(folder, file))] as const));
  const texts = new Map(read.map(([file, bytes]) => [file.slice(0, -SUFFIX.length), readPackText(file, bytes)]));
  const values = [...texts].filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value] as const);
  const parts = Object.fromEntries(values.filter(([name]) => isPart(name)));
  const rules = Object.fromEntries(values.filter(([name]) => !isPart(name)));
  return { parts: { ...parts, rules }, texts, failures: [...texts.values()].flatMap((text) => text.failures) };
}

/** A folder that was copied for a new version keeps the old id until somebody changes it. */
function otherId(parts: Readonly<Record<string, unknown>>, folder: string): readonly PackFailure[] {
  const expected = nameOf(folder);
  const found = (parts["pack"] as { readonly id?: unknown } | null | undefined)?.id;
  if (typeof found !== "string" || found === expected) return [];
  return [packFailure(placeIn(fileOf("pack"), "id"), { code: "wrong-id", found, expected })];
}

function nameOf(folder: string): string {
  return basename(resolve(folder));
}

function withLine(failure: PackFailure, texts: ReadonlyMap<string, PackText>): PackFailure {
  if (failure.line !== undefined) return failure;
  const text = texts.get(failure.file.slice(0, -SUFFIX.length));
  return text === undefined ? failure : { ...failure, line: text.lineOf(failure.pointer) };
}
