/** Sheets from the bytes of a CSV file, a row a sheet, without a string being made. */
import { cell, cellLength, isStray, numberInCell, readCell, setCell } from "./cell";
import { intern, LONGEST_NAME, roomIn, TABLE } from "./intern";
import { MISSING } from "./layout";
import { readScores, scoresEnd } from "./scores";

/** What a column holds: the place of an item; -1 nothing of ours; the name of an applicant, a reviewer or a stage, from -2 down. */
const NOTHING: i32 = -1;
const NAME: i32 = -2;

// What is wrong with a cell or a row.
const EMPTY: u32 = 1;
const NO_NUMBER: u32 = 2;
const OFF_SCALE: u32 = 3;
const NO_NAME: u32 = 4;
const LONG_NAME: u32 = 5;
const STRAY_QUOTE: u32 = 6;
const TOO_FEW: u32 = 7;
const TOO_MANY: u32 = 8;
const OPEN_QUOTE: u32 = 9;

// Why the scan stopped.
const TEXT_READ: u32 = 0;
const ROWS_FULL: u32 = 1;
const FAULTS_FULL: u32 = 2;
const TABLE_FULL: u32 = 3;

const LINE_FEED: u8 = 10;
const RETURN: u8 = 13;

/**
 * Bytes of a fault: u32 row, column, what is wrong, address of the cell, its length; then of a refused row how many lines it takes,
 * 0 of any other, and the numbers of its applicant and its stage, greater by one, 0 where they were not read.
 */
const FAULT: usize = 32;

/**
 * Reads rows until the text, or the room for what is read, is at its end. A row with a cell that is no score, or none, is a sheet that
 * lacks the item; a row without its names, or with other than as many cells as columns, is refused; a blank one is passed over.
 * @param task u32 each. Given: 0 text, 4 its end, after which 128 bytes may be read and one written, 8 whether nothing follows it,
 *   12 the delimiter, 16 columns (four i16 each: what it holds, how many from it on hold items, how many of these in order, 0),
 *   20 their number, 24 sheets, each with its bytes that no column holds as they shall be, and 16 bytes more that stay as they are,
 *   28 bytes of a sheet, 32 scratch, 256 bytes and those of a sheet, 36 32 bytes, a bit for each number that says whether it is a score,
 *   40 four arrays of u32, a place a sheet: its three names, 0 for one that no column holds, and its row, 44 most sheets, 48 faults,
 *   52 most faults, 56 three tables of names.
 *   Written: 60 the first byte not read, 64 sheets, 68 faults, 72 rows, blank and refused ones among them, 76 why it stopped:
 *   0 the text is read, 1 no more sheets fit, 2 the faults of another row may not fit, 3 another name may not
 */
