/**
 * A value of a Parquet column, from what is stored to a cell. The library is asked for stored values alone: it would give decimals
 * as rounded numbers, and text that is no UTF-8 with its bad bytes replaced.
 */
import type { SchemaElement, TimeUnit } from "hyparquet";
import { isKept } from "../exact-number.js";
import { decimalText } from "./decimal-text.js";
import type { Cell } from "./table.js";
import { tableFailure } from "./table-failure.js";

/** @param row from 1 */
export type ToCell = (stored: Stored | null | undefined, row: number) => Cell;

/** Booleans and numbers; 64 bits as a bigint, 96 as one of nanoseconds since 1970; anything else as bytes. */
export type Stored = boolean | number | bigint | Uint8Array;

/** `null` for what is no value of its type. */
type Convert = (stored: Stored) => string | number | boolean | null;

/**
 * @param element a column with one value in each row
 * @returns `null` where the type holds nothing that a cell can
 */
export function cellReader(element: SchemaElement): ToCell | null {
  const convert = converterOf(element);
  if (convert === null) return null;
  return (stored, row) => {
    if (stored === null || stored === undefined) return null;
    const value = orNull(convert, stored);
    const at = element.name;
    if (value === null) return { failure: tableFailure({ code: "bad-cell", at, stored: shown(stored) }, row) };
    // Not taken for empty: of a score that is missing and one that went wrong, only the first leaves the total open.
    if (typeof value !== "number" || Number.isFinite(value)) return value;
    return { failure: tableFailure({ code: "not-finite", at, stored: String(value) }, row) };
  };
}

/** A damaged file may call bytes a day. */
function orNull(convert: Convert, stored: Stored): ReturnType<Convert> {
  try {
    return convert(stored);
  } catch {
    return null;
  }
}

function converterOf({
  type,
  type_length: length,
  converted_type: old,
  logical_type: logical,
  scale,
}: SchemaElement): Convert | null {
  if (logical?.type === "DECIMAL" || old === "DECIMAL") {
    const digits = logical?.type === "DECIMAL" ? logical.scale : (scale ?? 0);
    if (!(digits >= 0 && digits <= MOST_DIGITS)) return null;
    return (stored) => exact(decimalText(integerOf(stored), digits));
  }
  if (logical?.type === "DATE" || old === "DATE")
    return (stored) => isoTime(BigInt(Number(stored)) * DAY_NANOS)?.slice(0, -TIME_PART) ?? null;
  if (logical?.type === "TIMESTAMP") return timestamp(logical.unit, logical.isAdjustedToUTC);
  if (old === "TIMESTAMP_MILLIS") return timestamp("MILLIS", true);
  if (old === "TIMESTAMP_MICROS") return timestamp("MICROS", true);
  if (type === "INT96") return (stored) => isoTime(BigInt(stored as bigint));
  if (logical?.type === "TIME") return timeOfDay(logical.unit);
  if (old === "TIME_MILLIS") return timeOfDay("MILLIS");
  if (old === "TIME_MICROS") return timeOfDay("MICROS");
  if (logical?.type === "UUID" && length === 16) return (stored) => uuid(stored as Uint8Array);
  switch (type) {
    case "BOOLEAN":
      return (stored) => stored as boolean;
    case "INT32":
    case "INT64": {
      const unsigned = (logical?.type === "INTEGER" && !logical.isSigned) || old?.startsWith("UINT_");
      const bits = type === "INT32" ? 32 : 64;
      return (stored) => exact(String(unsigned ? BigInt.asUintN(bits, integerOf(stored)) : stored));
    }
    case "FLOAT":
      return (stored) => shortest(stored as number);
    case "DOUBLE":
      return (stored) => stored as number;
    case "BYTE_ARRAY":
      return old === "BSON" || (logical !== undefined && !TEXTS.includes(logical.type))
        ? null
        : (stored) => text(stored as Uint8Array);
    default:
      return null;
  }
}

/** Of the decimals of any database. */
const MOST_DIGITS = 76;

const TEXTS: readonly string[] = ["STRING", "ENUM", "JSON"];

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Empty text stays text: Parquet knows what is null. */
function text(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** A number where it is exactly that number, its digits as text where it is not. */
function exact(digits: string): number | string {
  const number = Number(digits);
  return isKept(digits, number) ? number : digits;
}

/** Bytes are two's complement, the most significant first. */
function integerOf(stored: Stored): bigint {
  if (!(stored instanceof Uint8Array)) return BigInt(stored);
  const hex = Buffer.from(stored).toString("hex");
  return hex === "" ? 0n : BigInt.asIntN(stored.length * 8, BigInt(`0x${hex}`));
}

/** 57.15 of 32 bits is 57.150001525878906 of 64, which nobody wrote. */
function shortest(single: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return single;
}

// Days and times ----------------------------------------------------------------------------------------------------

const DAY_NANOS = 86_400_000_000_000n;
const NANOS: Readonly<Record<TimeUnit, bigint>> = { MILLIS: 1_000_000n, MICROS: 1_000n, NANOS: 1n };
/** Of `2022-12-12T00:00:00`. */
const TIME_PART = "T00:00:00".length;

/** @param inUtc whether it is a moment, which `Z` tells, and no local time */
function timestamp(unit: TimeUnit, inUtc: boolean): Convert {
  return (stored) => {
    const iso = isoTime(BigInt(stored as bigint) * NANOS[unit]);
    return iso === null || !inUtc ? iso : `${iso}Z`;
  };
}

function timeOfDay(unit: TimeUnit): Convert {
  return (stored) => {
    const nanos = BigInt(stored as bigint) * NANOS[unit];
    return nanos >= 0n && nanos < DAY_NANOS ? (isoTime(nanos)?.slice("1970-01-01T".length) ?? null) : null;
  };
}

/** @param nanos since 1970 @returns `2022-12-12T08:30:00`, with a fraction where there is one; `null` past what a date can be */
function isoTime(nanos: bigint): string | null {
  const fraction = ((nanos % SECOND) + SECOND) % SECOND;
  const date = new Date(Number((nanos - fraction) / 1_000_000n));
  if (Number.isNaN(date.getTime())) return null;
  const digits = String(fraction).padStart(9, "0").replace(/0+$/, "");
  return `${date.toISOString().slice(0, -".000Z".length)}${digits === "" ? "" : `.${digits}`}`;
}

const SECOND = 1_000_000_000n;

function uuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function shown(stored: Stored): string {
  return stored instanceof Uint8Array ? `0x${Buffer.from(stored.subarray(0, 32)).toString("hex")}` : String(stored);
}
