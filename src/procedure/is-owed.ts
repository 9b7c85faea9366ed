/** Whether somebody has to do what a deadline is for, or only may. */
import type { Award } from "../kernel/award.js";
import type { Deadline } from "./deadlines.js";

/** Duties, and steps that have to follow upon another; of all others the day only ends the time in which they may be taken. */
export function isOwed({ files: { procedure } }: Award, { rule }: Pick<Deadline, "rule">): boolean {
  if (rule.startsWith("obligations/")) return true;
  return procedure?.constraints.some(({ name, template }) => template === "response" && rule === `procedure/${name}`) ?? false;
}
