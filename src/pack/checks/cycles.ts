/** No derived fact rests on itself. */
import type { Check } from "../context.js";
import { mentionsOf } from "../mentions.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

export const noCycles: Check = {
  needs: ["facts"],
  find({ parts }) {
    const { derived } = parts.facts;
    const names = derived.map(({ name }) => name);
    const failures: PackFailure[] = [];
    const done = new Set<string>();
    const path: string[] = [];
    for (const name of names) visit(name);
    return failures;

    function visit(name: string): void {
      const from = path.indexOf(name);
      if (from >= 0) {
        report(path.slice(from));
        return;
      }
      if (done.has(name)) return;
      done.add(name);
      path.push(name);
      for (const next of mentionsOf(derived[names.indexOf(name)]?.expression)) if (names.includes(next)) visit(next);
      path.pop();
    }

    /** At the member declared first, beginning with it. */
    function report(ring: readonly string[]): void {
      const first = Math.min(...ring.map((name) => names.indexOf(name)));
      const turn = ring.indexOf(names[first] as string);
      const found = [...ring.slice(turn), ...ring.slice(0, turn), ring[turn]].join(" → ");
      failures.push(packFailure(placeIn("facts.json", "derived", first, "expression"), { code: "cycle", found }));
    }
  },
};
