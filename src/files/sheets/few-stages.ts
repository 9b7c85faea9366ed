import { MOST_STAGES } from "../../scoring/seen.js";
import { TableError, tableFailure } from "../tables/table-failure.js";

/** @throws TableError where there are so many that the column of stages holds something else */
export function requireFewStages(stages: readonly string[]): void {
  if (stages.length > MOST_STAGES) throw new TableError(tableFailure({ code: "too-many-stages", max: MOST_STAGES }));
}
