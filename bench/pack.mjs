/** The pack as a user has it, its JSON files from the folder, and the part of it that the peers are given. */
import { readFile } from "node:fs/promises";

const PARTS = [
  "pack",
  "law",
  "ledger",
  "facts",
  "parameters",
  "interpretations",
  "criteria",
  "selection",
  "review-rules",
  "procedure",
  "obligations",
];
const FOLDER = new URL("../rules/nm-chairman-2022/", import.meta.url);

/** What `loadAward` takes. */
export async function readPack() {
  const parts = Object.fromEntries(await Promise.all(PARTS.map(async (part) => [part, await read(part)])));
  const rules = await Promise.all(parts.pack.decisions.map(async ({ name }) => [name, await read(name)]));
  return { ...parts, rules: Object.fromEntries(rules) };
}

/** The eligibility rules, letter by letter as the pack has them. */
export async function readRules() {
  return read("eligibility");
}

/**
 * What a peer is given: parameters and default readings, the same for everybody, and of each applicant the facts that the
 * rules compare, derived ones worked out beforehand. Nothing that the rules do not look at, which would only slow a peer.
 * @param {readonly import("./applicants.mjs").Applicant[]} applicants
 */
export async function factsForPeers(applicants) {
  const { rules, parameters, interpretations } = await readPack();
  const compared = new Set();
  JSON.stringify(rules.eligibility, (key, value) => {
    if (key === "fact") compared.add(value);
    return value;
  });
  const only = (facts) => Object.fromEntries(Object.entries(facts).filter(([name]) => compared.has(name)));
  const constants = [
    ...parameters.parameters.map(({ name, value }) => [name, value]),
    ...interpretations.interpretations.map((open) => [open.name, open.default]),
  ];
  return {
    constants: only(Object.fromEntries(constants)),
    facts: overTheWire(applicants.map((applicant) => only({ ...applicant.facts, ...applicant.derived }))),
  };
}

/**
 * An answer in the form in which sides are compared.
 * @param {string} outcome
 * @param {readonly (readonly [string, string])[] | null} statuses by rule, in the order of the pack; `null` of a side that gives none
 */
export function answerOf(outcome, statuses) {
  return statuses === null ? { outcome } : { outcome, statuses: statuses.map(([name, status]) => `${name}: ${status}`) };
}

/**
 * The answer of a peer that says which conditions hold: the status of each rule and, where one is violated, `ineligible`.
 * @param {readonly object[]} rules
 * @param {(name: string) => boolean} holds by the name of a rule, or of the rule that says whether it applies
 */
export function answerFromHolds(rules, holds) {
  const statuses = rules.map(({ name, event }) => {
    if (event.params.appliesWhen !== undefined && !holds(applicability(name))) return [name, "not-applicable"];
    return [name, holds(name) ? "satisfied" : "violated"];
  });
  return answerOf(statuses.some(([, status]) => status === "violated") ? "ineligible" : "eligible", statuses);
}

/** As a body that was read from JSON: the form in which every side is given its inputs. */
export function overTheWire(value) {
  return JSON.parse(JSON.stringify(value));
}

/** Peers know no `appliesWhen`: it is given to them as one more rule. */
export function applicabilityRules(rules) {
  return rules
    .filter(({ event }) => event.params.appliesWhen !== undefined)
    .map(({ name, event }) => ({
      name: applicability(name),
      conditions: event.params.appliesWhen,
      event: { type: "applies" },
    }));
}

function applicability(name) {
  return `${name} applies`;
}

async function read(name) {
  return JSON.parse(await readFile(new URL(`${name}.json`, FOLDER), "utf8"));
}
