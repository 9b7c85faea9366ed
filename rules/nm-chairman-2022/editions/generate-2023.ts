/**
 * Writes `2023.ndjson` and `2023-awards.ndjson`: an edition the size of the real one of 2023, with invented applicants.
 * The same seed gives the same bytes. Run it with Node 22.18 or later: `node generate-2023.ts`, in this folder.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const SEED = 20230071;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Facts = Readonly<Record<string, Json>>;
type Kind = "business" | "non-profit" | "both" | "association";

/** What sets an applicant apart from one that meets every condition. */
interface Departure {
  /** How many applicants are like this. */
  readonly times: number;
  readonly kind?: Kind;
  readonly facts?: Facts;
  readonly interpretations?: Readonly<Record<string, string>>;
}

const CALL = "2023-04-10";
const REVIEW = "2023-06-20";
const AWARD = "2023-12-20";
const BUDGETING = "2024-02-01";

/** The 12 leagues and cities in the administrative order, and how many units each recommends: 71 in all. */
const LEAGUES: readonly (readonly [name: string, recommended: number])[] = [
  ["呼和浩特市", 10],
  ["包头市", 9],
  ["呼伦贝尔市", 6],
  ["兴安盟", 3],
  ["通辽市", 6],
  ["赤峰市", 7],
  ["锡林郭勒盟", 5],
  ["乌兰察布市", 5],
  ["鄂尔多斯市", 10],
  ["巴彦淖尔市", 5],
  ["乌海市", 3],
  ["阿拉善盟", 2],
];

const TRADES: Readonly<Record<Kind, readonly string[]>> = {
  business: [
    "乳业",
    "稀土材料",
    "煤化工",
    "羊绒",
    "风电装备",
    "肉业",
    "玉米加工",
    "钢铁",
    "铝业",
    "光伏",
    "马铃薯",
    "葵花",
    "水泥",
    "酒业",
    "制药",
  ],
  "non-profit": ["医院", "学院", "疾控中心", "图书馆"],
  both: ["检验检测院", "农牧业科学院"],
  association: ["行业协会"],
};

const ACTIVITY: Readonly<Record<Kind, string>> = {
  business: "business",
  "non-profit": "non-profit",
  both: "both",
  association: "non-profit",
};

const POLICIES = [
  "conformsToIndustryPolicy",
  "conformsToQualityPolicy",
  "conformsToEnvironmentalPolicy",
  "conformsToEnergySavingPolicy",
  "conformsToSafetyPolicy",
  "conformsToOtherPolicies",
];
const PRACTICE = [
  "qualitySystemSound",
  "qualityModelAdvanced",
  "standardsSystemEstablished",
  "qualityInnovationMade",
  "qualityPracticeWorthPromoting",
  "qualityFirstPhilosophy",
  "qualityCultureUpheld",
  "qualityReformAdvanced",
];
const RANKS = ["economicIndicatorsAtFront", "technicalIndicatorsAtFront", "qualityLevelAtFront"];
const RESULTS = [
  "qualityDevelopmentOutstanding",
  "brandBuildingOutstanding",
  "technologyProgressOutstanding",
  "standardsInnovationOutstanding",
  "economicAndSocialBenefitOutstanding",
  "energySavingAndEmissionReductionOutstanding",
  "ecologicalProtectionOutstanding",
  "socialResponsibilityOutstanding",
];

