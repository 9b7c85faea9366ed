/** Precedence: every `second` comes after a `first`, as is required of the two, and in time. */
import { endOf, isShorter } from "../kernel/period.js";
import type { Activity, Constraint, Precedence } from "../kernel/procedure.js";
import { FALSE, TRUE, type Truth } from "../kernel/truth.js";
import { periodOf } from "./amount.js";
import { allHold } from "./condition.js";
import type { Finding, Wrong } from "./finding.js";
import type { CaseEvent } from "./log.js";
import { keyFor, matcherOf } from "./matching.js";
import { backward, type Court, NOTHING, type Watch } from "./watch.js";

export function watchPrecedence(constraint: Constraint & Precedence, court: Court): Watch {
  const { first, second, same, requires = [] } = constraint;
  const after = constraint.after && periodOf(constraint.after, court);
  const within = constraint.within && periodOf(constraint.within, court);
  const [isFirst, isSecond] = [matcherOf(first, court), matcherOf(second, court)];
  const activities = [first, second].map(({ activity }) => court.activities.get(activity) as Activity);
  const keyOf = keyFor(activities, same);
  /** The last `first` of each key, and the last since that may be one. */
  const certain = new Map<string, CaseEvent>();
  const perhaps = new Map<string, CaseEvent>();

  function remember(event: CaseEvent, key: string, isCertain: boolean): void {
    if (!isCertain) {
      perhaps.set(key, event);
      return;
    }
    certain.set(key, event);
    perhaps.delete(key);
  }

  function judge(event: CaseEvent, isCertain: boolean, key: string | null): readonly Finding[] {
    if (key === null) return [{ asked: constraint, event, other: null, wrong: { kind: "not-preceded" }, isCertain: false }];
    const other = perhaps.get(key) ?? certain.get(key) ?? null;
    if (other === null) return [{ asked: constraint, event, other, wrong: { kind: "not-preceded" }, isCertain }];
    const met = requires.length === 0 ? TRUE : allHold(requires, court, event, other);
    if (met === TRUE && after === undefined && within === undefined) return NOTHING;
    const sure = isCertain && !perhaps.has(key);
    return wrongs(event, other, met).map(({ wrong, isKnown }) => ({
      asked: constraint,
      event,
      other,
      wrong,
      isCertain: sure && isKnown,
    }));
  }

  function wrongs(
    event: CaseEvent,
    other: CaseEvent,
    met: Truth,
  ): readonly { readonly wrong: Wrong; readonly isKnown: boolean }[] {
    const found: { wrong: Wrong; isKnown: boolean }[] = [];
    if (met !== TRUE) found.push({ wrong: { kind: "not-as-required" }, isKnown: met === FALSE });
    if (after !== undefined) {
      // Whatever comes on the last day itself comes too soon.
      const { shorter, end } = isShorter(other.occurredOn, event.occurredOn - 1, after, court.calendar);
      if (shorter !== false) found.push({ wrong: { kind: "too-soon", end }, isKnown: shorter === true });
    }
    if (within !== undefined) {
      const end = endOf(within, other.occurredOn, court.calendar);
      const isLate = event.occurredOn > end.last;
      if (isLate) found.push({ wrong: { kind: "too-late", end }, isKnown: end.counted.provisional.length === 0 });
    }
    return found;
  }

  return backward(
    (event) => {
      const truth = isSecond.matches(event);
      return truth === FALSE ? NOTHING : judge(event, truth === TRUE, keyOf(event));
    },
    (event) => {
      const truth = isFirst.matches(event);
      const key = truth === FALSE ? null : keyOf(event);
      if (key !== null) remember(event, key, truth === TRUE);
    },
  );
}
