/** DuckDB over a table in memory, on all cores. */
import { connect, TOTAL_OF_SMALL } from "../duckdb.mjs";
import { csvFile, items } from "../score-sets.mjs";

export const name = "DuckDB, all cores";

export async function prepare(count) {
  const path = await csvFile(count);
  const connection = await connect();
  // Applicants as numbers, as ours has them.
  const columns = items.map(({ clause }) => `"${clause}"::UTINYINT AS "${clause}"`).join(", ");
  await connection.run(
    `CREATE TABLE sheets AS SELECT substr(applicant, 2)::UINTEGER AS applicant, ${columns} FROM read_csv('${path}', header = true)`,
  );
  let rows = null;
  return {
    items: count,
    async pass() {
      const result = await connection.run(`SELECT applicant, sum(${TOTAL_OF_SMALL}), count(*) FROM sheets GROUP BY applicant`);
      rows = await result.getColumns();
    },
    answer() {
      const [applicants, sums, counts] = rows;
      const order = applicants.map((_, at) => at).sort((a, b) => applicants[a] - applicants[b]);
      return order.map((at) => `${sums[at]}/${counts[at]}`).join();
    },
  };
}
