/** Clauses of the items, in the order in which a sheet has them. */
import { type Criteria, itemsOf } from "../../kernel/criteria.js";

export function clausesOf(criteria: Criteria): readonly string[] {
  return itemsOf(criteria).map(({ clause }) => clause);
}
