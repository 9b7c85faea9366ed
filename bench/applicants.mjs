/**
 * Invented applicants, the same on every machine: a seeded generator, no clock, no file.
 *
 * Every fact that eligibility reads is given, and beside it the derived facts and the rules it breaks.
 */
import { derivedOf } from "./derived-facts.mjs";
import { randomOf } from "./random.mjs";

/** @typedef {{ facts: Record<string, unknown>, derived: Record<string, number | boolean>, broken: readonly string[] }} Applicant */

export const AS_OF = "2024-06-01";

const TRUE_FACTS = {
  "registered-in-region": ["registeredInRegion"],
  "independent-legal-person": ["independentLegalPerson"],
  "normal-operation": ["operatesNormally"],
  "policy-conformity": [
    "conformsToIndustryPolicy",
    "conformsToQualityPolicy",
    "conformsToEnvironmentalPolicy",
    "conformsToEnergySavingPolicy",
    "conformsToSafetyPolicy",
    "conformsToOtherPolicies",
  ],
  licences: ["holdsRequiredLicences"],
  "quality-system": ["qualitySystemSound"],
  "advanced-quality-model": ["qualityModelAdvanced"],
  "standards-system": ["standardsSystemEstablished"],
  "quality-innovation": ["qualityInnovationMade"],
  "worth-promoting": ["qualityPracticeWorthPromoting"],
  "quality-first": ["qualityFirstPhilosophy"],
  "quality-culture": ["qualityCultureUpheld"],
  "quality-reform": ["qualityReformAdvanced"],
  "business-front-rank": ["economicIndicatorsAtFront", "technicalIndicatorsAtFront", "qualityLevelAtFront"],
  "non-profit-front-rank": ["socialContributionAtFront"],
  "outstanding-results": [
    "qualityDevelopmentOutstanding",
    "brandBuildingOutstanding",
    "technologyProgressOutstanding",
    "standardsInnovationOutstanding",
    "economicAndSocialBenefitOutstanding",
    "energySavingAndEmissionReductionOutstanding",
    "ecologicalProtectionOutstanding",
    "socialResponsibilityOutstanding",
  ],
};

/** How else a rule is broken; rules of `TRUE_FACTS` by one of their facts. */
const BREAKS = {
  "enterprise-or-institution": (facts, random) => {
    facts.organisationKind = random.pick(["social-organisation", "government-body", "other"]);
  },
  "operating-years": (facts, random) => {
    facts.operatingSince = random.date(2020, 2023);
    facts.operationStops = [];
  },
  "innovation-years": (facts, random) => {
    facts.qualityInnovationEffectiveSince = random.date(2023, 2023);
  },
  "no-accident": (facts, random) => {
    facts.accidents = [...facts.accidents, accident(random.date(2022, 2023), random)];
  },
  "no-breach": (facts, random) => {
    facts.breaches = [...facts.breaches, breach(random.date(2022, 2023), true, random)];
  },
  "no-refusal-running": (facts, random) => {
    facts.fraudRevocations = [refusal(random.date(2020, 2023))];
  },
};

/** All rules an applicant can break. */
const RULES = [...Object.keys(TRUE_FACTS), ...Object.keys(BREAKS)];

/**
 * Of ten applicants eight break nothing, as in an edition of people who read the call; one breaks a rule, every rule in
 * its turn; and one breaks two to four.
 * @param {number} count
 * @param {number} seed
 * @returns {readonly Applicant[]}
 */
export function completeApplicants(count, seed) {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, index) => {
    if (index % 10 === 0) return applicant([RULES[(index / 10) % RULES.length]], random);
    if (index % 10 === 5) return applicant(random.several(RULES, 2 + random.below(3)), random);
    return applicant([], random);
  });
}

/** Those of the above that break one rule. */
export function brokenOnce(count, seed) {
  return completeApplicants(count, seed).filter(({ broken }) => broken.length === 1);
}

/** Those that break several. */
export function brokenSeveralTimes(count, seed) {
  return completeApplicants(count, seed).filter(({ broken }) => broken.length > 1);
}

/**
 * As above, each with one to five facts the caller does not know.
 * @param {number} count
 * @param {number} seed
 */
export function unfinishedApplicants(count, seed) {
  const random = randomOf(seed + 1);
  return completeApplicants(count, seed).map((complete) => {
    const facts = { ...complete.facts };
    for (const name of random.several(Object.keys(facts), 1 + random.below(5))) delete facts[name];
    return { ...complete, facts };
  });
}

/**
 * As above without the day of the call for applications, which no default reading needs and another reading does.
 * @param {number} count
 * @param {number} seed
 */
export function applicantsWithoutCall(count, seed) {
  return completeApplicants(count, seed).map(({ facts: { callPublishedOn, ...facts }, ...complete }) => ({ ...complete, facts }));
}

/**
 * As above, each finding with who made it and on what evidence.
 * @param {number} count
 * @param {number} seed
 */
export function documentedApplicants(count, seed) {
  const random = randomOf(seed + 2);
  const objective = new Set(["registeredInRegion", "independentLegalPerson", "holdsRequiredLicences"]);
  return completeApplicants(count, seed).map((complete) => {
    const facts = Object.entries(complete.facts).map(([name, value]) => {
      if (typeof value !== "boolean" || objective.has(name)) return [name, value];
      return [name, { value, by: "expert panel", evidence: [`report ${random.below(1000)}`, `minutes ${random.below(1000)}`] }];
    });
    return { ...complete, facts: Object.fromEntries(facts) };
  });
}

function applicant(wanted, random) {
  const facts = sound(random);
  const broken = wanted.filter((rule) => applies(rule, facts));
  for (const rule of broken) {
    if (rule in BREAKS) BREAKS[rule](facts, random);
    else facts[random.pick(TRUE_FACTS[rule])] = false;
  }
  return { facts, derived: derivedOf(facts), broken };
}

function applies(rule, { activity }) {
  if (rule === "business-front-rank") return activity !== "non-profit";
  return rule !== "non-profit-front-rank" || activity !== "business";
}

/** An applicant with nothing against it, and a history that looks worse than it is. */
function sound(random) {
  const facts = {
    organisationKind: random.pick(["enterprise", "enterprise", "enterprise", "public-institution"]),
    activity: random.pick(["business", "business", "business", "non-profit", "both"]),
    operatingSince: random.date(1992, 2015),
    operationStops: random.some(0.2, () => ({
      stoppedOn: random.date(2019, 2020),
      resumedOn: random.date(2021, 2022),
      reason: random.pick(["seasonal", "maintenance", "force-majeure"]),
    })),
    qualityInnovationEffectiveSince: random.date(2012, 2021),
    accidents: random.some(0.2, () => accident(random.date(2012, 2020), random)),
    breaches: random.some(0.2, () => breach(random.date(2012, 2023), false, random)),
    fraudRevocations: random.some(0.05, () => refusal(random.date(2012, 2018))),
    appliedOn: random.date(2024, 2024),
    callPublishedOn: "2024-01-08",
  };
  for (const name of Object.values(TRUE_FACTS).flat()) facts[name] = true;
  return facts;
}

function accident(occurredOn, random) {
  return { occurredOn, domain: random.pick(["quality", "safety", "environment"]), level: random.pick(["general", "larger"]) };
}

function breach(occurredOn, related, random) {
  return { occurredOn, kind: random.pick(["law", "rule", "trust"]), related, seriousInOperation: false };
}

function refusal(revokedOn) {
  return { foundOn: revokedOn, revokedOn, announcedOn: revokedOn };
}
