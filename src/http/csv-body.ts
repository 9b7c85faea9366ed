/** A CSV in the body of a request: its header is read before anything is answered. */

import { type CsvHeader, HeaderCollector, headerIn } from "../files/sheets/csv-head.js";
import { csvRows } from "../files/sheets/csv-rows.js";
import { type HeaderFault, headerFaults } from "../files/sheets/header-faults.js";
import type { RowReader } from "../files/sheets/row-answer.js";
import { columnFaultInWords } from "../files/sheets/says-columns.js";
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import { cut, failure } from "../kernel/failure.js";
import { MAX_ERRORS } from "../kernel/failure-list.js";
import type { Text } from "../kernel/model.js";
import { mapColumns } from "../scoring/columns.js";
import type { Scorer } from "../scoring/scorer.js";
import { brokenOff } from "./body.js";
import { type ProblemError, refusalOf } from "./problem.js";
import { invalid } from "./question.js";

/** 64 KiB: a heading of 128 bytes for each of the most items that criteria have. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * @returns what reads the rows, and the bytes after the header
 * @throws Refusal where the header cannot be read, or lacks what a sheet needs
 */
export async function csvRowsOf(award: Award, criteria: Criteria, scorer: Scorer, chunks: AsyncGenerator<Uint8Array>) {
  const { header, bytes } = await headerOf(chunks);
  const mapped = mapColumns(header.headings, criteria);
  if (!mapped.ok) throw invalid(listed(headerFaults(mapped.faults, header.headings, criteria)));
  const rows: RowReader = await csvRows(award, criteria, scorer, { columns: mapped.columns, delimiter: header.delimiter });
  return { rows, rest: after(bytes.subarray(header.end), chunks) };
}

async function headerOf(chunks: AsyncGenerator<Uint8Array>): Promise<{ header: CsvHeader; bytes: Uint8Array }> {
  const collector = new HeaderCollector(MAX_HEADER_BYTES);
  for (let isEnd = false; !isEnd; ) {
    // Asked one by one: a loop over them would end the body where it is refused, and the answer with it.
    const { done, value } = await chunks.next().catch(brokenOff);
    isEnd = done === true || collector.push(value);
    if (!isEnd && collector.isTooLong)
      throw refusalOf("unreadable-body", failure("", { code: "too-large", max: MAX_HEADER_BYTES }));
  }
  const { bytes } = collector;
  const header = headerIn(bytes, true);
  if (header === null) throw refusalOf("unreadable-body", failure("", { code: "not-utf8" }));
  if (header.end > MAX_HEADER_BYTES)
    throw refusalOf("unreadable-body", failure("", { code: "too-large", max: MAX_HEADER_BYTES }));
  return { header, bytes };
}

async function* after(first: Uint8Array, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* chunks;
}

function listed(faults: readonly HeaderFault[]): readonly ProblemError[] {
  const errors = faults.slice(0, MAX_ERRORS).map(
    (fault): ProblemError => ({
      pointer: "",
      code: fault.code,
      ...placeOf(fault),
      message: messageOf(fault),
    }),
  );
  const count = faults.length - errors.length;
  return count === 0 ? errors : [...errors, failure("", { code: "more-errors", listed: MAX_ERRORS, count })];
}

function placeOf(fault: HeaderFault): Pick<ProblemError, "found" | "expected"> {
  if ("heading" in fault) return { found: cut(fault.heading) };
  if ("headings" in fault) return { found: cut(fault.headings.join(",")) };
  return { expected: typeof fault.wanted === "string" ? fault.wanted : fault.wanted.join(" ") };
}

function messageOf(fault: HeaderFault): Text {
  const { zh, en } = columnFaultInWords(fault);
  if (fault.code !== "wrong-header") return { zh, en };
  return { zh: `${zh}：请以标题行开头，去掉其上的各行`, en: `${en}: begin with the header, and leave out what stands above it` };
}
