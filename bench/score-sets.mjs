/** Score sheets made up for measuring: the same on every machine, and in C (`c/score.c`). */
import { existsSync, mkdirSync } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const criteria = JSON.parse(await readFile(new URL("../rules/nm-chairman-2022/criteria.json", import.meta.url), "utf8"));
export const items = criteria.categories.flatMap((category) => category.items);
export const STRIDE = 32;
/** Sheets of one applicant, one after another. */
export const SHEETS_EACH = 100;

/** Fills packed sheets by xorshift32, 21 steps of 5. */
export function fillSheets(bytes, count) {
  let state = 2022;
  for (let sheet = 0; sheet < count; sheet += 1) {
    const at = sheet * STRIDE;
    for (let item = 0; item < items.length; item += 1) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      bytes[at + item] = ((state >>> 0) % 21) * 5;
    }
  }
  return bytes;
}

/** The place of the applicant of each sheet. */
export function applicantsOf(count) {
  return Uint32Array.from({ length: count }, (_, sheet) => Math.floor(sheet / SHEETS_EACH));
}

/** A CSV file of such sheets, written once and kept among the temporary files. @returns its path */
export async function csvFile(count) {
  const folder = join(tmpdir(), "quality-award-kernel-bench");
  const path = join(folder, `sheets-${count}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const file = await open(`${path}.part`, "w");
  await file.write(`applicant,reviewer,${items.map(({ clause }) => clause).join()}\n`);
  const sheets = fillSheets(new Uint8Array(count * STRIDE), count);
  for (let from = 0; from < count; from += 10_000) {
    const lines = [];
    for (let sheet = from; sheet < Math.min(count, from + 10_000); sheet += 1) {
      const scores = sheets.subarray(sheet * STRIDE, sheet * STRIDE + items.length);
      lines.push(`${nameOf(Math.floor(sheet / SHEETS_EACH))},R${sheet % SHEETS_EACH},${scores.join()}\n`);
    }
    await file.write(lines.join(""));
  }
  await file.close();
  await rename(`${path}.part`, path);
  return path;
}

export function nameOf(applicant) {
  return `A${String(applicant).padStart(6, "0")}`;
}