/** Those that have shown no record and no boundary to anybody, and those that are fine on a second look. */
const ELIGIBLE: readonly Departure[] = [
  { times: 18 },
  { times: 4, kind: "non-profit" },
  { times: 2, kind: "both" },
  // Records that do not count.
  { times: 2, facts: { accidents: [{ occurredOn: "2016-08-02", domain: "safety", level: "general" }] } },
  { times: 2, facts: { breaches: [{ occurredOn: "2022-09-14", kind: "law", related: false, seriousInOperation: false }] } },
  // Unknown, and of no matter.
  { times: 1, kind: "both", facts: { activity: null } },
  {
    times: 1,
    facts: { operatingSince: "1998-07-01", operationStops: [{ stoppedOn: "2004-02-01", resumedOn: "2004-05-01", reason: null }] },
  },
  // Open points on which the outcome turns, with the usual reading.
  { times: 2, facts: { operationStops: [{ stoppedOn: "2021-11-05", resumedOn: "2022-03-10", reason: "seasonal" }] } },
  { times: 1, facts: { operationStops: [{ stoppedOn: "2022-10-02", resumedOn: "2022-12-08", reason: "force-majeure" }] } },
  { times: 1, facts: { appliedOn: "2023-05-20", operatingSince: "2018-05-20" } },
  {
    times: 1,
    facts: { appliedOn: "2023-05-20", accidents: [{ occurredOn: "2020-05-19", domain: "quality", level: "general" }] },
  },
  { times: 1, facts: { accidents: [{ occurredOn: "2020-02-29", domain: "environment", level: "general" }] } },
  { times: 2, facts: { breaches: [{ occurredOn: "2017-06-30", kind: "law", related: true, seriousInOperation: false }] } },
  { times: 1, facts: { fraudRevocations: [{ foundOn: "2018-02-06", revokedOn: "2018-04-10", announcedOn: "2018-06-01" }] } },
  { times: 1, facts: { callPublishedOn: null } },
  // Another reading chosen.
  { times: 1, kind: "association", interpretations: { otherOrganisations: "admitted" } },
  {
    times: 1,
    facts: { operationStops: [{ stoppedOn: "2021-03-01", resumedOn: "2021-04-01", reason: "ordered" }] },
    interpretations: { continuity: "only-own-choice-breaks" },
  },
  {
    times: 1,
    facts: { appliedOn: "2023-05-20", operatingSince: "2018-05-25" },
    interpretations: { lookbackAnchor: "decision-day" },
  },
  {
    times: 1,
    facts: { accidents: [{ occurredOn: "2023-04-20", domain: "safety", level: "general" }] },
    interpretations: { lookbackAnchor: "call-day" },
  },
  { times: 1, facts: { appliedOn: "2023-05-20", operatingSince: "2018-05-21" }, interpretations: { firstDay: "included" } },
  { times: 1, interpretations: { lookbackMeasure: "calendar-years", breachWindow: "at-any-time" } },
];

const INELIGIBLE: readonly Departure[] = [
  { times: 1, kind: "association" },
  { times: 1, facts: { registeredInRegion: false } },
  { times: 1, facts: { independentLegalPerson: false, holdsRequiredLicences: false } },
  { times: 1, facts: { operatingSince: "2020-09-15", qualityInnovationEffectiveSince: "2021-01-15" } },
  { times: 1, facts: { operatingSince: "2018-05-04", appliedOn: "2023-05-16" }, interpretations: { lookbackAnchor: "call-day" } },
  { times: 1, facts: { operationStops: [{ stoppedOn: "2021-03-01", resumedOn: "2021-04-01", reason: "ordered" }] } },
  { times: 1, facts: { operatesNormally: false, economicIndicatorsAtFront: false } },
  { times: 1, facts: { conformsToEnvironmentalPolicy: false, conformsToSafetyPolicy: null } },
  { times: 1, facts: { qualitySystemSound: false, standardsSystemEstablished: false } },
  { times: 1, facts: { qualityModelAdvanced: false, qualityInnovationMade: false, qualityPracticeWorthPromoting: false } },
  { times: 1, facts: { qualityInnovationEffectiveSince: "2022-01-10" } },
  { times: 1, facts: { qualityFirstPhilosophy: false, qualityCultureUpheld: false, qualityReformAdvanced: false } },
  { times: 1, kind: "non-profit", facts: { socialContributionAtFront: false } },
  { times: 1, facts: { brandBuildingOutstanding: false, standardsInnovationOutstanding: false } },
  { times: 1, facts: { accidents: [{ occurredOn: "2021-07-19", domain: "safety", level: "general" }], breaches: null } },
  {
    times: 1,
    facts: { appliedOn: "2023-05-20", accidents: [{ occurredOn: "2020-05-20", domain: "public-health", level: "general" }] },
  },
  { times: 1, facts: { breaches: [{ occurredOn: "2022-03-11", kind: "trust", related: true, seriousInOperation: false }] } },
  { times: 1, facts: { fraudRevocations: [{ foundOn: "2019-10-08", revokedOn: "2019-11-12", announcedOn: "2019-11-20" }] } },
];

const UNDETERMINED: readonly Departure[] = [
  { times: 1, facts: unknown([...PRACTICE, "qualityInnovationEffectiveSince", ...RESULTS]) },
  { times: 1, facts: unknown([...POLICIES, ...RANKS]) },
  {
    times: 1,
    facts: unknown(["organisationKind", "registeredInRegion", "independentLegalPerson", "operatingSince", "operatesNormally"]),
  },
  { times: 1, facts: unknown(["activity", "socialContributionAtFront"]) },
  { times: 1, facts: unknown(["accidents"]) },
  { times: 1, facts: { breaches: [{ occurredOn: "2022-11-23", kind: "rule", related: null, seriousInOperation: false }] } },
  { times: 1, facts: unknown(["holdsRequiredLicences", "operationStops", "fraudRevocations"]) },
];

