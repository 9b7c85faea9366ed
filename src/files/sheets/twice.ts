/** Sheets that come twice in a file, found once its stages are those of the award, whatever each row calls them. */
import { MOST_SHEETS } from "../../scoring/csv.js";
import { seenSheets } from "../../scoring/seen.js";
import type { FileBatch } from "./sheet-fault.js";
import type { SheetReading } from "./sheet-reading.js";
import { inOrder } from "./unread-cells.js";

/** The reading, of which the first sheet of an applicant by a reviewer at a stage counts, and others are faults. */
export function withoutTwice(reading: SheetReading): SheetReading {
  async function* batches(): AsyncGenerator<FileBatch> {
    const seen = await seenSheets(MOST_SHEETS);
    for await (const batch of reading.batches) {
      if (!reading.tellsSheetsApart()) yield batch;
      else {
        const once = seen.without({ ...batch, faults: [] });
        yield once.faults.length === 0 ? batch : { ...once, faults: inOrder([...batch.faults, ...once.faults]) };
      }
    }
  }

  return { ...reading, batches: batches() };
}
