/** Derived facts rest on each other only so deep, and no rule unfolds to more steps than can be taken. */
import type { DerivedFact } from "../../kernel/model.js";
import { type Check, type PackContext, rulesOf } from "../context.js";
import { MAX_DEPTH } from "../frozen-copy.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, placeIn } from "../place.js";

const MAX_STEPS = 1_000_000;

interface Cost {
  /** Steps to bound a value of which nothing is known, each derived fact unfolded. */
  readonly steps: number;
  /** Derived facts that rest on each other, one beneath the other. */
  readonly depth: number;
}

const LEAF: Cost = { steps: 1, depth: 0 };

export const notTooIntricate: Check = {
  needs: ["facts", "parameters", "interpretations"],
  find(context) {
    if (context.found.some(({ code }) => code === "cycle")) return [];
    const failures: PackFailure[] = [];
    const cost = costs(context);
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
    for (const { part, place } of placed) {
      const { steps: found, depth } = cost(part);
      // What rests on a part that is too much already is not reported again: `costs` takes that part for a leaf.
      if (found > MAX_STEPS) failures.push(packFailure(place, { code: "too-intricate", found, expected: `<= ${MAX_STEPS}` }));
      else if (depth >= MAX_DEPTH) failures.push(packFailure(place, { code: "too-deep", max: MAX_DEPTH }));
    }
    return failures;
  },
};

function costs({ names }: PackContext): (part: unknown) => Cost {
  const known = new Map<DerivedFact, Cost>();
  return cost;

  function cost(part: unknown): Cost {
    if (typeof part !== "object" || part === null) return LEAF;
    const node = part as Readonly<Record<string, unknown>>;
    const own = typeof node["fact"] === "string" ? costOfName(node["fact"]) : LEAF;
    const inner = Object.values(node).map(cost);
    const depth = Math.max(own.depth, ...inner.map((each) => each.depth));
    const within = inner.reduce((sum, each) => sum + each.steps, own.steps);
    // Both bounds of each side are asked for.
    if (node["operator"] !== undefined) return { steps: 2 * within, depth };
    // The bounds of a product are among four products of bounds, and it is taken two parts at a time.
    if (node["op"] === "product") return { steps: within * 2 ** (node["of"] as readonly unknown[]).length, depth };
    if (typeof node["list"] === "string") return { steps: within * rowsOf(node["list"]), depth };
    return { steps: within, depth };
  }

  function costOfName(referred: string): Cost {
    const name = names.byName.get(referred);
    if (name?.source !== "derived") return LEAF;
    const done = known.get(name.derived);
    if (done !== undefined) return done;
    const { steps, depth } = cost(name.derived.expression);
    const found = steps > MAX_STEPS || depth >= MAX_DEPTH ? LEAF : { steps: steps + 1, depth: depth + 1 };
    known.set(name.derived, found);
    return found;
  }

  function rowsOf(list: string): number {
    const name = names.byName.get(list);
    return name?.source === "given-list" ? name.fact.maxItems : 1;
  }
}
