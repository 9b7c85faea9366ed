/** One file of score sheets, read to its end: its faults told, its result written or shown. */
import { APPLICANT_COLUMNS, applicantRow } from "../files/sheets/applicant-table.js";
import type { FileBatch } from "../files/sheets/sheet-fault.js";
import { sheetColumns, sheetRows } from "../files/sheets/sheet-table.js";
import { type WhyOpen, whyOpenInWords } from "../files/sheets/why-open.js";
import type { OutColumn, OutRow, OutRows } from "../files/tables/out-table.js";
import { TableError } from "../files/tables/table-failure.js";
import { tableBytes, writeFileWhole, writeStream } from "../files/tables/write-table.js";
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import type { Text } from "../kernel/model.js";
import { MOST_KEPT, TooManyKept } from "../scoring/gathered-by-stage.js";
import { type Placing, type ScoreSet, scoreSet } from "../scoring/score-set.js";
import { loadScorer, type Scorer } from "../scoring/scorer.js";
import { BadInput, complaint } from "./complaint.js";
import { type FaultSink, faultSink } from "./fault-sink.js";
import { inputSize } from "./input-size.js";
import { screenFor } from "./options.js";
import { stageMethodsInWords } from "./page/method.js";
import { applicantsPage, sheetsPage } from "./page/score.js";
import { type Scored, scoredInWords } from "./page/scored.js";
import { print } from "./print.js";
import { type Progress, progressOn } from "./progress.js";
import { fileProblem } from "./read-input.js";
import { scoreMethod } from "./score-method.js";
import type { ScoreOptions, ScorePlan } from "./score-plan.js";
import { type SheetsAtHand, sheetsAtHand } from "./sheets-at-hand.js";

const BAD_CELLS = 2;

export interface ScoreTask {
  readonly path: string;
  /** What the user calls the file. */
  readonly name: string;
  readonly plan: ScorePlan;
  readonly options: ScoreOptions;
  readonly award: Award;
  readonly criteria: Criteria;
}

/** @throws BadInput where the file cannot be read or the result not be written; bad cells are told, and are no reason to end */
export async function scoreFile({ path, name, plan, options, award, criteria }: ScoreTask): Promise<void> {
  const errorScreen = screenFor(process.stderr, options);
  const sized = plan.format === "csv" || plan.format === "ndjson" ? inputSize(path) : null;
  const toTerminal = process.stdout.isTTY === true && options.output === undefined && plan.out !== "page";
  const progress = await progressOn(errorScreen, sized, process.stderr.isTTY === true && !toTerminal);
  const sink = await faultSink(errorScreen, name, options.faults);
  const tally: Tally = { done: 0, sheets: 0, incomplete: 0, refused: 0, unknown: 0 };
  try {
    const { selection } = award.files;
    const sheets = await sheetsAtHand(path, name, plan, options, { criteria, selection }, (done) => {
      tally.done = done;
    });
    if (sheets.rowCount !== undefined) progress.begin(sheets.rowCount);
    const scorer = await loadScorer(criteria);
    const task: Task = { sheets: counted(sheets, tally, progress, sink), plan, options, scorer, criteria, award, tally };
    const { page, method, tooFew } = await (options.by === "sheet" ? scoreSheets(task, sink) : scoreApplicants(task, sink));
    progress.stop();
    // Set off from what follows on the same terminal.
    if (page !== null) print([...page, ""]);
    await sink.end();
    const { unread, namesOf } = sheets;
    const all: Scored = {
      ...tally,
      applicants: namesOf("applicant").length,
      faults: sink.count,
      tooFew,
      method,
      unread: unread(),
      faultsFile: options.faults,
    };
    process.stderr.write(`${scoredInWords(errorScreen, all).join("\n")}\n`);
  } catch (error) {
    progress.stop();
    await sink.end();
    throw error;
  }
  if (sink.count > 0) process.exitCode = BAD_CELLS;
}

interface Tally {
  /** Bytes or rows, as the progress counts. */
  done: number;
  sheets: number;
  incomplete: number;
  /** Rows, and those of them that do not tell whose sheet they are. */
  refused: number;
  unknown: number;
}

interface Task {
  readonly sheets: SheetsAtHand;
  readonly plan: ScorePlan;
  readonly options: ScoreOptions;
  readonly scorer: Scorer;
  readonly criteria: Criteria;
  readonly award: Award;
  readonly tally: Tally;
}