export interface Edition {
  /** Questions as text, one a line. */
  readonly applicants: string;
  readonly awards: string;
  /** Ids of those made to be eligible, in the order of the lines. */
  readonly eligible: readonly string[];
  /** Ids of those made not to be; of the rest it is open. */
  readonly ineligible: readonly string[];
  /** Ids, the first first. */
  readonly winners: readonly string[];
}

export function generateEdition(seed: number): Edition {
  const random = randomOf(seed);
  const departures = shuffled([...ELIGIBLE, ...INELIGIBLE, ...UNDETERMINED].flatMap(repeated), random);
  const leagues = LEAGUES.flatMap(([name, recommended]) => new Array<string>(recommended).fill(name));
  const applicants = leagues.map((league, index) => applicantOf(index, league, departures[index] ?? { times: 1 }, random));
  const spotless = applicants.filter((_, index) => isSpotless(departures[index]));
  const winners = shuffled(spotless, random).slice(0, 4);
  const madeBy = (list: readonly Departure[]) =>
    applicants.filter((_, index) => list.some((one) => one === departures[index])).map(({ id }) => id);
  return {
    applicants: linesOf(applicants),
    awards: linesOf(winners.map(({ id }, index) => awardOf(id, index === 0))),
    eligible: madeBy(ELIGIBLE),
    ineligible: madeBy(INELIGIBLE),
    winners: winners.map(({ id }) => id),
  };
}

function applicantOf(index: number, league: string, departure: Departure, random: () => number) {
  const kind = departure.kind ?? "business";
  const number = String(index + 1).padStart(3, "0");
  const began = dayWithin(1956, 2016, random);
  const facts: Facts = {
    organisationKind: kind === "association" ? "social-organisation" : kind === "business" ? "enterprise" : "public-institution",
    callPublishedOn: CALL,
    registeredInRegion: true,
    independentLegalPerson: true,
    operatingSince: began,
    operationStops: [],
    operatesNormally: { value: true, by: `${league}市场监督管理局（虚构意见）` },
    ...all(POLICIES, true),
    holdsRequiredLicences: true,
    ...all(PRACTICE, true),
    qualityInnovationEffectiveSince: dayWithin(
      Math.max(2014, firstYearAfter(departure.facts?.["operatingSince"] ?? began)),
      2020,
      random,
    ),
    activity: ACTIVITY[kind],
    ...(kind === "business" || kind === "both" ? all(RANKS, true) : {}),
    ...(kind === "business" ? {} : { socialContributionAtFront: true }),
    ...all(RESULTS, true),
    accidents: [],
    breaches: [],
    appliedOn: `2023-05-${String(8 + Math.floor(random() * 19)).padStart(2, "0")}`,
    fraudRevocations: [],
    ...departure.facts,
  };
  return {
    id: `invented-${number} ${league} 虚构${pick(TRADES[kind], random)}${number}`,
    asOf: REVIEW,
    facts,
    ...(departure.interpretations === undefined ? {} : { interpretations: departure.interpretations }),
  };
}

/** A winner's question for `funding`; one of them won under the earlier measures too. */
function awardOf(id: string, repeat: boolean) {
  const priorAwards = repeat ? [{ awardedOn: "2019-10-15", revoked: false }] : [];
  return { id, asOf: BUDGETING, facts: { wonAward: true, awardedOn: AWARD, priorAwards, awardRevoked: false } };
}

function isSpotless(departure: Departure | undefined): boolean {
  return (
    departure !== undefined &&
    departure.facts === undefined &&
    departure.interpretations === undefined &&
    departure.kind !== "association"
  );
}

function repeated(departure: Departure): readonly Departure[] {
  return new Array<Departure>(departure.times).fill(departure);
}

function all(names: readonly string[], value: Json): Facts {
  return Object.fromEntries(names.map((name) => [name, value]));
}

function unknown(names: readonly string[]): Facts {
  return all(names, null);
}

function linesOf(questions: readonly object[]): string {
  return questions.map((question) => `${JSON.stringify(question)}\n`).join("");
}

function firstYearAfter(day: Json): number {
  return Number(String(day).slice(0, 4)) + 1;
}

function dayWithin(first: number, last: number, random: () => number): string {
  const part = (low: number, high: number) => String(low + Math.floor(random() * (high - low + 1))).padStart(2, "0");
  return `${part(first, last)}-${part(1, 12)}-${part(1, 28)}`;
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}

export function shuffled<T>(of: readonly T[], random: () => number): readonly T[] {
  const cards = [...of];
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [cards[last], cards[other]] = [cards[other] as T, cards[last] as T];
  }
  return cards;
}

/** Mulberry32: numbers in [0, 1), the same on every machine. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { applicants, awards } = generateEdition(SEED);
  writeFileSync(new URL("2023.ndjson", import.meta.url), applicants);
  writeFileSync(new URL("2023-awards.ndjson", import.meta.url), awards);
}
