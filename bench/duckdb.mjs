/** What both DuckDB sides share: a connection with all cores, and the total of a sheet in SQL. */
import { DuckDBInstance } from "@duckdb/node-api";
import { items } from "./score-sets.mjs";

export async function connect() {
  const instance = await DuckDBInstance.create(":memory:");
  return instance.connect();
}

/** Small integers, cast once each, since DuckDB will not multiply a UTINYINT beyond its own type. */
export const TOTAL = items.map(({ clause, points }) => `"${clause}"::INTEGER * ${points}`).join(" + ");

/** The columns told, so that nothing is guessed from the file. */
export const COLUMNS = `{'applicant': 'VARCHAR', 'reviewer': 'VARCHAR', ${items.map(({ clause }) => `'${clause}': 'UTINYINT'`).join(", ")}}`;
