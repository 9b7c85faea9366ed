/** Logs of one edition under the 2022 measures, of as many events as are wanted: the applicants grow with them. */

const OFFICE = "regional-market-regulator";
const LEAGUES = "league-city-market-regulators";
const PANELS = "expert-panels";
const GOVERNMENT = "peoples-government";
const REVIEWERS = 5;
/** One applicant in so many is visited. */
const VISITED = 5;
const AWARDS = 4;
/** Events of five applicants, one of them visited. */
const EVENTS_OF_FIVE = VISITED * (4 + REVIEWERS) + 2 * REVIEWERS + 2;
/** Objections are made and settled one after the other. */
const APPLICANTS_AN_OBJECTION = 50;

/** What the measures forbid, and where: one of these goes wrong with each applicant that is chosen for it, and nothing else. */
const FAULTS = [
  { provision: "art_11__sent_1", activity: "submission", change: { occurredOn: "2023-06-05" } },
  { provision: "art_11__sent_1", activity: "submission", change: { data: { to: "elsewhere" } } },
  { provision: "art_12__sent_1", activity: "formal-review", change: { by: OFFICE } },
  { provision: "art_12__sent_1", activity: "recommendation", change: { evidence: [] } },
  { provision: "art_13__sent_1", activity: "material-review", change: { occurredOn: "2023-06-25" } },
  { provision: "art_20__sent_1", activity: "material-review", change: { person: "interested" } },
];
/** Somebody has an interest in those whom the last fault may be of. */
const INTERESTED = FAULTS.length - 1;

/**
 * @param {number} count events, about so many
 * @param {number} everyFaulty with one applicant in so many something is wrong; 0: with nobody
 * @returns the question of an audit as it comes from JSON, and the provisions breached, one a breach
 */
export function logOf(count, everyFaulty = 0) {
  const units = Array.from({ length: Math.max(VISITED, Math.round((VISITED * count) / EVENTS_OF_FIVE)) }, (_, at) => `U${at}`);
  const visited = units.filter((_, at) => at % VISITED === 0);
  const winners = visited.slice(0, AWARDS);
  const events = [];
  const add = (activity, occurredOn, by, rest = {}) => events.push({ activity, occurredOn, by, ...rest });
  const list = (names) => ({ evidence: ["list"], data: { units: names } });
  const reviews = (activity, occurredOn, applicant, data) => {
    const evidence = ["review-opinion", "scores"];
    for (let at = 0; at < REVIEWERS; at += 1)
      add(activity, occurredOn, PANELS, { applicant, person: `reviewer ${at}`, evidence, ...(data && { data }) });
  };

  add("announcement", "2023-04-10", OFFICE, { evidence: ["work-plan"] });
  for (const applicant of units) {
    const evidence = ["application-form", "supporting-documents"];
    add("submission", "2023-05-15", "applicant", { applicant, evidence, data: { to: leagueOf(applicant) } });
  }
  for (const applicant of units) {
    add("formal-review", "2023-06-06", LEAGUES, { applicant, data: { result: "eligible" } });
    add("recommendation", "2023-06-07", LEAGUES, { applicant, evidence: ["recommendation-opinion"] });
  }
  for (const applicant of units)
    add("recheck", "2023-06-20", OFFICE, { applicant, evidence: ["department-opinion"], data: { result: "qualified" } });
  add("qualified-list-notice", "2023-06-26", OFFICE, list(units));
  for (const applicant of units.filter((_, at) => at % FAULTS.length === INTERESTED))
    add("interest-declaration", "2023-07-07", PANELS, { applicant, person: "interested" });
  for (const applicant of units) reviews("material-review", "2023-07-10", applicant);
  add("shortlist", "2023-07-31", OFFICE, list(visited));
  for (const applicant of visited) reviews("site-review", "2023-09-04", applicant, { completed: true });
  for (const applicant of visited) {
    add("presentation", "2023-11-14", "applicant", { applicant, person: `leader of ${applicant}` });
    reviews("presentation-scoring", "2023-11-14", applicant);
  }
  for (const applicant of visited)
    add("composite-scoring", "2023-11-30", OFFICE, {
      applicant,
      evidence: ["scores"],
      data: { basis: ["site", "presentation"] },
    });
  add("consultation", "2023-12-01", OFFICE, list(winners));
  add("proposal", "2023-12-05", OFFICE, { ...list(winners), evidence: ["review-report", "consultation-summary", "list"] });
  add("deliberation", "2023-12-06", "leading-group", { data: { result: "passed" } });
  add("award-notice", "2023-12-07", OFFICE, list(winners));
  for (let at = 0; at < units.length; at += APPLICANTS_AN_OBJECTION) {
    add("objection", "2023-12-12", OFFICE, { data: { number: `${at}` } });
    add("objection-settled", "2023-12-12", OFFICE, { data: { number: `${at}` } });
  }
  add("approval-request", "2023-12-19", OFFICE);
  add("approval", "2023-12-20", GOVERNMENT);
  for (const applicant of winners)
    add("award", "2023-12-20", GOVERNMENT, { applicant, evidence: ["commendation", "plaque", "certificate"] });
  for (const applicant of winners) add("grant-payment", "2024-03-05", GOVERNMENT, { applicant, data: { budgetYear: 2024 } });
  const breached = everyFaulty === 0 ? [] : spoil(events, units, everyFaulty);
  const applicants = units.map((name) => ({
    name,
    league: leagueOf(name),
    principalLeader: `leader of ${name}`,
    wonBefore: false,
  }));
  const edition = { submissionsUntil: "2023-05-31", previousAwardOn: "2021-06-01" };
  // As it would come over a wire; a text of a million events would be longer than a text can be.
  const [head, sent] = [throughJson({ edition, applicants }), events.map(throughJson)];
  return { question: { ...head, events: sent }, breached };
}

function throughJson(value) {
  return JSON.parse(JSON.stringify(value));
}

/** Changes the first event that a fault is about, of every so-manieth unit. */
function spoil(events, units, every) {
  const faults = new Map(units.filter((_, at) => at % every === 0).map((name, at) => [name, FAULTS[at % FAULTS.length]]));
  const breached = [];
  for (const [at, event] of events.entries()) {
    const fault = faults.get(event.applicant);
    if (fault?.activity !== event.activity) continue;
    faults.delete(event.applicant);
    events[at] = { ...event, ...fault.change };
    breached.push(fault.provision);
  }
  return breached.sort();
}

function leagueOf(name) {
  return `league ${Number(name.slice(1)) % 12}`;
}
