/** What a decision's rules give fits its hit policy. */
import type { DecisionDeclaration, Rule } from "../../kernel/model.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, placeIn } from "../place.js";

export const hitPoliciesFit: Check = {
  needs: ["pack"],
  find: ({ parts, rules }) =>
    parts.pack.decisions.flatMap((decision) => [
      ...(decision.hitPolicy === "any" ? mixed(decision, rules.get(decision.name) ?? []) : []),
      ...(decision.hitPolicy === "collect" ? [] : stray(decision, rules.get(decision.name) ?? [])),
    ]),
};

/** In an `any` decision every rule gives the same outcome, and not the one it has without a hit. */
function mixed({ name, outcomes, otherwise }: DecisionDeclaration, rules: readonly Rule[]): readonly PackFailure[] {
  const effects = rules.flatMap(({ event }, index) => {
    const [status, found] = Object.entries(event.params.effect)[0] as [string, string];
    const place = placeIn(`${name}.json`, index, "event", "params", "effect", status);
    return outcomes.some((outcome) => outcome.name === found) ? [{ found, place }] : [];
  });
  const expected = effects.find(({ found }) => found !== otherwise)?.found;
  return effects.flatMap(({ found, place }) => {
    if (found === otherwise) return [packFailure(place, { code: "effect-is-otherwise", found })];
    return found === expected ? [] : [packFailure(place, { code: "mixed-outcomes", found, expected: expected as string })];
  });
}

function stray({ name, hitPolicy }: DecisionDeclaration, rules: readonly Rule[]): readonly PackFailure[] {
  return rules.flatMap(({ event }, index) => {
    if (event.params.consequences === undefined) return [];
    const place = inside(placeIn(`${name}.json`, index), "event", "params", "consequences");
    return [packFailure(place, { code: "stray-consequences", policy: hitPolicy })];
  });
}
