/** Absence: an event that must not be, or not beyond so many, everywhere or within a span. */
import type { Absence, Activity, Constraint, Which } from "../kernel/procedure.js";
import { FALSE, TRUE, type Truth } from "../kernel/truth.js";
import { amountOf } from "./amount.js";
import type { CaseEvent } from "./log.js";
import { keyFor, type Matcher, matcherOf } from "./matching.js";
import { backward, type Court, NOTHING, type Watch } from "./watch.js";

export function watchAbsence(constraint: Constraint & Absence, court: Court): Watch {
  const { between } = constraint;
  return between === undefined ? watchCount(constraint, court) : watchSpan(constraint, between, court);
}

function watchCount(constraint: Constraint & Absence, court: Court): Watch {
  const { of, beyond = 0, per } = constraint;
  const allowed = amountOf(beyond, court);
  const counted = matcherOf(of, court);
  const keyOf = per === "edition" ? () => "" : keyFor([court.activities.get(of.activity) as Activity]);
  const counts = new Map<string, Count>();

  /** What the event brings the count to. */
  function withOne(event: CaseEvent, truth: Truth): Count {
    const { sure, perhaps } = counts.get(keyOf(event) as string) ?? { sure: 0, perhaps: 0 };
    return { sure: sure + (truth === TRUE ? 1 : 0), perhaps: perhaps + 1 };
  }

  return backward(
    (event) => {
      const truth = counted.matches(event);
      if (truth === FALSE) return NOTHING;
      const { sure, perhaps } = withOne(event, truth);
      if (perhaps <= allowed) return NOTHING;
      const wrong = allowed === 0 ? ({ kind: "never-allowed" } as const) : ({ kind: "too-often", allowed } as const);
      return [{ asked: constraint, event, other: null, wrong, isCertain: truth === TRUE && sure > allowed }];
    },
    (event) => {
      const truth = counted.matches(event);
      if (truth !== FALSE) counts.set(keyOf(event) as string, withOne(event, truth));
    },
  );
}

/** Events that are surely of the kind, and those that may be. */
interface Count {
  readonly sure: number;
  readonly perhaps: number;
}

/** A span that is open, or may be. */
interface Open {
  readonly event: CaseEvent;
  /** What closes it has the same; `null` where that is not known. */
  readonly key: string | null;
  isCertain: boolean;
}

/** Those of one applicant, or of the edition. */
interface Spans {
  /** In the order in which they were opened. */
  readonly all: Set<Open>;
  readonly byKey: Map<string | null, Open[]>;
}

function watchSpan(constraint: Constraint & Absence, between: NonNullable<Absence["between"]>, court: Court): Watch {
  const [opens, closes, barred] = [between.opens, between.closes, constraint.of].map((which) => matcherOf(which, court)) as [
    Matcher,
    Matcher,
    Matcher,
  ];
  const activityOf = ({ activity }: Which) => court.activities.get(activity) as Activity;
  const keyOf = keyFor([activityOf(between.opens), activityOf(between.closes)], between.same);
  /** A span bars what is of the same applicant, where both are an applicant's. */
  const caseOf = keyFor([activityOf(between.opens), activityOf(constraint.of)]);
  const open = new Map<string, Spans>();
  const inCase = (event: CaseEvent) => open.get(caseOf(event) as string) ?? { all: new Set(), byKey: new Map() };

  function begin(span: Open): void {
    const spans = inCase(span.event);
    open.set(caseOf(span.event) as string, spans);
    spans.all.add(span);
    const alike = spans.byKey.get(span.key);
    if (alike === undefined) spans.byKey.set(span.key, [span]);
    else alike.push(span);
  }

  function close(event: CaseEvent, isCertain: boolean): void {
    const key = keyOf(event);
    const { all, byKey } = inCase(event);
    const alike = byKey.get(key) ?? [];
    if (key !== null && isCertain) {
      for (const span of alike) all.delete(span);
      byKey.delete(key);
    }
    // It may have closed these.
    for (const span of key === null ? all : [...alike, ...(byKey.get(null) ?? [])]) span.isCertain = false;
  }

  return backward(
    (event) => {
      const truth = barred.matches(event);
      if (truth === FALSE) return NOTHING;
      const span = firstOf(inCase(event).all);
      if (span === null) return NOTHING;
      const isCertain = truth === TRUE && span.isCertain;
      return [{ asked: constraint, event, other: span.event, wrong: { kind: "never-allowed" }, isCertain }];
    },
    (event) => {
      const opened = opens.matches(event);
      if (opened !== FALSE) {
        begin({ event, key: keyOf(event), isCertain: opened === TRUE });
      }
      const closed = closes.matches(event);
      if (closed !== FALSE) close(event, closed === TRUE);
    },
  );
}

/** An event is wrong once, however many spans bar it: by the first that surely is open, or else the first that may be. */
function firstOf(spans: Iterable<Open>): Open | null {
  let first: Open | null = null;
  for (const span of spans) {
    if (span.isCertain) return span;
    first ??= span;
  }
  return first;
}
