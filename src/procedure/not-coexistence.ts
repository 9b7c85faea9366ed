/** Not-coexistence: where there is one there is not the other, whichever comes first. */
import type { Activity, Constraint, NotCoexistence } from "../kernel/procedure.js";
import { FALSE, TRUE } from "../kernel/truth.js";
import type { Finding } from "./finding.js";
import type { CaseEvent } from "./log.js";
import { caseFor, type KeyOf, matcherOf, sameFor } from "./matching.js";
import { backward, type Court, NOTHING, type Watch } from "./watch.js";

interface Sighting {
  readonly event: CaseEvent;
  readonly isCertain: boolean;
}

/** Of one applicant, or of the edition. */
interface Seen {
  /** By what is the same: the first event that is surely a `first`, or else the last that may be. Of most applicants there is none. */
  firsts: Map<string, Sighting> | null;
  /** What would be wrong beside a `first` that is still to come. */
  waiting: Waiting;
  /** A `first`, and a `first` of which it is not known what it has in common with others. */
  any: CaseEvent | null;
  vague: CaseEvent | null;
  /** What may be wrong beside any `first`, since it is not known what it has in common with others. */
  vagueSeconds: CaseEvent[];
}

/** As they came; by what is the same once there is any `first`. */
type Waiting = CaseEvent[] | Map<string, CaseEvent[]>;

export function watchNotCoexistence(constraint: Constraint & NotCoexistence, court: Court): Watch {
  const { first, second, same = [] } = constraint;
  const [isFirst, isSecond] = [matcherOf(first, court), matcherOf(second, court)];
  const caseOf = caseFor([first, second].map(({ activity }) => court.activities.get(activity) as Activity));
  const sameOf = same.length === 0 ? () => "" : sameFor(same);
  const seen = new Map<string, Seen>();

  function finding(wrong: CaseEvent, beside: Sighting): Finding {
    const isCertain = isSecond.matches(wrong) === TRUE && beside.isCertain;
    return { asked: constraint, event: wrong, other: beside.event, wrong: { kind: "not-together" }, isCertain };
  }

  function doubt(second: CaseEvent, beside: CaseEvent): Finding {
    return { asked: constraint, event: second, other: beside, wrong: { kind: "not-together" }, isCertain: false };
  }

  /** Of an event of which it is not known what it has in common with others: it may be wrong beside any, and any beside it. */
  function doubts(
    event: CaseEvent,
    known: Seen | undefined,
    is: { readonly isFirst: boolean; readonly isSecond: boolean },
  ): readonly Finding[] {
    const own = is.isSecond && known?.any != null ? [doubt(event, known.any)] : [];
    // Of several such, the first was told of.
    if (!is.isFirst || known === undefined || known.vague !== null) return own;
    const before = Array.isArray(known.waiting) ? known.waiting : [...known.waiting.values()].flat();
    return [...own, ...[...before, ...(known.any === null ? known.vagueSeconds : [])].map((second) => doubt(second, event))];
  }

  function waitingBeside(waiting: Waiting, key: string): readonly CaseEvent[] {
    return Array.isArray(waiting) ? waiting.filter((event) => sameOf(event) === key) : (waiting.get(key) ?? NOTHING);
  }

  function seenOf(event: CaseEvent): Seen {
    const name = caseOf(event);
    const known = seen.get(name);
    if (known !== undefined) return known;
    const none: Seen = { firsts: null, waiting: [], any: null, vague: null, vagueSeconds: [] };
    seen.set(name, none);
    return none;
  }

  return backward(
    (event) => {
      const one = isFirst.matches(event);
      const another = isSecond.matches(event);
      const known = one === FALSE && another === FALSE ? undefined : seen.get(caseOf(event));
      if (one === FALSE && (known === undefined || known.any === null)) return NOTHING;
      const key = sameOf(event);
      if (key === null) return doubts(event, known, { isFirst: one !== FALSE, isSecond: another !== FALSE });
      const before = known?.firsts?.get(key);
      if (another !== FALSE && before !== undefined) return [finding(event, before)];
      if (another !== FALSE && one === FALSE && known?.vague != null) return [doubt(event, known.vague)];
      // What is beside another that may be one was told of that.
      if (one === FALSE || before?.isCertain === true || (before !== undefined && one !== TRUE)) return NOTHING;
      // Those that came before are wrong now.
      const wrong = [...waitingBeside(known?.waiting ?? [], key), ...(another === FALSE ? [] : [event])];
      const doubtful = known?.any == null ? (known?.vagueSeconds ?? []) : [];
      return [
        ...wrong.map((second) => finding(second, { event, isCertain: one === TRUE })),
        ...doubtful.map((second) => doubt(second, event)),
      ];
    },
    (event) => {
      const one = isFirst.matches(event);
      const another = isSecond.matches(event);
      if (one === FALSE && another === FALSE) return;
      const key = sameOf(event);
      const known = seenOf(event);
      if (key === null) {
        if (another !== FALSE) known.vagueSeconds.push(event);
        if (one !== FALSE) known.vague ??= event;
      }
      if (one !== FALSE) known.any ??= event;
      if (key === null) return;
      const before = known.firsts?.get(key);
      if (before?.isCertain === true) return;
      if (another !== FALSE && before === undefined) wait(known.waiting, key, event);
      if (one === FALSE) return;
      known.firsts ??= new Map();
      known.firsts.set(key, { event, isCertain: one === TRUE });
      known.waiting = byKey(known.waiting, sameOf);
      if (one === TRUE) known.waiting.delete(key);
    },
  );
}

function wait(waiting: Waiting, key: string, event: CaseEvent): void {
  const list = Array.isArray(waiting) ? waiting : waiting.get(key);
  if (list !== undefined) list.push(event);
  else if (!Array.isArray(waiting)) waiting.set(key, [event]);
}

function byKey(waiting: Waiting, sameOf: KeyOf): Map<string, CaseEvent[]> {
  if (!Array.isArray(waiting)) return waiting;
  const sorted = new Map<string, CaseEvent[]>();
  for (const event of waiting) wait(sorted, sameOf(event) as string, event);
  return sorted;
}
