/** The rules of a pack, each with its place. */
import type { PackFiles, Rule } from "../../../kernel/model.js";
import { fileOf } from "../../../pack/parts.js";
import { inside, type Place, placeIn } from "../../../pack/place.js";

export interface PlacedRule {
  readonly decision: string;
  readonly rule: Rule;
  readonly place: Place;
  /** Of its `event.params`. */
  readonly params: Place;
  readonly provision: string;
}

export function* placedRules(files: Pick<PackFiles, "rules">): Generator<PlacedRule> {
  for (const [decision, rules] of Object.entries(files.rules)) {
    for (const [index, rule] of rules.entries()) {
      const place = placeIn(fileOf(decision), index);
      const { provision } = rule.event.params;
      yield { decision, rule, place, params: inside(place, "event", "params"), provision };
    }
  }
}
