/** Editions that follow the measures of 2022 step by step, as somebody writes them who has the law in hand; no code under test. */
import fc from "fast-check";

export interface LogEvent {
  readonly activity: string;
  readonly occurredOn: string;
  readonly applicant?: string;
  readonly by: string;
  readonly person?: string;
  readonly evidence?: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface Log {
  readonly edition: Readonly<Record<string, unknown>>;
  readonly applicants: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[];
  readonly events: readonly LogEvent[];
}

/** How far an applicant gets: each is a step further than the one before. */
const FATES = ["ineligible", "unqualified", "off-shortlist", "visited", "winner"] as const;
type Fate = (typeof FATES)[number];

const OFFICE = "regional-market-regulator";
const LEAGUE = "league-city-market-regulators";
const PANELS = "expert-panels";
const GOVERNMENT = "peoples-government";
const HOLDER = "award-holder";

const plan = fc.record({
  fates: fc
    .array(fc.constantFrom<Fate>(...FATES), { minLength: 1, maxLength: 8 })
    .map((fates) => limited(["winner", ...fates]))
    .chain((fates) => fc.shuffledSubarray(fates, { minLength: fates.length })),
  reviewers: fc.integer({ min: 1, max: 3 }),
  begins: fc.integer({ min: 0, max: 300 }),
  /** Days between two steps. */
  pauses: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 60, maxLength: 60 }),
  objections: fc.integer({ min: 0, max: 2 }),
  wonBefore: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
});

/** No more than five win (art. 3). */
function limited(fates: readonly Fate[]): Fate[] {
  let winners = 0;
  return fates.map((fate) => {
    if (fate === "winner") winners += 1;
    return fate === "winner" && winners > 5 ? "visited" : fate;
  });
}

export const cleanEditions: fc.Arbitrary<Log> = plan.map(({ fates, reviewers, begins, pauses, objections, wonBefore }) => {
  const events: LogEvent[] = [];
  const start = Date.UTC(2023, 0, 10) + begins * 86_400_000;
  let day = start;
  let pause = 0;
  const date = (at = day) => new Date(at).toISOString().slice(0, 10);
  const wait = (more = 0) => {
    day += ((pauses[pause % pauses.length] as number) + more) * 86_400_000;
    pause += 1;
  };
  const units = fates.map((fate, at) => ({ name: `U${at}`, fate, wonBefore: wonBefore[at] as boolean }));
  const further = (least: Fate) => units.filter(({ fate }) => FATES.indexOf(fate) >= FATES.indexOf(least));
  const names = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name);
  const add = (activity: string, by: string, rest: Partial<LogEvent> = {}) => {
    events.push({ activity, occurredOn: date(), by, ...rest });
  };

  add("announcement", OFFICE, { evidence: ["work-plan"] });
  const submissionsUntil = date(start + 60 * 86_400_000);
  day += 86_400_000;
  for (const { name } of units)
    add("submission", "applicant", {
      applicant: name,
      evidence: ["application-form", "supporting-documents"],
      data: { to: `league of ${name}` },
    });
  wait();
  for (const { name, fate } of units) {
    const result = fate === "ineligible" ? "ineligible" : "eligible";
    add("formal-review", LEAGUE, { applicant: name, data: { result } });
    if (result === "eligible") add("recommendation", LEAGUE, { applicant: name, evidence: ["recommendation-opinion"] });
  }
  wait();
  for (const { name, fate } of further("unqualified")) {
    const result = fate === "unqualified" ? "unqualified" : "qualified";
    add("recheck", OFFICE, { applicant: name, evidence: ["department-opinion"], data: { result } });
  }
  wait();
  add("qualified-list-notice", OFFICE, { evidence: ["list"], data: { units: names(further("off-shortlist")) } });
  for (const [stage, of, data] of [
    ["material-review", "off-shortlist", undefined],
    ["site-review", "visited", { completed: true }],
    ["presentation-scoring", "visited", undefined],
  ] as const) {
    wait();
    if (stage === "site-review") {
      add("shortlist", OFFICE, { evidence: ["list"], data: { units: names(further("visited")) } });
      wait();
    }
    for (const { name } of further(of)) {
      if (stage === "presentation-scoring") add("presentation", "applicant", { applicant: name, person: `leader of ${name}` });
      if (stage === "material-review")
        add("interest-declaration", PANELS, { applicant: name, person: "expert with an interest" });
      for (let reviewer = 0; reviewer < reviewers; reviewer += 1)
        add(stage, PANELS, {
          applicant: name,
          person: `expert ${reviewer}`,
          evidence: ["review-opinion", "scores"],
          ...(data === undefined ? {} : { data }),
        });
    }
  }
  wait();
  for (const { name } of further("visited"))
    add("composite-scoring", OFFICE, { applicant: name, evidence: ["scores"], data: { basis: ["site", "presentation"] } });
  wait();
  const winners = further("winner");
  add("consultation", OFFICE, { evidence: ["list"], data: { units: names(winners) } });
  wait();
  add("proposal", OFFICE, { evidence: ["review-report", "consultation-summary", "list"], data: { units: names(winners) } });
  wait();
  add("deliberation", "leading-group", { data: { result: "passed" } });
  wait();
  add("award-notice", OFFICE, { evidence: ["list"], data: { units: names(winners) } });
  for (let number = 0; number < objections; number += 1) {
    wait();
    add("objection", OFFICE, { data: { number: `${number}` } });
    wait();
    add("objection-settled", OFFICE, { data: { number: `${number}` } });
  }
  // More than seven working days, whatever holidays there are.
  wait(25);
  add("approval-request", OFFICE);
  wait();
  add("approval", GOVERNMENT);
  wait();
  for (const { name } of winners)
    add("award", GOVERNMENT, { applicant: name, evidence: ["commendation", "plaque", "certificate"] });
  const budgetYear = new Date(day).getUTCFullYear() + 1;
  wait(30);
  for (const { name, wonBefore: again } of winners)
    if (!again) add("grant-payment", GOVERNMENT, { applicant: name, data: { budgetYear } });
  for (let year = 1; year <= 3; year += 1) {
    wait(300);
    for (const { name, wonBefore: again } of winners) {
      add("promotion", HOLDER, { applicant: name });
      add("performance-report", HOLDER, { applicant: name, evidence: ["performance-report"] });
      if (year === 1 && !again) add("funds-evaluation", HOLDER, { applicant: name });
    }
  }
  return {
    edition: { submissionsUntil, previousAwardOn: "2020-12-01" },
    applicants: units.map(({ name, wonBefore: again }) => ({
      name,
      league: `league of ${name}`,
      principalLeader: `leader of ${name}`,
      wonBefore: again,
    })),
    events,
  };
});
