/** Files of cases: YAML, CSV and workbooks, one or more a pack in `rules/<award>/cases/`. */
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Case } from "../audit/case.js";
import { type CaseFailure, caseFailure } from "../audit/case-failure.js";
import { checkCases } from "../audit/check-cases.js";
import type { Award } from "../kernel/award.js";
import { failure } from "../kernel/failure.js";
import { isRecord } from "../kernel/read-facts.js";
import { isCaseTable, type RowFailure, readCaseTableFile } from "./case-table/read-case-table.js";
import { parseYaml } from "./parse-yaml.js";
import { archiveFormat, foundFormat, isBinary } from "./tables/found-format.js";
import { tableFailure } from "./tables/table-failure.js";
import { decodeUtf8 } from "./utf8.js";

/** A case and the line of its file on which it begins, or the row of its table. */
export interface PlacedCase {
  readonly line: number;
  readonly case: Case;
}

/** What is wrong in a file of cases, and on which line, or in which row and column. */
export type PlacedFailure = RowFailure;

export type ReadCases =
  | { readonly ok: true; readonly cases: readonly PlacedCase[] }
  | { readonly ok: false; readonly errors: readonly PlacedFailure[] };

/** The files of cases of a folder, by name; none where there is no such folder. */
export async function listCaseFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .filter((name) => /\.ya?ml$/.test(name) || (isCaseTable(name) && !isLock(name)))
    .sort()
    .map((name) => join(folder, name));
}

/** What a spreadsheet program leaves beside a workbook that is open. */
function isLock(name: string): boolean {
  return name.startsWith("~$") || name.startsWith(".~lock.");
}

export async function readCases(award: Award, file: string): Promise<ReadCases> {
  if (isCaseTable(file)) return readCaseTableFile(award, file);
  const bytes = await readFile(file);
  if (isBinary(bytes)) return { ok: false, errors: [noYaml(bytes)] };
  const ending = unknownEnding(file);
  if (ending !== null) return { ok: false, errors: [ending] };
  const text = decodeUtf8(bytes);
  return text === null ? { ok: false, errors: [failure("", { code: "not-utf8" })] } : parseCases(award, text);
}

/** @returns what is wrong with the name, where it does not tell the format; without an ending it is YAML, of which JSON is a part */
export function unknownEnding(file: string): CaseFailure | null {
  const ending = extname(file);
  const isKnown = ["", ".yaml", ".yml", ".json", ".csv", ".xlsx"].includes(ending.toLowerCase());
  return isKnown ? null : caseFailure("", { code: "unknown-ending", ending });
}

function noYaml(bytes: Buffer): PlacedFailure {
  const found = foundFormat(bytes);
  return tableFailure({ code: "wrong-format", wanted: "yaml", found: found === "zip" ? archiveFormat(bytes) : found });
}

export function parseCases(award: Award, text: string): ReadCases {
  const parsed = parseYaml(text);
  if (!parsed.ok) return parsed;
  const checked = checkCases(award, parsed.value);
  if (!checked.ok) {
    return { ok: false, errors: checked.errors.map((error) => ({ ...error, line: parsed.lineOf(error.pointer) })) };
  }
  return {
    ok: true,
    cases: checked.cases.map((one, index) => ({ line: parsed.lineOf(`/cases/${index}`), case: one })),
  };
}

/** An award that a file of cases names, and on which line. */
export interface NamedAward {
  readonly id: string;
  readonly line: number;
}

/** The award a file of cases names, if it does, as a table never does; also of one that is no UTF-8, which is refused when it is read for its cases. */
export async function awardNamedIn(file: string): Promise<NamedAward | null> {
  if (isCaseTable(file)) return null;
  const parsed = parseYaml(await readFile(file, "utf8"));
  const id = parsed.ok && isRecord(parsed.value) ? parsed.value["award"] : undefined;
  return parsed.ok && typeof id === "string" ? { id, line: parsed.lineOf("/award") } : null;
}
