/**
 * A Parquet file, read a slice of rows at a time and column by column: memory is bounded by a slice and one column of a row group,
 * whatever the size of the file.
 *
 * The library bounds what a file claims of itself but for one thing: a page in which the length of a run is damaged can make it
 * take memory for as many values as that length says.
 */
import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  type ParquetScan,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  type SchemaElement,
  type SchemaTree,
} from "hyparquet";
import { foundFormat, HEAD_BYTES } from "./found-format.js";
import { cellReader, type Stored, type ToCell } from "./parquet-cell.js";
import { CODECS } from "./parquet-codecs.js";
import type { Cell, Table, TableRow } from "./table.js";
import { TableError, tableFailure } from "./table-failure.js";

/** Large enough to read a column chunk few times over, small enough for thirty columns of it to be held. */
const SLICE_ROWS = 65_536;

/** What the library would make of stored values, also of those it keeps statistics of, is left as it is stored. */
const AS_STORED = {
  timestampFromMilliseconds: same,
  timestampFromMicroseconds: same,
  timestampFromNanoseconds: same,
  dateFromDays: same,
  stringFromBytes: same,
  jsonFromBytes: same,
  geometryFromBytes: same,
  geographyFromBytes: same,
  uuidFromBytes: same,
};

function same<Value>(stored: Value): Value {
  return stored;
}

/**
 * @returns a table whose rows count from 1, since a Parquet file has no header row
 * @throws TableError where it is no Parquet file, is damaged, or is packed in a way that cannot be unpacked here; and whatever the
 *   file system throws
 */
export async function readParquet(path: string): Promise<Table> {
  const file = await asyncBufferFromFile(path);
  const found = foundFormat(new Uint8Array(await file.slice(0, Math.min(HEAD_BYTES, file.byteLength))));
  if (found === "encrypted-parquet") throw encrypted();
  if (found !== "parquet") throw new TableError(tableFailure({ code: "wrong-format", wanted: "parquet", found }));
  return orDamaged(async () => {
    const metadata = await parquetMetadataAsync(file, { parsers: AS_STORED, geoparquet: false });
    checkChunks(metadata);
    const columns = parquetSchema(metadata).children.map(columnOf);
    const scan = await scanAsStored(file, metadata, columns);
    const rowCount = Number(metadata.num_rows);
    return { columns: columns.map(({ name }) => name), rowCount, rows: tableRows(scan, columns) };
  });
}

interface Column {
  readonly name: string;
  /** Whether there is anything to read: a column without single values gives a cell that says so, in each row. */
  readonly read: boolean;
  readonly toCell: ToCell;
}

function columnOf({ element, children }: SchemaTree): Column {
  const { name, type: physical, converted_type: old, logical_type: logical, repetition_type: repetition } = element;
  if (typeof name !== "string") throw damaged("有一列没有名称", "a column has no name");
  const toCell = children.length === 0 && repetition !== "REPEATED" ? cellReader(element) : null;
  if (toCell !== null) return { name, read: true, toCell };
  const type = `${repetition === "REPEATED" ? "REPEATED " : ""}${logical?.type ?? old ?? physical ?? "GROUP"}`;
  const cell: Cell = { failure: tableFailure({ code: "unsupported-type", column: name, type }) };
  return { name, read: false, toCell: () => cell };
}

/** Everything that is told by the file's own account of itself, before a value is read. */
function checkChunks({ row_groups: groups, num_rows: rows }: FileMetaData): void {
  const counted = groups.reduce((sum, { num_rows: count }) => sum + count, 0n);
  if (counted !== rows || rows > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged("行数不符", "its counts of rows differ");
  for (const { columns } of groups) {
    for (const { meta_data: chunk, crypto_metadata: key } of columns) {
      if (key !== undefined || chunk === undefined) throw encrypted();
      if (CODECS[chunk.codec] !== undefined) continue;
      const known = Object.keys(CODECS);
      throw new TableError(tableFailure({ code: "unknown-codec", codec: String(chunk.codec), known }));
    }
  }
}

/** A scan of columns that are taken to be of no type but the one they are stored as. */
async function scanAsStored(file: AsyncBuffer, metadata: FileMetaData, columns: readonly Column[]): Promise<ParquetScan> {
  const schema = metadata.schema.map(({ converted_type, logical_type, ...element }): SchemaElement => element);
  return parquetScan({
    file,
    metadata: { ...metadata, schema },
    columns: columns.filter(({ read }) => read).map(({ name }) => name),
    compressors: CODECS,
    parsers: AS_STORED,
    utf8: false,
    geoparquet: false,
  });
}

async function* tableRows(scan: ParquetScan, columns: readonly Column[]): AsyncGenerator<TableRow> {
  for (const range of scan.ranges) {
    for (let from = range.rowStart; from < range.rowEnd; from += SLICE_ROWS) {
      const to = Math.min(from + SLICE_ROWS, range.rowEnd);
      const slices = await orDamaged(() => readSlices(scan, columns, from, to));
      for (let row = from; row < to; row += 1) {
        yield { row: row + 1, cells: columns.map(({ toCell }, index) => toCell(slices[index]?.[row - from], row + 1)) };
      }
    }
  }
}

/** One column after the other, so that the bytes of one are held at a time. */
async function readSlices(scan: ParquetScan, columns: readonly Column[], from: number, to: number): Promise<readonly Slice[]> {
  const slices: Slice[] = [];
  for (const { name, read } of columns) {
    const slice: Slice = read ? await scan.readColumn({ column: name, rowStart: from, rowEnd: to }) : [];
    if (read && slice.length !== to - from) throw damaged("缺少若干行", "rows are missing");
    slices.push(slice);
  }
  return slices;
}

type Slice = ArrayLike<Stored | null | undefined>;

/** What the library throws, in words; what the file system throws as it is. */
async function orDamaged<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TableError || (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw damaged(`解析器原话：“${reason}”`, reason);
  }
}

function damaged(zh: string, en: string): TableError {
  return new TableError(tableFailure({ code: "damaged-file", wanted: "parquet", reason: { zh, en } }));
}

function encrypted(): TableError {
  return new TableError(tableFailure({ code: "encrypted-file", wanted: "parquet" }));
}
