/**
 * Writes `2023-flawed.events.ndjson`, the invented edition with 40 breaches of the measures, and `2023-flawed.breaches.json`, which they
 * are: by the articles, as whoever planted them read these. The same official calendar gives the same bytes.
 * Run it with Node 22.18 or later, after `npm run build`: `node generate-2023-flawed.ts`, in this folder.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  GOVERNMENT,
  generateEvents,
  HOLDER,
  type IsWorkingDay,
  inOrder,
  LEADING_GROUP,
  LEAGUES,
  type LogEvent,
  linesOf,
  OFFICE,
  PANELS,
  SEED,
  shifted,
} from "./generate-2023-events.ts";

/** One thing that is not as an article has it. */
export interface PlantedBreach {
  readonly kind: string;
  readonly provision: string;
  /** JSON Pointers: the event that is wrong, then the one that it is held against, where there is one. */
  readonly events: readonly string[];
}

/** A log that is changed event by event. */
interface Draft {
  /** The first that is as given and was not changed yet. */
  readonly the: (activity: string, of?: Partial<LogEvent>) => LogEvent;
  readonly all: (activity: string, of?: Partial<LogEvent>) => readonly LogEvent[];
  /** It is changed in place; what it was is forgotten. */
  readonly change: (event: LogEvent, by: Partial<LogEvent>) => LogEvent;
  readonly drop: (...events: readonly LogEvent[]) => void;
  readonly add: (event: LogEvent) => LogEvent;
  readonly breach: (kind: string, provision: string, ...events: readonly LogEvent[]) => void;
  /** Units under material review that were not visited, each given out once. */
  readonly unit: () => string;
  /** The name of a unit by its number. */
  readonly named: (number: string) => string;
}

/** Two years before the second day on which awards are given: the first is a day early. */
const PREVIOUS_AWARD_ON = "2021-12-21";
const SECOND_AWARD_DAY = "2023-12-21";
/** The seventh working day of the notice, which has not run out then. */
const REQUESTED_ON = "2023-12-18";
const SETTLED_ON = "2023-12-22";

export function generateFlawed(isWorkingDay: IsWorkingDay): { readonly log: string; readonly breaches: string } {
  const clean = generateEvents(SEED, isWorkingDay);
  const events = [...clean.events];
  const planted: { readonly kind: string; readonly provision: string; readonly events: readonly LogEvent[] }[] = [];
  const draft = draftOf(
    clean.applicants.map(({ name }) => name),
    events,
    planted,
  );
  for (const plant of [submissions, formalReviews, rechecks, reviews, visits, presentations, scores, decisions, awards])
    plant(draft);
  const ordered = inOrder(events);
  const placed = planted.map(({ kind, provision, events: held }) => ({
    kind,
    provision,
    events: held.map((event) => pointerTo(event, ordered)),
  }));
  const edition = { ...clean.edition, previousAwardOn: PREVIOUS_AWARD_ON };
  return {
    // From day to day the edition comes a day too soon; by calendar years it does not.
    log: linesOf({ ...clean, edition, interpretations: { editionInterval: "day-to-day" }, events: ordered }),
    breaches: `[\n${placed.map((breach) => JSON.stringify(breach)).join(",\n")}\n]\n`,
  };
}

/** Art. 11, and art. 4: no fee. */
function submissions({ the, change, breach, unit, add, drop }: Draft): void {
  const bare = the("submission", { applicant: unit() });
  breach("without-evidence", "art_11__sent_1", change(bare, { evidence: ["application-form"] }));
  const late = the("submission", { applicant: unit() });
  breach("late-submission", "art_11__sent_1", change(late, { occurredOn: "2023-06-01" }));
  const elsewhere = the("submission", { applicant: unit() });
  breach("wrong-league", "art_11__sent_1", change(elsewhere, { data: { to: elsewhereThan(elsewhere) } }));
  for (const by of [LEAGUES, OFFICE]) {
    const applicant = unit();
    breach("fee", "art_4__sent_1", add({ activity: "fee", occurredOn: "2023-06-12", by, applicant }));
  }
  const applicant = unit();
  drop(the("submission", { applicant }));
  breach("skipped-submission", "art_12__sent_1", the("formal-review", { applicant }));
}

/** Art. 12. */
function formalReviews({ the, change, drop, breach, unit }: Draft): void {
  breach("wrong-body", "art_12__sent_1", change(the("formal-review", { applicant: unit() }), { by: OFFICE }));
  const skipped = unit();
  drop(the("formal-review", { applicant: skipped }));
  breach("skipped-formal-review", "art_12__sent_1", the("recommendation", { applicant: skipped }));
  const hasty = unit();
  const reviewedOn = the("formal-review", { applicant: hasty }).occurredOn;
  const early = change(the("recommendation", { applicant: hasty }), { occurredOn: shifted(reviewedOn, -1) });
  breach("out-of-order", "art_12__sent_1", early);
  const refused = unit();
  const review = change(the("formal-review", { applicant: refused }), { data: { result: "ineligible" } });
  breach("recommended-though-ineligible", "art_12__sent_1", the("recommendation", { applicant: refused }), review);
}

