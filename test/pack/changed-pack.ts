/** A pack that is good but for one small change, as a folder. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stepsOf } from "../../src/pack/place.js";

export type Base = "minimal" | "nm-chairman-2022";

export const BASES: Readonly<Record<Base, string>> = {
  minimal: "test/packs/minimal",
  "nm-chairman-2022": "rules/nm-chairman-2022",
};

/** `op` as in RFC 6902, with the file it is in; a path of `""` is the whole file, and the file `.` the whole folder. */
export type Change =
  | { readonly op: "add" | "replace"; readonly file: string; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly file: string; readonly path: string }
  /** In the text as it is written with two spaces a level: the first place alone. */
  | { readonly file: string; readonly find: string; readonly put: string }
  /** In hexadecimal. */
  | { readonly file: string; readonly bytes: string };

/** Calls `use` with the folder of the changed pack, and removes the folder afterwards. */
export async function withChangedPack<T>(
  base: Base,
  changes: readonly Change[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), "qak-pack-"));
  const folder = join(parent, base);
  try {
    await cp(BASES[base], folder, { recursive: true });
    for (const change of changes) await apply(folder, change);
    return await use(folder);
  } finally {
    await rm(parent, { recursive: true });
  }
}

async function apply(folder: string, change: Change): Promise<void> {
  const path = join(folder, change.file);
  if ("bytes" in change) return writeFile(path, Buffer.from(change.bytes, "hex"));
  if ("op" in change && change.path === "") {
    return change.op === "remove" ? rm(path, { recursive: true }) : writeFile(path, textOf(change.value));
  }
  const value = JSON.parse(await readFile(path, "utf8")) as unknown;
  if ("op" in change) return writeFile(path, textOf(patched(value, change)));
  const text = textOf(value);
  if (!text.includes(change.find)) throw new Error(`${change.file} has no ${change.find}`);
  return writeFile(
    path,
    text.replace(change.find, () => change.put),
  );
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A copy with one change; `add` into an array inserts, and at `-` appends. */
export function patched(value: unknown, change: Extract<Change, { op: string }>): unknown {
  const copy = structuredClone(value);
  const steps = stepsOf(change.path);
  const last = steps.at(-1) as string;
  const parent = steps.slice(0, -1).reduce((at, step) => (at as Record<string, unknown>)[step], copy) as Record<string, unknown>;
  if (change.op !== "add" && !Object.hasOwn(parent, last)) throw new Error(`${change.file} has no ${change.path}`);
  if (Array.isArray(parent)) {
    const index = last === "-" ? parent.length : Number(last);
    if (change.op === "add") parent.splice(index, 0, change.value);
    else if (change.op === "remove") parent.splice(index, 1);
    else parent[index] = change.value;
  } else if (change.op === "remove") delete parent[last];
  else parent[last] = change.value;
  return copy;
}
