/** A table that is to be written: its columns, and rows that may be computed as they are asked for. */
import type { Text } from "../../kernel/model.js";
import { decimalText } from "./decimal-text.js";

export interface OutColumn {
  /** For programs: the header of CSV and Parquet, the key in JSON. */
  readonly name: string;
  /** For people: the header of a sheet. */
  readonly label: Text;
  /**
   * `integer` and `decimal` take 64 bits. A `decimal` is handed over in whole units of its last digit: 61250 is 612.50 with a
   * `scale` of 2, and is written so, exactly, in every format.
   */
  readonly type: "text" | "integer" | "decimal";
  /** Digits after the point of a `decimal`, 0 to 18; 0 where none is given. */
  readonly scale?: number;
}

/** One for each column; `null` is no value. A lone surrogate in a text, which no UTF-8 can hold, becomes U+FFFD. */
export type OutRow = readonly (string | number | bigint | null)[];

export type OutRows = Iterable<OutRow> | AsyncIterable<OutRow>;

/** Bytes of a file, in order, made no faster than they are taken. */
export type Bytes = AsyncGenerator<Uint8Array>;

/** What to put at the head of a column. */
export type Header = "name" | keyof Text;

export function headerOf({ name, label }: OutColumn, header: Header): string {
  return header === "name" ? name : label[header];
}

/** Digits of a number, exactly. @throws RangeError where a number is no safe integer */
export function numberText({ type, scale = 0 }: OutColumn, value: number | bigint): string {
  return decimalText(value, type === "decimal" ? scale : 0);
}
