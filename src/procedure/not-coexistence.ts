/** Not-coexistence: where there is one there is not the other, whichever comes first. */
import type { Activity, Constraint, NotCoexistence } from "../kernel/procedure.js";
import { FALSE, TRUE } from "../kernel/truth.js";
import type { Finding } from "./finding.js";
import type { CaseEvent } from "./log.js";
import { keyFor, matcherOf } from "./matching.js";
import { backward, type Court, NOTHING, type Watch } from "./watch.js";

interface Sighting {
  readonly event: CaseEvent;
  readonly isCertain: boolean;
}

/** Of one key: the first event that is surely a `first`, or else the last that may be; and what would be wrong beside one. */
interface Seen {
  readonly first: Sighting | null;
  readonly seconds: readonly Sighting[];
}

const UNSEEN: Seen = { first: null, seconds: [] };

export function watchNotCoexistence(constraint: Constraint & NotCoexistence, court: Court): Watch {
  const { first, second, same } = constraint;
  const [isFirst, isSecond] = [matcherOf(first, court), matcherOf(second, court)];
  const keyOf = keyFor(
    [first, second].map(({ activity }) => court.activities.get(activity) as Activity),
    same,
  );
  const seen = new Map<string, Seen>();

  function finding(second: Sighting, first: Sighting): Finding {
    const isCertain = second.isCertain && first.isCertain;
    return { asked: constraint, event: second.event, other: first.event, wrong: { kind: "not-together" }, isCertain };
  }

  return backward(
    (event) => {
      const [one, another] = [isFirst.matches(event), isSecond.matches(event)];
      const key = one === FALSE && another === FALSE ? null : keyOf(event);
      if (key === null) return NOTHING;
      const { first, seconds } = seen.get(key) ?? UNSEEN;
      const own = { event, isCertain: another === TRUE };
      if (another !== FALSE && first !== null) return [finding(own, first)];
      if (one === FALSE || first?.isCertain === true) return NOTHING;
      // Those that came before are wrong now.
      const before = another === FALSE ? seconds : [...seconds, own];
      return before.map((second) => finding(second, { event, isCertain: one === TRUE }));
    },
    (event) => {
      const [one, another] = [isFirst.matches(event), isSecond.matches(event)];
      const key = one === FALSE && another === FALSE ? null : keyOf(event);
      if (key === null) return;
      const { first, seconds } = seen.get(key) ?? UNSEEN;
      const waiting = another === FALSE || first !== null ? seconds : [...seconds, { event, isCertain: another === TRUE }];
      const isFound = one !== FALSE && first?.isCertain !== true;
      const known = isFound ? { event, isCertain: one === TRUE } : first;
      seen.set(key, { first: known, seconds: known?.isCertain === true ? [] : waiting });
    },
  );
}