/** Art. 13. */
function rechecks({ the, change, drop, breach, unit }: Draft): void {
  breach("wrong-body", "art_13__sent_1", change(the("recheck", { applicant: unit() }), { by: LEAGUES }));
  breach("without-evidence", "art_13__sent_1", change(the("recheck", { applicant: unit() }), { evidence: [] }));
  const skipped = unit();
  drop(the("recommendation", { applicant: skipped }));
  breach("skipped-recommendation", "art_13__sent_1", the("recheck", { applicant: skipped }));
  const hasty = unit();
  const recommendedOn = the("recommendation", { applicant: hasty }).occurredOn;
  breach(
    "out-of-order",
    "art_13__sent_1",
    change(the("recheck", { applicant: hasty }), { occurredOn: shifted(recommendedOn, -1) }),
  );
}

/** Art. 13, 14 (1) and 20: material review. */
function reviews({ the, all, change, add, breach, unit }: Draft): void {
  const listed = the("qualified-list-notice");
  const early = change(the("material-review", { applicant: unit() }), { occurredOn: shifted(listed.occurredOn, -1) });
  breach("before-qualified-list", "art_13__sent_1", early);
  // A unit that the re-check refused and the list does not name: two things at once.
  const [refused] = all("recheck").filter(({ data }) => data?.["result"] === "unqualified") as [LogEvent];
  const like = the("material-review");
  const review = add({ ...like, applicant: refused.applicant as string });
  breach("reviewed-though-unqualified", "art_13__sent_1", review, refused);
  breach("reviewed-though-not-listed", "art_13__sent_1", review, listed);
  const bare = the("material-review", { applicant: unit() });
  breach("without-evidence", "art_14__item_1__sent_2", change(bare, { evidence: ["review-opinion"] }));
  const own = the("material-review", { applicant: unit() });
  const { applicant, person } = own as Required<LogEvent>;
  const declared = { activity: "interest-declaration", occurredOn: shifted(own.occurredOn, 1), by: PANELS, applicant, person };
  breach("interested-reviewer", "art_20__sent_1", own, add(declared));
}

/** Art. 14 (2) and 20: on-site review. */
function visits({ the, all, change, add, breach, named }: Draft): void {
  const [byOffice] = all("site-review", { applicant: named("039") }) as [LogEvent];
  breach("wrong-body", "art_14__item_2__sent_2", change(byOffice, { by: OFFICE }));
  const before = shifted(the("shortlist").occurredOn, -3);
  const early = change(the("site-review", { applicant: named("041") }), { occurredOn: before });
  breach("out-of-order", "art_14__item_2__sent_2", early);
  // The reviewer whose sheet the selection leaves out.
  const interest = the("interest-declaration", { applicant: named("036") });
  const like = the("site-review", { applicant: named("036") });
  breach("interested-reviewer", "art_20__sent_1", add({ ...like, person: interest.person as string }), interest);
  for (const visit of all("site-review", { applicant: named("042") })) change(visit, { data: { completed: false } });
  breach("presented-without-visit", "art_14__item_3__sent_2", the("presentation", { applicant: named("042") }));
}

/** Art. 14 (3). */
function presentations({ the, change, breach, named }: Draft): void {
  const deputy = change(the("presentation", { applicant: named("069") }), { person: "invented-deputy-069 虚构副职" });
  breach("not-by-principal-leader", "art_14__item_3__sent_2", deputy);
  const presentation = the("presentation", { applicant: named("021") });
  const early = the("presentation-scoring", { applicant: named("021") });
  const moved = change(early, { occurredOn: shifted(presentation.occurredOn, -1) });
  breach("out-of-order", "art_14__item_3__sent_2", moved);
}

/** Art. 15. */
function scores({ the, all, change, drop, breach, named }: Draft): void {
  drop(...all("presentation-scoring", { applicant: named("024") }));
  breach("skipped-scoring", "art_15__sent_1", the("composite-scoring", { applicant: named("024") }));
  const composite = the("composite-scoring", { applicant: named("018") });
  const counted = change(composite, { data: { basis: ["material", "site", "presentation"] } });
  breach("material-scores-counted", "art_15__sent_1", counted);
}

