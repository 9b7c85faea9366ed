/** Which steps of a case may be taken now. */
import { textPieces } from "../../files/tables/text-pieces.js";
import { nearest } from "../../kernel/nearest.js";
import { type NextResult, next, type Standing } from "../../procedure/next.js";
import { awardsAtHand, findAward } from "../awards-at-hand.js";
import { type CaseOptions, caseAtHand, requireProcedure } from "../case-at-hand.js";
import { BadInput, type Complaint, complaint } from "../complaint.js";
import { jsonPieces } from "../json-pieces.js";
import type { NextFormat } from "../next-format.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { nextPage } from "../page/next/page.js";
import { readsOf, requireWritable } from "../require-writable.js";
import { uncoloured } from "../screen.js";
import { ended, put } from "./put.js";

export interface NextOptions extends CommonOptions, CaseOptions {
  readonly award: string;
  readonly format: NextFormat;
  readonly out?: string;
  readonly all?: boolean;
}

/** @param applicants by name; none: all of them, and the edition */
export async function runNext(path: string | undefined, applicants: readonly string[], options: NextOptions): Promise<void> {
  const atHand = await awardsAtHand(rulesFolders(options));
  const { award } = findAward(atHand, options.award);
  requireProcedure(award);
  const { out, format, all = false } = options;
  await requireWritable(out, readsOf(atHand, [path ?? "-", options.calendar]));
  const log = await caseAtHand(path, award, options);
  const { result } = await log.answer(next);
  const named = namedIn(result, applicants);
  if (format === "json") {
    await put(textPieces(jsonPieces(named === null ? result : { ...result, applicants: named })), out);
    return;
  }
  const screen = screenFor(process.stdout, options);
  const standings = named ?? [result.edition, ...result.applicants];
  const page = nextPage(out === undefined ? screen : uncoloured(screen), award, { result, standings, log }, all);
  await put(textPieces(ended(page)), out);
}

/** @returns `null` where none is named. @throws BadInput that tells all that are none of the log */
function namedIn({ applicants }: NextResult, names: readonly string[]): readonly Standing[] | null {
  if (names.length === 0) return null;
  const byName = new Map(applicants.map((standing) => [standing.applicant as string, standing]));
  const found = [...new Set(names.map((name) => name.trim()))].map((name) => byName.get(name) ?? noApplicant(name, byName));
  const wrong = found.filter((one): one is Complaint => "code" in one);
  if (wrong.length > 0) throw new BadInput(wrong);
  return found as readonly Standing[];
}

function noApplicant(name: string, known: ReadonlyMap<string, unknown>): Complaint {
  const near = nearest(name, [...known.keys()]);
  return complaint("unknown-applicant", {
    zh: `记录中没有申报单位 \`${name}\`${near === null ? "" : `：是否为 \`${near}\`？`}`,
    en: `no such applicant \`${name}\` in the log${near === null ? "" : `: did you mean \`${near}\`?`}`,
  });
}
