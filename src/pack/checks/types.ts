/** Every expression and comparison has a type, and its parts fit. */
import { type Check, rulesOf } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside } from "../place.js";
import { checkCondition } from "../typing/conditions.js";
import { typerOf } from "../typing/typer.js";

export const typesFit: Check = {
  needs: ["facts", "parameters", "interpretations"],
  find(context) {
    const failures: PackFailure[] = [];
    const { derived } = context.parts.facts;
    const { typer, typeOfDerived } = typerOf(context.names, derived, (place, problem) => {
      failures.push(packFailure(place, problem));
    });
    derived.forEach(typeOfDerived);
    for (const { rule, place } of rulesOf(context)) {
      const { appliesWhen } = rule.event.params;
      checkCondition(rule.conditions, inside(place, "conditions"), null, typer);
      if (appliesWhen !== undefined) checkCondition(appliesWhen, inside(place, "event", "params", "appliesWhen"), null, typer);
    }
    return failures;
  },
};
