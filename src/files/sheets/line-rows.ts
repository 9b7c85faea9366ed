/** Score sheets as JSON, one a line, to what they come to. */
import type { Award } from "../../kernel/award.js";
import type { Criteria } from "../../kernel/criteria.js";
import { FailureList } from "../../kernel/failure-list.js";
import type { Scorer } from "../../scoring/scorer.js";
import { type ReadScoreSheet, scoreSheetReader } from "../../selection/read-score-sheets.js";
import { sheetScores } from "../../selection/scored-sheets.js";
import { type Line, LineSplitter } from "../lines.js";
import { parseJson } from "../parse-json.js";
import type { RowAnswer, RowError, RowReader } from "./row-answer.js";

/** Lines scored at one time. */
const AT_ONCE = 256;

interface ReadLine {
  readonly row: number;
  readonly sheet: ReadScoreSheet | null;
  readonly errors: readonly RowError[];
}

export function lineRows(award: Award, criteria: Criteria, scorer: Scorer): RowReader {
  const splitter = new LineSplitter();
  const readSheet = scoreSheetReader(award, criteria);
  const scoresOf = sheetScores(criteria, scorer);
  const { stride } = scorer.layout;

  function readLine(line: Line): ReadLine {
    const row = line.line;
    if ("failure" in line) return { row, sheet: null, errors: [line.failure] };
    const parsed = parseJson(line.text, true);
    if (!parsed.ok) return { row, sheet: null, errors: parsed.errors };
    const failures = new FailureList();
    const sheet = readSheet(parsed.value, "", failures);
    return { row, sheet, errors: failures.all() };
  }

  function* scored(lines: readonly ReadLine[]): Generator<RowAnswer> {
    const sheets = lines.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
    const packed = new Uint8Array(stride * sheets.length);
    for (const [at, { scores }] of sheets.entries()) packed.set(scores, at * stride);
    const scores = scoresOf(packed).values();
    for (const { row, sheet, errors } of lines) {
      if (sheet === null) yield { row, errors };
      else yield { row, ...sheet.names, ...(scores.next().value as ReturnType<typeof scoresOf>[number]) };
    }
  }

  function* answers(lines: Iterable<Line>): Generator<RowAnswer> {
    let read: ReadLine[] = [];
    for (const line of lines) {
      read.push(readLine(line));
      if (read.length < AT_ONCE) continue;
      yield* scored(read);
      read = [];
    }
    yield* scored(read);
  }

  return { push: (chunk) => answers(splitter.push(chunk)), end: () => answers(splitter.end()) };
}
