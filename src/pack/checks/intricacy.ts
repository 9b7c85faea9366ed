/** No derived fact or rule unfolds to more steps than can be taken. */
import type { DerivedFact } from "../../kernel/model.js";
import { type Check, type PackContext, rulesOf } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { inside, placeIn } from "../place.js";

const MAX_STEPS = 1_000_000;

export const notTooIntricate: Check = {
  needs: ["facts", "parameters", "interpretations"],
  find(context) {
    if (context.found.some(({ code }) => code === "cycle")) return [];
    const stepsOf = stepCounter(context);
    const placed = [
      ...context.parts.facts.derived.map((derived, index) => ({
        part: derived.expression as unknown,
        place: placeIn("facts.json", "derived", index, "expression"),
      })),
      ...rulesOf(context).map(({ rule, place }) => ({
        part: [rule.conditions, rule.event.params.appliesWhen] as unknown,
        place: inside(place, "conditions"),
      })),
    ];
    return placed.flatMap(({ part, place }) => {
      const found = stepsOf(part);
      return found > MAX_STEPS ? [packFailure(place, { code: "too-intricate", found, expected: `<= ${MAX_STEPS}` })] : [];
    });
  },
};

/** Counts the steps to bound a value of which nothing is known, each derived fact unfolded. */
function stepCounter({ names }: PackContext): (part: unknown) => number {
  const known = new Map<DerivedFact, number>();
  return steps;

  function steps(part: unknown): number {
    if (typeof part !== "object" || part === null) return 1;
    const node = part as Readonly<Record<string, unknown>>;
    const own = typeof node["fact"] === "string" ? stepsOfName(node["fact"]) : 1;
    const within = Object.values(node).reduce<number>((sum, inner) => sum + steps(inner), own);
    // Both bounds of each side are asked for.
    if (node["operator"] !== undefined) return 2 * within;
    // The bounds of a product are among four products of bounds, and it is taken two parts at a time.
    if (node["op"] === "product") return within * 2 ** (node["of"] as readonly unknown[]).length;
    return typeof node["list"] === "string" ? within * rowsOf(node["list"]) : within;
  }

  /** A derived fact that is too much already counts as one step, so that what rests on it is not reported again. */
  function stepsOfName(referred: string): number {
    const name = names.byName.get(referred);
    if (name?.source !== "derived") return 1;
    const done = known.get(name.derived);
    if (done !== undefined) return done;
    const found = steps(name.derived.expression);
    known.set(name.derived, found > MAX_STEPS ? 1 : found + 1);
    return found > MAX_STEPS ? 1 : found + 1;
  }

  function rowsOf(list: string): number {
    const name = names.byName.get(list);
    return name?.source === "given-list" ? name.fact.maxItems : 1;
  }
}
