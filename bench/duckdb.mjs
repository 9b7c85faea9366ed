/** What both DuckDB sides share: a connection with all cores, and the total of a sheet in SQL. */
import { DuckDBInstance } from "@duckdb/node-api";
import { items } from "./score-sets.mjs";

export async function connect() {
  const instance = await DuckDBInstance.create(":memory:");
  return instance.connect();
}

/** Over columns of BIGINT, which is what DuckDB finds in a CSV file. */
export const TOTAL = items.map(({ clause, points }) => `"${clause}" * ${points}`).join(" + ");

/** Over columns of UTINYINT, cast once each, since DuckDB will not multiply one beyond its own type. */
export const TOTAL_OF_SMALL = items.map(({ clause, points }) => `"${clause}"::INTEGER * ${points}`).join(" + ");
