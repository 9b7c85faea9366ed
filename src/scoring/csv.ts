/** Sheets from the bytes of a CSV file, in pieces of any size: rows with their totals, and all that is wrong with them. */
import type { CellFault, CellProblem, Column, LostRow, SheetBatch } from "./batch.js";
import { type Layout, MISSING } from "./layout.js";
import { nameTables } from "./names.js";
import { instantiateReading } from "./reading-module.js";
import { workspaceIn } from "./workspace.js";

export interface CsvReader {
  /** Where the next bytes may be written, at least one; good until `read`. */
  room(): Uint8Array;
  /**
   * Reads the bytes just written.
   * @param isLast whether nothing follows
   * @param take is given every batch
   * @throws RangeError where one row is longer than there is room for
   */
  read(bytes: number, isLast: boolean, take: (batch: SheetBatch) => void): void;
  /** Rows read, blank and refused ones among them. */
  readonly rows: number;
  namesOf(kind: "applicant" | "reviewer" | "stage", from?: number): readonly string[];
  /** Numbers of names begin anew: for whoever keeps none, so that new names without end take no more room. */
  forgetNames(): void;
}

const NAMES = ["applicant", "reviewer", "stage"] as const;
const PROBLEMS: readonly CellProblem[] = [
  "empty",
  "no-number",
  "off-scale",
  "no-name",
  "long-name",
  "stray-quote",
  "too-few-cells",
  "too-many-cells",
  "open-quote",
];

const TEXT_BYTES = 1 << 19;
/** Bytes after the end of the text that may be read, and one of them written. */
const SLACK = 128;
/** Sheets of one batch. */
export const MOST_SHEETS = 4096;
const MOST_FAULTS = 4096;
const FAULT_NUMBERS = 8;
/** The place in a fault of how many lines its row takes, where that is refused. */
const LINES = 5;
/** With another number of cells than there are columns any may stand in a wrong one. */
const SHIFTED: readonly CellProblem[] = ["too-few-cells", "too-many-cells"];
const TASK_NUMBERS = 24;
/** The place in a task of the first number the module writes. */
const RESULTS = 15;
const TABLE_FULL = 3;

