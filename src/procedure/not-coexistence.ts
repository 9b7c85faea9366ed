/** Not-coexistence: where there is one there is not the other, whichever comes first. */
import type { Activity, Constraint, NotCoexistence } from "../kernel/procedure.js";
import { FALSE, TRUE } from "../kernel/truth.js";
import type { CaseEvent } from "./log.js";
import { keyFor, matcherOf } from "./matching.js";
import { backward, type Court, NOTHING, type Watch } from "./watch.js";

/** Of one key: the first event of each kind that is surely one, or else that may be. */
interface Seen {
  first: { readonly event: CaseEvent; readonly isCertain: boolean } | null;
  seconds: { readonly event: CaseEvent; readonly isCertain: boolean }[];
}

export function watchNotCoexistence(constraint: Constraint & NotCoexistence, court: Court): Watch {
  const { first, second, same } = constraint;
  const [isFirst, isSecond] = [matcherOf(first, court), matcherOf(second, court)];
  const keyOf = keyFor(
    [first, second].map(({ activity }) => court.activities.get(activity) as Activity),
    same,
  );
  const seen = new Map<string, Seen>();
  const wrong = { kind: "not-together" } as const;
  return backward((event) => {
    const one = isFirst.matches(event);
    const another = isSecond.matches(event);
    if (one === FALSE && another === FALSE) return NOTHING;
    const key = keyOf(event);
    if (key === null) return NOTHING;
    const known = seen.get(key) ?? { first: null, seconds: [] };
    seen.set(key, known);
    if (another !== FALSE) {
      const own = { event, isCertain: another === TRUE };
      if (known.first === null) known.seconds.push(own);
      else {
        const { event: other, isCertain } = known.first;
        return [{ asked: constraint, event, other, wrong, isCertain: own.isCertain && isCertain }];
      }
    }
    if (one === FALSE || known.first?.isCertain === true) return NOTHING;
    known.first = { event, isCertain: one === TRUE };
    // Those that came before are wrong now.
    const before = known.seconds;
    if (known.first.isCertain) known.seconds = [];
    return before.map((known) => ({
      asked: constraint,
      event: known.event,
      other: event,
      wrong,
      isCertain: known.isCertain && one === TRUE,
    }));
  });
}
