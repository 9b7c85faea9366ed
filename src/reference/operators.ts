/** The four operators for dates that json-rules-engine does not bring. */
import { compareDates } from "./civil.js";

type DateOperator = "before" | "onOrBefore" | "after" | "onOrAfter";

/** On two dates as JSON writes them; false where one is unknown. */
export const dateOperators: Readonly<Record<DateOperator, (left: unknown, right: unknown) => boolean>> = {
  before: onDates((order) => order < 0),
  onOrBefore: onDates((order) => order <= 0),
  after: onDates((order) => order > 0),
  onOrAfter: onDates((order) => order >= 0),
};

function onDates(holds: (order: number) => boolean): (left: unknown, right: unknown) => boolean {
  return (left, right) => typeof left === "string" && typeof right === "string" && holds(compareDates(left, right));
}
