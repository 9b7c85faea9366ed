/** Chain precedence: of the activities of an applicant, or of the edition, the one right before every `second` is `first`. */
import type { Activity, ChainPrecedence, Constraint } from "../kernel/procedure.js";
import { FALSE, TRUE } from "../kernel/truth.js";
import type { CaseEvent } from "./log.js";
import { matcherOf } from "./matching.js";
import { backward, type Court, NOTHING, type Watch } from "./watch.js";

export function watchChainPrecedence(constraint: Constraint & ChainPrecedence, court: Court): Watch {
  const [isFirst, isSecond] = [matcherOf(constraint.first, court), matcherOf(constraint.second, court)];
  const { of } = court.activities.get(constraint.second.activity) as Activity;
  const last = new Map<string, CaseEvent>();
  return backward(
    (event) => {
      const other = last.get(event.applicant ?? "") ?? null;
      const truth = isSecond.matches(event);
      const before = other === null ? FALSE : isFirst.matches(other);
      if (truth === FALSE || before === TRUE) return NOTHING;
      const isCertain = truth === TRUE && before === FALSE;
      return [{ asked: constraint, event, other, wrong: { kind: "not-directly-preceded" }, isCertain }];
    },
    (event) => {
      if (court.activities.get(event.activity)?.of === of) last.set(event.applicant ?? "", event);
    },
  );
}
