/** What a rule promises as its remedy can come about. */
import type { Condition } from "../../kernel/model.js";
import type { Name, Names } from "../../kernel/names.js";
import { type Check, rulesOf, soundReadsOf } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { inside } from "../place.js";

export const remediesWork: Check = {
  needs: ["facts", "parameters", "interpretations"],
  find: (context) =>
    rulesOf(context).flatMap((placed) => {
      const { rule, place } = placed;
      const { remedy } = rule.event.params;
      const reads = remedy === "none" ? null : soundReadsOf(placed, context);
      if (reads === null) return [];
      // Waiting moves the day as of which is decided, and with it the dates that wait.
      const works = remedy === "act" ? canAct(rule.conditions, context.names) : [...reads].some(moves);
      if (works) return [];
      const code = remedy === "act" ? "act-without-fact" : "wait-without-date";
      return [packFailure(inside(place, "event", "params", "remedy"), { code })];
    }),
};

/** The kernel cures a comparison by changing the given fact on its left; a date is not for changing. */
function canAct(condition: Condition, names: Names): boolean {
  if ("all" in condition) return condition.all.some((part) => canAct(part, names));
  if ("any" in condition) return condition.any.some((part) => canAct(part, names));
  if ("not" in condition) return canAct(condition.not, names);
  const left = "fact" in condition ? names.byName.get(condition.fact) : undefined;
  return left?.source === "given" && left.fact.type !== "date";
}

function moves(name: Name): boolean {
  return name.source === "as-of" || (name.source === "given" && name.fact.type === "date" && name.fact.waits === true);
}
