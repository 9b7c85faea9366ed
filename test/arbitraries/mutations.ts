/** Ways in which a log departs from what was done: something left out, exchanged, done by others, on another day, or with less in hand. */
import fc from "fast-check";
import type { Log, LogEvent } from "./editions.js";

export const MUTATIONS = ["drop", "swap", "re-actor", "re-date", "bare", "re-edition"] as const;
export type MutationKind = (typeof MUTATIONS)[number];

export interface Mutation {
  readonly kind: MutationKind;
  /** Places, taken by the length of what they are in. */
  readonly at: number;
  readonly other: number;
  readonly day: string;
}

const BODIES = ["applicant", "award-holder", "league-city-market-regulators", "regional-market-regulator", "leading-group"];
BODIES.push("peoples-government", "expert-panels", "industry-departments");
const PERSONS = ["expert 0", "expert 1", "expert with an interest", "leader of U0", "leader of U1", "somebody else"];

const FIRST = Date.UTC(2022, 11, 12);
const DAYS = 6 * 365;

/** @param kinds those that it may be of */
export function mutations(...kinds: readonly MutationKind[]): fc.Arbitrary<Mutation> {
  const day = fc.integer({ min: 0, max: DAYS }).map((days) => new Date(FIRST + days * 86_400_000).toISOString().slice(0, 10));
  return fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(10_000), other: fc.nat(10_000), day });
}

export function mutated(log: Log, { kind, at, other, day }: Mutation): Log {
  const { events } = log;
  if (events.length === 0) return log;
  const place = at % events.length;
  const event = events[place] as LogEvent;
  const put = (...changes: readonly (readonly [number, LogEvent])[]) => ({
    ...log,
    events: events.map((one, which) => changes.find(([changed]) => changed === which)?.[1] ?? one),
  });
  switch (kind) {
    case "drop":
      return { ...log, events: events.toSpliced(place, 1) };
    case "swap": {
      // Every second time it is the next one.
      const partner = (other % 2 === 0 ? place + 1 : other) % events.length;
      const its = events[partner] as LogEvent;
      return put([place, { ...event, occurredOn: its.occurredOn }], [partner, { ...its, occurredOn: event.occurredOn }]);
    }
    case "re-actor": {
      const isPerson = event.person !== undefined && other % 2 === 0;
      if (isPerson) return put([place, { ...event, person: taken(PERSONS, other >> 1) }]);
      return put([place, { ...event, by: taken(BODIES, other >> 1) }]);
    }
    case "re-date":
      return put([place, { ...event, occurredOn: day }]);
    case "bare": {
      const { evidence = [] } = event;
      return evidence.length === 0 ? log : put([place, { ...event, evidence: evidence.toSpliced(other % evidence.length, 1) }]);
    }
    case "re-edition":
      return { ...log, edition: { ...log.edition, [other % 2 === 0 ? "previousAwardOn" : "submissionsUntil"]: day } };
  }
}

function taken<T>(from: readonly T[], place: number): T {
  return from[place % from.length] as T;
}
