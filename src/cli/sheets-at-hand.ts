/** A file of score sheets, opened by what the command line says; and what is wrong with it, as complaints. */

import { openSheets } from "../files/sheets/open.js";
import { placedFault } from "../files/sheets/place.js";
import type { FileBatch } from "../files/sheets/sheet-fault.js";
import type { SheetFormat } from "../files/sheets/sheet-format.js";
import { ColumnsError, type SheetReading } from "../files/sheets/sheet-reading.js";
import type { FoundFormat } from "../files/tables/found-format.js";
import { TableError, type TableFailure } from "../files/tables/table-failure.js";
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import type { Text } from "../kernel/model.js";
import { BadInput } from "./complaint.js";
import type { FaultSink } from "./fault-sink.js";
import { headerComplaints } from "./header-complaints.js";
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
  const reading = await openSheets(path, format, criteria, wanted).catch(async (error: unknown) => {
    if (error instanceof ColumnsError) throw new BadInput(await headerComplaints(error, path, name, plan, options, criteria));
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
  if (error instanceof TableError) return new BadInput([{ ...error.failure, message: withOption(error.failure), file }]);
  return fileProblem(error, file);
}

/** With the option that the remedy is given by, where it is one. */
function withOption({ code, found, message: { zh, en } }: TableFailure): Text {
  const format = code === "wrong-format" ? FORMATS[found as FoundFormat] : undefined;
  const option = code === "no-header" ? "--header-row" : format === undefined ? null : `--format ${format}`;
  return option === null ? { zh, en } : { zh: `${zh}：${option}`, en: `${en}: ${option}` };
}

const FORMATS: Readonly<Partial<Record<FoundFormat, SheetFormat>>> = {
  xlsx: "xlsx",
  parquet: "parquet",
  json: "ndjson",
  text: "csv",
};