interface Result {
  /** `null` where a table was written. */
  readonly page: readonly string[] | null;
  /** How the sheets of an applicant became one score, where no page says it. */
  readonly method: Text | null;
  /** Applicants at a stage who have too few sheets for points. */
  readonly tooFew: number;
}

function counted(sheets: SheetsAtHand, tally: Tally, progress: Progress, sink: FaultSink): SheetsAtHand {
  return {
    ...sheets,
    async *batches(to) {
      for await (const batch of sheets.batches(to)) {
        tally.sheets += batch.count;
        if (batch.bounds !== null) for (const total of batch.totals) tally.incomplete += Number(total < 0);
        for (const { lines } of batch.lost) tally.refused += lines;
        progress.update(tally.done, tally.sheets, sink.count);
        yield batch;
      }
    },
  };
}

async function scoreApplicants(task: Task, sink: FaultSink): Promise<Result> {
  const { sheets, plan, options, scorer, award, tally } = task;
  const method = scoreMethod(plan.aggregation, award.files);
  const set = await scoreSet(scorer, (stage) => method.at(sheets.namesOf("stage")[stage]));
  for await (const batch of sheets.batches(sink)) addTo(set, batch);
  const placings = placingsOf(set);
  tally.unknown = placings.reduce((most, { nameless }) => Math.max(most, nameless), 0);
  const tooFew = placings.filter(({ best }) => best === 0).length;
  const names = { applicants: sheets.namesOf("applicant"), stages: sheets.namesOf("stage") };
  const { top } = scorer.layout;
  if (plan.out === "page") {
    const page = applicantsPage(screenFor(process.stdout, options), award, { placings, names, top, method }, options.all);
    return { page, method: null, tooFew };
  }
  const { language } = screenFor(process.stdout, options);
  // A workbook is for people, whose headings are in words too.
  const sayWhy = (why: WhyOpen, { stage }: Placing) =>
    plan.out === "xlsx" ? whyOpenInWords(why, method.at(names.stages[stage]))[language] : why;
  const rows = placings.map((placing) => applicantRow(placing, names, top, sayWhy));
  await write(APPLICANT_COLUMNS, rows, plan, options, rows.length);
  const stages = names.stages.filter((_, stage) => placings.some((placing) => placing.stage === stage));
  return { page: null, method: stageMethodsInWords(award, stages, method), tooFew };
}

function addTo(set: ScoreSet, batch: FileBatch): void {
  withinKept(() => set.add({ ...batch, faults: [] }));
}

function placingsOf(set: ScoreSet): readonly Placing[] {
  return withinKept(() => set.placings());
}

function withinKept<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof TooManyKept ? new BadInput([TOO_MANY]) : error;
  }
}

async function scoreSheets(task: Task, sink: FaultSink): Promise<Result> {
  const { sheets, plan, options, scorer, criteria, award } = task;
  const rowsOf = sheetRows(scorer, sheets);
  async function* rows(): AsyncGenerator<OutRow> {
    for await (const batch of sheets.batches(sink)) yield* rowsOf(batch);
  }
  const columns = sheetColumns(criteria);
  if (plan.out === "page") {
    const page = await sheetsPage(screenFor(process.stdout, options), award, rows(), options.all);
    return { page, method: null, tooFew: 0 };
  }
  await write(columns, rows(), plan, options);
  return { page: null, method: null, tooFew: 0 };
}

async function write(
  columns: readonly OutColumn[],
  rows: OutRows,
  { out }: ScorePlan,
  options: ScoreOptions,
  rowCount = 0,
): Promise<void> {
  if (out === "page") return;
  const header = out === "xlsx" ? screenFor(process.stdout, options).language : "name";
  const { output } = options;
  // A file is opened in a spreadsheet program, which needs the mark; what reads a pipe would take it for part of the first name.
  const mark = output !== undefined;
  try {
    const bytes = tableBytes(out, columns, rows, { header, rowCount, mark });
    if (output === undefined) await writeStream(process.stdout, bytes);
    else await writeFileWhole(output, bytes);
  } catch (error) {
    if (error instanceof TableError) throw new BadInput([{ ...error.failure, file: output ?? "<stdout>" }]);
    throw fileProblem(error, output ?? "<stdout>");
  }
}

const TOO_MANY = complaint("too-many-sheets", {
  zh: `中位数和截尾平均最多用于 ${MOST_KEPT} 份评分：请分开计算，或者用 --method mean`,
  en: `a median or a trimmed mean takes ${MOST_KEPT} sheets at most: split the file, or ask for --method mean`,
});
