/** Response: every `first` is followed by a `second`, in time where there is a limit. */
import { endOf, type PeriodEnd } from "../kernel/period.js";
import type { Activity, Constraint, Response } from "../kernel/procedure.js";
import { FALSE, TRUE } from "../kernel/truth.js";
import { periodOf } from "./amount.js";
import type { Finding } from "./finding.js";
import type { CaseEvent } from "./log.js";
import { keyFor, matcherOf } from "./matching.js";
import { type Court, NOTHING, type Watch } from "./watch.js";

interface Awaited {
  readonly event: CaseEvent;
  readonly end: PeriodEnd | null;
  readonly isCertain: boolean;
}

export function watchResponse(constraint: Constraint & Response, court: Court): Watch {
  const { first, second, same } = constraint;
  const within = constraint.within && periodOf(constraint.within, court);
  const [isFirst, isSecond] = [matcherOf(first, court), matcherOf(second, court)];
  const keyOf = keyFor(
    [first, second].map(({ activity }) => court.activities.get(activity) as Activity),
    same,
  );
  /** By key, in the order in which they came. */
  const awaited = new Map<string, Awaited[]>();

  function missed({ event, end, isCertain }: Awaited): Finding {
    const last = end as PeriodEnd;
    const isKnown = isCertain && last.counted.provisional.length === 0;
    return { asked: constraint, event, other: null, wrong: { kind: "not-followed", end: last }, isCertain: isKnown };
  }

  return {
    judge(event) {
      const key = keyOf(event);
      if (key === null || isSecond.matches(event) === FALSE) return NOTHING;
      const late = (awaited.get(key) ?? []).filter(({ end }) => end !== null && event.occurredOn > end.last);
      return late.map((one) => ({ ...missed(one), other: event }));
    },
    note(event) {
      const key = keyOf(event);
      if (key === null) return;
      // What may be the answer is taken for it: only what is known to lack one breaches anything.
      if (isSecond.matches(event) !== FALSE) awaited.delete(key);
      const truth = isFirst.matches(event);
      if (truth === FALSE) return;
      const end = within === undefined ? null : endOf(within, event.occurredOn, court.calendar);
      const one = { event, end, isCertain: truth === TRUE };
      const others = awaited.get(key);
      if (others === undefined) awaited.set(key, [one]);
      else others.push(one);
    },
    endOf: (day) =>
      [...awaited.values()]
        .flat()
        .filter(({ end }) => end !== null && day > end.last)
        .map(missed),
  };
}
