/** One place of a pack changed; the pack that is given stays as it is, and shares with the new one all that is not changed. */
import type { PackFiles } from "../../kernel/model.js";
import { fileOf, isPart } from "../../pack/parts.js";
import { type Place, stepsOf } from "../../pack/place.js";

/** @returns `undefined` where nothing is there */
export function valueAt(files: PackFiles, place: Place): unknown {
  return pathOf(place).reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], files);
}

/** @returns what the parts around a place, or it itself, are called, the outermost first: `minOperatingYears`; of a score card the clause */
export function namesAround(files: PackFiles, { file, pointer }: Place): readonly string[] {
  const steps = pointer.split("/");
  return steps.flatMap((_, at) => {
    const part = valueAt(files, { file, pointer: steps.slice(0, at + 1).join("/") });
    const { name, clause } = (part ?? {}) as { readonly name?: unknown; readonly clause?: unknown };
    return [name, clause].filter((one) => typeof one === "string");
  });
}

/** @param value `undefined` takes away what is there; one past the end of a list adds to it */
export function withValue(files: PackFiles, place: Place, value: unknown): PackFiles {
  return changed(files, pathOf(place), value) as PackFiles;
}

function pathOf({ file, pointer }: Place): readonly string[] {
  const name = file.slice(0, -fileOf("").length);
  return [...(isPart(name) ? [name] : ["rules", name]), ...stepsOf(pointer)];
}

function changed(whole: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const inner = changed((whole as Readonly<Record<string, unknown>>)[step], rest, value);
  if (Array.isArray(whole)) return whole.toSpliced(Number(step), 1, ...(inner === undefined ? [] : [inner]));
  const members = { ...(whole as object), [step]: inner };
  return inner === undefined ? Object.fromEntries(Object.entries(members).filter(([name]) => name !== step)) : members;
}