/** @param columns what each column of the header holds; no item twice, applicants in one of them */
export async function csvReader(layout: Layout, columns: readonly Column[], delimiter = ","): Promise<CsvReader> {
  const module = await instantiateReading();
  const workspace = workspaceIn(module);
  const { room, put } = workspace;
  const { stride, least, top } = layout;
  const weights = put(layout.weights);
  const kinds = put(
    Int16Array.from(columns.flatMap((column, at) => [kindOf(column), itemsFrom(columns, at), inOrderFrom(columns, at), 0])),
  );
  const scores = put(scoreBits(layout));
  const scratch = room(256 + stride);
  const faults = room(4 * FAULT_NUMBERS * (MOST_FAULTS + columns.length));
  const sheets = put(unscored(layout, MOST_SHEETS));
  const totals = room(4 * MOST_SHEETS);
  const bounds = room(8 * MOST_SHEETS);
  const names = put(new Uint32Array(4 * MOST_SHEETS));
  const text = room(TEXT_BYTES + SLACK);
  const task = room(4 * TASK_NUMBERS);
  const tables = nameTables(module, workspace, NAMES.length);
  const decoder = new TextDecoder();
  const hasStages = columns.includes("stage");
  let held = 0;
  let rows = 0;

  function scan(from: number, isLast: boolean): Uint32Array {
    const given = [
      from,
      text + held,
      Number(isLast),
      delimiter.charCodeAt(0),
      kinds,
      columns.length,
      sheets,
      stride,
      scratch,
      scores,
      names,
    ];
    const limits = [MOST_SHEETS, faults, MOST_FAULTS + columns.length, tables.address];
    const numbers = new Uint32Array(module.memory.buffer, task, TASK_NUMBERS);
    numbers.set([...given, ...limits]);
    module.scan(task);
    return numbers.subarray(RESULTS);
  }

  function faultNumbers(count: number): readonly Uint32Array[] {
    const numbers = new Uint32Array(module.memory.buffer, faults, count * FAULT_NUMBERS);
    return Array.from({ length: count }, (_, at) => numbers.subarray(at * FAULT_NUMBERS, (at + 1) * FAULT_NUMBERS));
  }

  function faultOf(numbers: Uint32Array): CellFault {
    const [row, column, problem, at, length] = numbers as unknown as [number, number, number, number, number];
    const cell = decoder.decode(new Uint8Array(module.memory.buffer, at, length));
    return { row: rows + row, column, problem: PROBLEMS[problem - 1] as CellProblem, found: cell };
  }

  function lostOf(all: readonly Uint32Array[]): readonly LostRow[] {
    const refused = all.filter((numbers, at) => (numbers[LINES] as number) > 0 && numbers[0] !== all[at - 1]?.[0]);
    return refused.map((numbers): LostRow => {
      const [row = 0, , problem = 0, , , lines = 0, applicant = 0, stage = 0] = numbers;
      const isShifted = SHIFTED.includes(PROBLEMS[problem - 1] as CellProblem);
      const ofStage = hasStages ? nameNumber(stage) : 0;
      return { row: rows + row, lines, applicant: nameNumber(applicant), stage: ofStage, isShifted };
    });
  }

  function batchOf(count: number, faultCount: number): SheetBatch {
    const [applicants, reviewers, stages, ofRow] = [0, 1, 2, 3].map((which) => names + 4 * which * MOST_SHEETS) as [
      number,
      number,
      number,
      number,
    ];
    const incomplete = module.totals(sheets, count, stride, weights, top, totals);
    if (incomplete > 0) module.bounds(sheets, count, stride, weights, least, top, bounds);
    const { buffer } = module.memory;
    const ofFaults = faultNumbers(faultCount);
    const numbers = (at: number) => new Uint32Array(buffer, at, count);
    return {
      count,
      sheets: new Uint8Array(buffer, sheets, count * stride),
      totals: new Int32Array(buffer, totals, count),
      bounds: incomplete > 0 ? new Int32Array(buffer, bounds, 2 * count) : null,
      applicants: numbers(applicants),
      reviewers: numbers(reviewers),
      stages: numbers(stages),
      rows: moved(numbers(ofRow), rows),
      faults: ofFaults.map(faultOf),
      lost: lostOf(ofFaults),
    };
  }

  return {
    room: () => new Uint8Array(module.memory.buffer, text + held, TEXT_BYTES - held),
    read(bytes, isLast, take) {
      held += bytes;
      let from = text;
      for (let isRead = false; !isRead; ) {
        const [next, sheetCount, faultCount, rowCount, why] = scan(from, isLast) as unknown as [
          number,
          number,
          number,
          number,
          number,
        ];
        if (why === TABLE_FULL) tables.grow();
        if (sheetCount > 0 || faultCount > 0) take(batchOf(sheetCount, faultCount));
        rows += rowCount;
        from = next;
        isRead = why === 0;
      }
      new Uint8Array(module.memory.buffer).copyWithin(text, from, text + held);
      held -= from - text;
      if (held === TEXT_BYTES) throw new RangeError(`row ${rows} is longer than ${TEXT_BYTES} bytes`);
    },
    get rows() {
      return rows;
    },
    namesOf: (kind, from = 0) => tables.namesOf(NAMES.indexOf(kind), from),
    forgetNames: () => tables.clear(),
  };
}

/** As a fault has it, greater by one. */
function nameNumber(number: number): number | null {
  return number === 0 ? null : number - 1;
}

function kindOf(column: Column): number {
  if (typeof column === "number") return column;
  return column === null ? -1 : -2 - NAMES.indexOf(column);
}

/** Every number greater by `by`. */
function moved(numbers: Uint32Array, by: number): Uint32Array {
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = (numbers[at] as number) + by;
  return numbers;
}

/** How many columns from one on hold items. */
function itemsFrom(columns: readonly Column[], from: number): number {
  const next = columns.findIndex((column, at) => at >= from && typeof column !== "number");
  return (next === -1 ? columns.length : next) - from;
}

/** How many columns from one on hold items in the order of the criteria. */
function inOrderFrom(columns: readonly Column[], from: number): number {
  let count = 0;
  for (const first = columns[from]; typeof first === "number" && columns[from + count] === first + count; ) count += 1;
  return count;
}

/** A bit for each number below 256 that is a score. */
function scoreBits(layout: Layout): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, byte) => {
    const bits = Array.from({ length: 8 }, (_, bit) => Number(isScore(layout, 8 * byte + bit)) << bit);
    return bits.reduce((sum, bit) => sum + bit);
  });
}

/** Sheets of which no item is scored. */
function unscored({ stride, items }: Layout, count: number): Uint8Array {
  const sheets = new Uint8Array(stride * count);
  for (let at = 0; at < count; at += 1) sheets.fill(MISSING, at * stride, at * stride + items);
  return sheets;
}

function isScore({ least, top, step }: Layout, score: number): boolean {
  return score >= least && score <= top && (score - least) % step === 0;
}
