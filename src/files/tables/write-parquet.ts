/** Parquet, packed with Snappy: text, 64-bit integers, and decimals of 18 digits as integers with a scale, all of them exact. */
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { Bytes, OutColumn, OutRow, OutRows } from "./out-table.js";

/** Rows that are held before they are written. */
const GROUP_ROWS = 65_536;

/** As many digits as 64 bits hold of any number. */
const PRECISION = 18;
const MOST = 10n ** BigInt(PRECISION);

export async function* parquetBytes(columns: readonly OutColumn[], rows: OutRows): Bytes {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(elementOf)],
  });
  let group = emptyGroup(columns);
  let count = 0;
  for await (const row of rows) {
    for (const [index, column] of columns.entries()) group[index]?.push(storedOf(column, row[index] ?? null));
    count += 1;
    if (count < GROUP_ROWS) continue;
    await writeGroup(parquet, columns, group);
    yield taken(writer);
    group = emptyGroup(columns);
    count = 0;
  }
  if (count > 0) await writeGroup(parquet, columns, group);
  await parquet.finish();
  yield taken(writer);
}

type Values = (string | bigint | null)[];

function emptyGroup(columns: readonly OutColumn[]): readonly Values[] {
  return columns.map(() => []);
}

function elementOf({ name, type, scale = 0 }: OutColumn): SchemaElement {
  switch (type) {
    case "text":
      return { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" };
    case "integer":
      return { name, type: "INT64", repetition_type: "OPTIONAL" };
    case "decimal":
      return { name, type: "INT64", converted_type: "DECIMAL", precision: PRECISION, scale, repetition_type: "OPTIONAL" };
  }
}

/** @throws RangeError where a number is no safe integer, or takes more than 64 bits or 18 digits of a decimal */
function storedOf({ name, type }: OutColumn, value: OutRow[number]): string | bigint | null {
  if (value === null) return null;
  if (type === "text") return String(value);
  const integer = BigInt(value);
  const fits = type === "decimal" ? integer < MOST && integer > -MOST : integer === BigInt.asIntN(64, integer);
  if (!fits || (typeof value === "number" && !Number.isSafeInteger(value)))
    throw new RangeError(`${value} in ${name} is too large`);
  return integer;
}

async function writeGroup(parquet: ParquetWriter, columns: readonly OutColumn[], group: readonly Values[]): Promise<void> {
  const columnData = columns.map(({ name }, index) => ({ name, data: group[index] ?? [] }));
  await parquet.write({ columnData, rowGroupSize: GROUP_ROWS });
}

/** What was written since the last time. The writer goes on counting, so that offsets stay true. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