export function scan(task: usize): void {
  const end = <usize>load<u32>(task, 4);
  const isLast = load<u32>(task, 8) !== 0;
  const delimiter = <u8>load<u32>(task, 12);
  const columns = <usize>load<u32>(task, 16);
  const columnCount = load<u32>(task, 20);
  const stride = <usize>load<u32>(task, 28);
  const scores = <usize>load<u32>(task, 36);
  const names = <usize>load<u32>(task, 40);
  const most = <usize>load<u32>(task, 44);
  const faults = <usize>load<u32>(task, 48);
  const faultsEnd = faults + <usize>load<u32>(task, 52) * FAULT;
  const tables = <usize>load<u32>(task, 56);
  const scratch = <usize>load<u32>(task, 32);
  let at = <usize>load<u32>(task);
  let sheet = <usize>load<u32>(task, 24);
  let sheets: usize = 0;
  let rows: u32 = 0;
  /** Rows whose names surely fit. */
  let roomy: u32 = 0;
  let fault = faults;
  let why = TEXT_READ;
  // Ends a cell that runs into the end of the text.
  store<u8>(end, LINE_FEED);
  while (at < end) {
    if (sheets === most) why = ROWS_FULL;
    else if (fault + <usize>(columnCount + 1) * FAULT > faultsEnd) why = FAULTS_FULL;
    else if (roomy === 0) {
      roomy = min(roomIn(tables), min(roomIn(tables + TABLE), roomIn(tables + 2 * TABLE)));
      if (roomy === 0) why = TABLE_FULL;
    }
    if (why !== TEXT_READ) break;
    roomy -= 1;
    const row = at;
    const faultsBefore = fault;
    let isBlank = true;
    let isNamed = true;
    /** A bit for each of the names that were read. */
    let named: u32 = 0;
    let column: u32 = 0;
    for (; ; at += 1) {
      const kind = column < columnCount ? <i32>load<i16>(columns + ((<usize>column) << 3)) : NOTHING;
      let problem: u32 = 0;
      if (kind >= 0) {
        const read = readScores(at, delimiter, columns + ((<usize>column) << 3), sheet, scores, scratch);
        if (read > 0) {
          at = scoresEnd;
          column += read - 1;
          isBlank = false;
        } else {
          at = readCell(at, end, delimiter, 0);
          const number = numberInCell();
          if (isStray) problem = STRAY_QUOTE;
          else if (cellLength === 0) problem = EMPTY;
          else if (number < 0) problem = NO_NUMBER;
          else if (number > 255 || !isScore(scores, number)) problem = OFF_SCALE;
          store<u8>(sheet + <usize>kind, problem === 0 ? <u8>number : MISSING);
          isBlank = isBlank && cellLength === 0;
        }
      } else {
        at = readCell(at, end, delimiter, scratch);
        isBlank = isBlank && cellLength === 0;
        if (kind !== NOTHING) {
          if (isStray) problem = STRAY_QUOTE;
          else if (cellLength === 0) problem = NO_NAME;
          else if (cellLength > LONGEST_NAME) problem = LONG_NAME;
          else if (isLast || at < end) {
            const which = <usize>(NAME - kind);
            store<u32>(names + ((which * most + sheets) << 2), intern(tables + which * TABLE, cell, cellLength));
            named |= (<u32>1) << (<u32>which);
          }
          isNamed = isNamed && problem === 0;
        }
      }
      if (problem !== 0) fault = report(fault, rows, column, problem);
      column += 1;
      if (at >= end || load<u8>(at) !== delimiter) break;
    }
    // A row that reaches the end of the text, or a line break that may, goes on in what follows.
    if (!isLast && (at >= end || (at + 1 === end && load<u8>(at) === RETURN))) {
      fault = faultsBefore;
      at = row;
      break;
    }
    if (isBlank && at <= end) {
      fault = faultsBefore;
    } else {
      if (at > end || column !== columnCount) {
        setCell(row, 0);
        fault = report(faultsBefore, rows, 0, at > end ? OPEN_QUOTE : column < columnCount ? TOO_FEW : TOO_MANY);
        isNamed = false;
      }
      if (isNamed) {
        store<u32>(names + ((3 * most + sheets) << 2), rows);
        sheets += 1;
        sheet += stride;
      } else {
        const lines = linesIn(row, min(at, end));
        // Where a quote hid line breaks, the names are those of one row, and others are among what follows.
        const own = names + (sheets << 2);
        const applicant = lines === 1 && (named & 1) !== 0 ? load<u32>(own) + 1 : 0;
        const stage = lines === 1 && (named & 4) !== 0 ? load<u32>(own + ((2 * most) << 2)) + 1 : 0;
        for (let at = faultsBefore; at < fault; at += FAULT) refuse(at, lines, applicant, stage);
      }
    }
    rows += 1;
    at += load<u8>(at) === RETURN && load<u8>(at, 1) === LINE_FEED ? 2 : 1;
  }
  store<u32>(task, <u32>min(at, end), 60);
  store<u32>(task, <u32>sheets, 64);
  store<u32>(task, <u32>((fault - faults) / FAULT), 68);
  store<u32>(task, rows, 72);
  store<u32>(task, why, 76);
}

function isScore(scores: usize, number: i32): bool {
  return ((load<u8>(scores + <usize>(number >> 3)) >> (<u8>number & 7)) & 1) === 1;
}

/** Writes what is wrong with the cell read last. @returns where the next fault is written */
function report(fault: usize, row: u32, column: u32, problem: u32): usize {
  store<u32>(fault, row);
  store<u32>(fault, column, 4);
  store<u32>(fault, problem, 8);
  store<u32>(fault, <u32>cell, 12);
  store<u32>(fault, <u32>cellLength, 16);
  refuse(fault, 0, 0, 0);
  return fault + FAULT;
}

/** Writes of a fault what is known of the row that is refused for it. */
function refuse(fault: usize, lines: u32, applicant: u32, stage: u32): void {
  store<u32>(fault, lines, 20);
  store<u32>(fault, applicant, 24);
  store<u32>(fault, stage, 28);
}

/** Lines of a text: a line break at its end begins none. */
function linesIn(from: usize, to: usize): u32 {
  let lines: u32 = 1;
  for (let at = from; at + 1 < to; at += 1) {
    const byte = load<u8>(at);
    if (byte === LINE_FEED || (byte === RETURN && load<u8>(at, 1) !== LINE_FEED)) lines += 1;
  }
  return lines;
}
