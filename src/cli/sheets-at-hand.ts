/** A file of score sheets, opened by what the command line says; and what is wrong with it, as complaints. */

import { openSheets } from "../files/sheets/open.js";
import { placedFault } from "../files/sheets/place.js";
import { columnFaultInWords } from "../files/sheets/says-columns.js";
import type { FileBatch } from "../files/sheets/sheet-fault.js";
import { ColumnsError, type SheetReading } from "../files/sheets/sheet-reading.js";
import { columnLetters } from "../files/tables/column-letters.js";
import { TableError } from "../files/tables/table-failure.js";
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import type { ColumnFault } from "../scoring/columns.js";
import { BadInput, type Complaint, complaint } from "./complaint.js";
import type { FaultSink } from "./fault-sink.js";
import { fileProblem } from "./read-input.js";
import type { ScoreOptions, ScorePlan } from "./score-plan.js";

export interface SheetsAtHand extends Omit<SheetReading, "batches"> {
  /** Faults are told to `sink` as they come. */
  batches(sink: FaultSink): AsyncGenerator<FileBatch>;
}

/**
 * @param name what the user calls the file
 * @throws BadInput with all that is wrong with the header; from the batches where the file is damaged further on
 */
export async function sheetsAtHand(
  path: string,
  name: string,
  plan: ScorePlan,
  options: ScoreOptions,
  { criteria, selection }: { readonly criteria: Criteria; readonly selection: Award["files"]["selection"] },
  progress: (done: number) => void,
): Promise<SheetsAtHand> {
  const { format, columns } = plan;
  const { sheet, headerRow } = options;
  const wanted = {
    columns,
    progress,
    ...(selection === undefined ? {} : { stages: selection.stages }),
    withSheets: options.by === "sheet",
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
  };
  const reading = await openSheets(path, format, criteria, wanted).catch((error: unknown) => {
    throw sheetsProblem(error, name);
  });
  return {
    ...reading,
    async *batches(sink) {
      try {
        for await (const batch of reading.batches) {
          await sink.add(batch.faults.map((fault) => placedFault(fault, format, reading, criteria.scale)));
          yield batch;
        }
      } catch (error) {
        throw sheetsProblem(error, name);
      }
    },
  };
}

function sheetsProblem(error: unknown, file: string): unknown {
  if (error instanceof TableError) return new BadInput([{ ...error.failure, file }]);
  if (error instanceof ColumnsError) return new BadInput(error.faults.map((fault) => columnComplaint(fault, file)));
  return fileProblem(error, file);
}

function columnComplaint(fault: ColumnFault, file: string): Complaint {
  const { zh, en } = columnFaultInWords(fault);
  if (fault.code === "no-column") {
    const option = `--column '${fault.wanted.split(" ")[0]}=${fault.near ?? "…"}'`;
    return complaint(fault.code, { zh: `${zh}：${option}`, en: `${en}: ${option}` }, { file });
  }
  if (fault.code === "unknown-heading" || fault.column < 0) return complaint(fault.code, { zh, en }, { file: "--column" });
  const column = columnLetters(fault.column);
  return complaint(fault.code, { zh: `${column} 列：${zh}`, en: `column ${column}: ${en}` }, { file });
}
