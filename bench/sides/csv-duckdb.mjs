/** DuckDB from the same file to the same ranking. */
import { connect, TOTAL } from "../duckdb.mjs";
import { csvFile } from "../score-sets.mjs";

export const name = "DuckDB, all cores";

export async function prepare(count) {
  const path = await csvFile(count);
  const connection = await connect();
  // It finds the types itself: told them, it took longer.
  const table = `read_csv('${path}', header = true)`;
  const means = `SELECT applicant, sum(${TOTAL}) AS total, count(*) AS sheets FROM ${table} GROUP BY applicant`;
  let rows = null;
  return {
    items: count,
    async pass() {
      const result = await connection.run(
        `SELECT rank() OVER (ORDER BY total / sheets DESC) AS place, applicant, total, sheets FROM (${means}) ORDER BY place, applicant`,
      );
      rows = await result.getColumns();
    },
    answer() {
      const [ranks, applicants, totals, sheets] = rows;
      return ranks
        .map((rank, at) => `${rank} ${applicants[at]} ${totals[at]}/${sheets[at]}`)
        .sort()
        .join();
    },
  };
}