/** Art. 16 and 17: from the proposal to the approval. */
function decisions({ the, change, drop, breach, named }: Draft): void {
  const listed = the("award-notice").data?.["units"] as readonly string[];
  const data = { units: [...listed, named("018")] };
  drop(the("consultation"));
  const proposal = change(the("proposal"), { data, evidence: ["consultation-summary", "list"] });
  breach("skipped-consultation", "art_16__sent_1", proposal);
  breach("without-evidence", "art_16__sent_1", proposal);
  breach("wrong-body", "art_16__sent_2", change(the("deliberation"), { by: OFFICE }));
  const notice = change(the("award-notice"), { data });
  const request = change(the("approval-request"), { occurredOn: REQUESTED_ON });
  breach("notice-too-short", "art_16__sent_2", request, notice);
  const objection = the("objection");
  change(the("objection-settled"), { occurredOn: SETTLED_ON });
  breach("requested-while-objected", "art_17__sent_1", request, objection);
  const approval = change(the("approval"), { by: LEADING_GROUP });
  breach("approved-while-objected", "art_17__sent_1", approval, objection);
  breach("wrong-body", "art_17__sent_1", approval);
}

/** Art. 3, 4, 16, 17 and 18: awards and grants. */
function awards({ the, all, change, add, breach, named }: Draft): void {
  const [first, ...others] = all("award") as [LogEvent, ...LogEvent[]];
  breach("editions-too-close", "art_3__para_1__sent_1", first);
  for (const award of others) change(award, { occurredOn: SECOND_AWARD_DAY });
  const bare = change(the("award", { applicant: named("027") }), { evidence: ["commendation", "plaque"] });
  breach("without-evidence", "art_17__sent_1", bare);
  const [, sixth] = ["018", "021"].map((number) => {
    for (const report of [
      ...all("promotion", { applicant: named("069") }),
      ...all("performance-report", { applicant: named("069") }),
    ])
      add({ ...report, by: HOLDER, applicant: named(number) });
    return add({ ...first, occurredOn: SECOND_AWARD_DAY, applicant: named(number) });
  }) as [LogEvent, LogEvent];
  breach("beyond-quota", "art_3__para_1__sent_1", sixth);
  breach("awarded-though-not-published", "art_16__sent_2", sixth, the("award-notice"));
  const like = the("grant-payment");
  breach("grant-to-repeat-winner", "art_18__sent_2", add({ ...like, by: GOVERNMENT, applicant: first.applicant as string }));
  const tooSoon = change(the("grant-payment", { applicant: named("036") }), { data: { budgetYear: 2023 } });
  breach("wrong-budget-year", "art_4__sent_2", tooSoon, the("award", { applicant: named("036") }));
}

function draftOf(
  names: readonly string[],
  events: LogEvent[],
  planted: { readonly kind: string; readonly provision: string; readonly events: readonly LogEvent[] }[],
): Draft {
  const named = (number: string) => names.find((name) => name.startsWith(`invented-${number} `)) as string;
  const all = (activity: string, of: Partial<LogEvent> = {}) =>
    events.filter((event) => event.activity === activity && (of.applicant === undefined || event.applicant === of.applicant));
  const visited = new Set(all("site-review").map(({ applicant }) => applicant));
  const declared = new Set(all("interest-declaration").map(({ applicant }) => applicant));
  const units = new Set(all("material-review").map(({ applicant }) => applicant as string));
  const left = [...units].filter((name) => !visited.has(name) && !declared.has(name));
  return {
    the: (activity, of) => all(activity, of)[0] as LogEvent,
    all,
    change(event, by) {
      const { recordedOn: _, ...rest } = event;
      const changed = { ...(by.occurredOn === undefined ? event : rest), ...by };
      events[events.indexOf(event)] = changed;
      return changed;
    },
    drop: (...dropped) => {
      for (const event of dropped) events.splice(events.indexOf(event), 1);
    },
    add(event) {
      const { recordedOn: _, ...added } = event;
      events.push(added);
      return added;
    },
    breach: (kind, provision, ...held) => {
      planted.push({ kind, provision, events: held });
    },
    unit: () => left.shift() as string,
    named,
  };
}

function elsewhereThan({ data }: LogEvent): string {
  return data?.["to"] === "呼和浩特市" ? "包头市" : "呼和浩特市";
}

/** @throws Error where it was changed after it was planted */
function pointerTo(event: LogEvent, events: readonly LogEvent[]): string {
  const at = events.indexOf(event);
  if (at === -1) throw new Error(`no such event: ${JSON.stringify(event)}`);
  return `/events/${at}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { officialWorkingDays } = await import("./working-days.ts");
  const { log, breaches } = generateFlawed(await officialWorkingDays());
  writeFileSync(new URL("2023-flawed.events.ndjson", import.meta.url), log);
  writeFileSync(new URL("2023-flawed.breaches.json", import.meta.url), breaches);
}
