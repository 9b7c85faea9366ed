/** An event of XES as one of a log. */
import type { FailureList } from "../../kernel/failure-list.js";
import type { Activity } from "../../kernel/procedure.js";
import { nearestOf } from "../../kernel/read-members.js";
import type { CaseContext } from "./case-context.js";
import type { XesAttribute, XesPart } from "./document.js";
import { FIELD_PREFIX, KEYS, LABELS } from "./keys.js";
import { namesByLabel } from "./names-by-label.js";
import { type Members, readAsGiven, readFields, readNulls } from "./read-fields.js";
import { Taker } from "./taker.js";
import { parseTimestamp } from "./timestamp.js";

export interface ReadEvent {
  readonly members: Members;
  readonly activity: Activity | null;
  /** Seconds since 1970, to be ordered by. */
  readonly seconds: number;
  /** As our own logs say it, not checked. */
  readonly place: XesAttribute | undefined;
  readonly taker: Taker;
}

export class EventReader {
  readonly #activities: ReadonlyMap<string, string>;
  readonly #bodies: ReadonlyMap<string, string>;
  readonly #context: CaseContext;
  readonly #failures: FailureList;

  constructor(context: CaseContext, failures: FailureList) {
    this.#activities = namesByLabel(context.procedure.activities);
    this.#bodies = namesByLabel(context.labelledBodies);
    this.#context = context;
    this.#failures = failures;
  }

  /** All of it but the applicant. */
  read(part: XesPart): ReadEvent {
    const taker = new Taker(part, this.#failures);
    const name = this.#named(taker, KEYS.name, this.#activities) ?? null;
    const activity = name === null ? null : (this.#context.activities.get(name) ?? null);
    const time = this.#time(taker);
    this.#transition(taker);
    const by = this.#body(taker);
    const person = taker.value(KEYS.person);
    const recordedOn = taker.value(KEYS.recordedOn);
    const evidence = taker.value(KEYS.evidence);
    for (const key of Object.values(LABELS)) taker.take(key);
    const confidential = taker.value(KEYS.confidential);
    const data = readFields(taker, FIELD_PREFIX.event, activity?.data ?? []);
    const members: Members = new Map<string, unknown>([
      ["activity", name],
      ["occurredOn", time?.day],
      ["recordedOn", recordedOn],
      ["by", by],
      ["person", person === undefined ? undefined : readAsGiven(taker, KEYS.personAsGiven, person)],
      ["evidence", evidence],
      ["confidential", confidential],
    ]);
    readNulls(taker, members, new Map([["data", data]]));
    if (data.size > 0 && members.has("data")) taker.twice("data");
    if (data.size > 0 || taker.value(KEYS.emptyData) === true) members.set("data", Object.fromEntries(data));
    return { members, activity, seconds: time?.seconds ?? 0, place: taker.take(KEYS.place), taker };
  }

  #time(taker: Taker) {
    const attribute = taker.take(KEYS.time);
    if (attribute === undefined) {
      taker.lacks(KEYS.time);
      return null;
    }
    const time = parseTimestamp(attribute.value.trim());
    if (time === null) taker.wrong(attribute, { code: "not-a-time", found: attribute.value });
    return time;
  }

  /** An event of a log is something that was done. */
  #transition(taker: Taker): void {
    const attribute = taker.take(KEYS.transition);
    if (attribute !== undefined && attribute.value.trim().toLowerCase() !== "complete")
      taker.wrong(attribute, { code: "not-complete", found: attribute.value });
  }

  /** The group, or else the role; where both are there, they have to be the same body. */
  #body(taker: Taker): string | undefined {
    if (!taker.part.attributes.has(KEYS.role)) return this.#named(taker, KEYS.group, this.#bodies);
    const role = taker.part.attributes.get(KEYS.role) as XesAttribute;
    const byRole = this.#named(taker, KEYS.role, this.#bodies);
    if (!taker.part.attributes.has(KEYS.group)) return byRole;
    const byGroup = this.#named(taker, KEYS.group, this.#bodies);
    if (byRole !== undefined && byGroup !== undefined && byRole !== byGroup)
      taker.wrong(role, { code: "says-otherwise", found: byRole, other: byGroup });
    return byGroup;
  }

  /** @returns `undefined` where it lacks, or names nothing that is known, which is reported */
  #named(taker: Taker, key: string, names: ReadonlyMap<string, string>): string | undefined {
    const attribute = taker.take(key);
    if (attribute === undefined) {
      taker.lacks(key);
      return undefined;
    }
    const text = attribute.value.trim();
    const name = names.get(text);
    if (name !== undefined) return name;
    const values = [...new Set(names.values())];
    const near = nearestOf(text, names.keys(), this.#failures);
    taker.wrong(attribute, { code: "not-a-value", found: attribute.value, values, near });
    return undefined;
  }
}
