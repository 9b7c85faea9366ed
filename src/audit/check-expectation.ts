/** What a case expects, unknown JSON, into an expectation; every name in it must be one the decision knows. */
import type { Notice, Status } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { parseDate } from "../kernel/date.js";
import { pointerStep } from "../kernel/failure.js";
import type { Text } from "../kernel/model.js";
import { nearest } from "../kernel/nearest.js";
import { UNDETERMINED } from "../kernel/outcome.js";
import { isRecord } from "../kernel/read-facts.js";
import type { Expectation } from "./case.js";
import { provisionNamed } from "./provision-named.js";
import { provisionsOf } from "./provisions.js";
import { checkMembers, type Report } from "./report.js";

const MEMBERS = [
  "outcome",
  "provision",
  "rules",
  "missing",
  "consequences",
  "due",
  "outputs",
  "remedies",
  "fixed",
  "wouldChange",
  "notices",
  "errors",
];
/** By their types, so that none is forgotten. */
const STATUSES = Object.keys({
  satisfied: true,
  violated: true,
  undetermined: true,
  "not-applicable": true,
} satisfies Record<Status, true>);
const NOTICES = Object.keys({
  superseded: true,
  "consequences-undetermined": true,
  "missing-not-minimal": true,
  "remedies-incomplete": true,
  "calendar-given": true,
} satisfies Record<Notice["code"], true>);

const WHAT = {
  outcome: { zh: "结论", en: "outcome" },
  rule: { zh: "规则", en: "rule" },
  status: { zh: "规则状态", en: "status" },
  fact: { zh: "事实", en: "fact" },
  consequence: { zh: "后果", en: "consequence" },
  output: { zh: "结果值", en: "output" },
  interpretation: { zh: "解释事项", en: "interpretation" },
  notice: { zh: "提示", en: "notice" },
} as const satisfies Record<string, Text>;

/** @returns `null` where it is unsound; then something was reported */
export function checkExpectation(
  award: Award,
  decision: unknown,
  given: Readonly<Record<string, unknown>>,
  at: string,
  report: Report,
): Expectation | null {
  let sound = true;
  const wrong: Report = (pointer, problem) => {
    sound = false;
    report(pointer, problem);
  };
  checkMembers(given, MEMBERS, at, wrong);
  const refused = given["errors"] !== undefined;
  if (!refused && given["outcome"] === undefined) wrong(at, { code: "no-expectation" });
  if (refused && Object.keys(given).length > 1) wrong(at, { code: "refused-and-decided" });
  if (refused) checkErrors(given["errors"], `${at}/errors`, wrong);
  checkNames(award, decision, given, at, wrong);
  const provision = readProvision(award, given["provision"], `${at}/provision`, wrong);
  const due = readDue(award, given["due"], `${at}/due`, wrong);
  const read = { ...(provision === null ? {} : { provision }), ...(due === null ? {} : { due }) };
  // What each member holds was checked name by name just now.
  return sound ? ({ ...given, ...read } as unknown as Expectation) : null;
}

/** @returns the eId of a provision that may be cited by the words people cite it by */
function readProvision(award: Award, given: unknown, at: string, report: Report): string | null {
  if (given === undefined) return null;
  if (typeof given !== "string") {
    report(at, { code: "not-a-text", found: given });
    return null;
  }
  const named = provisionNamed(provisionsOf(award.files.law), given);
  if (named.ok) return named.eId;
  report(at, { code: "unknown-provision", name: given, near: named.near });
  return null;
}

/** @returns what is said of each consequence, its provision by its eId; the names are checked elsewhere */
function readDue(award: Award, given: unknown, at: string, report: Report): Readonly<Record<string, unknown>> | null {
  if (!isRecord(given)) return null;
  return Object.fromEntries(
    Object.entries(given).map(([name, said]) => [name, readConsequence(award, said, at + pointerStep(name), report)]),
  );
}

function readConsequence(award: Award, said: unknown, at: string, report: Report): unknown {
  if (!isRecord(said)) {
    report(at, { code: "not-an-object", found: said });
    return said;
  }
  checkMembers(said, ["provision", "value"], at, report);
  if (said["provision"] === undefined && said["value"] === undefined) report(at, { code: "no-expectation" });
  const provision = readProvision(award, said["provision"], `${at}/provision`, report);
  return provision === null ? said : { ...said, provision };
}

function checkNames(award: Award, decision: unknown, given: Readonly<Record<string, unknown>>, at: string, report: Report): void {
  const plan = typeof decision === "string" ? award.plans.get(decision) : undefined;
  if (plan === undefined) return;
  const { declaration, rules } = plan;
  const ruleNames = rules.map(({ rule }) => rule.name);
  const factNames = award.files.facts.facts.flatMap((fact) =>
    fact.type === "list" ? [fact.name, ...fact.fields.map((field) => `${fact.name}.${field.name}`)] : [fact.name],
  );
  const consequences = rules.flatMap(({ rule }) => (rule.event.params.consequences ?? []).map(({ name }) => name));
  const outputs = (declaration.outputs ?? []).map(({ name }) => name);
  const interpretations = award.files.interpretations.interpretations.map(({ name }) => name);
  const list = (member: string, known: readonly string[], what: Text) =>
    checkList(given[member], `${at}/${member}`, known, what, report);

  if (given["outcome"] !== undefined) {
    const outcomes = [...declaration.outcomes.map(({ name }) => name), UNDETERMINED];
    checkName(given["outcome"], `${at}/outcome`, outcomes, WHAT.outcome, report);
  }
  checkRecord(given["rules"], `${at}/rules`, ruleNames, WHAT.rule, report, (status, place) =>
    checkName(status, place, STATUSES, WHAT.status, report),
  );
  list("missing", factNames, WHAT.fact);
  list("consequences", consequences, WHAT.consequence);
  checkRecord(given["due"], `${at}/due`, consequences, WHAT.consequence, report, () => undefined);
  checkRecord(given["outputs"], `${at}/outputs`, outputs, WHAT.output, report, () => undefined);
  checkRemedies(given["remedies"], `${at}/remedies`, factNames, report);
  list("fixed", ruleNames, WHAT.rule);
  list("wouldChange", interpretations, WHAT.interpretation);
  list("notices", NOTICES, WHAT.notice);
}

function checkName(given: unknown, at: string, known: readonly string[], what: Text, report: Report): void {
  if (typeof given === "string" && known.includes(given)) return;
  if (typeof given !== "string") report(at, { code: "not-a-text", found: given });
  else report(at, { code: "unknown-name", name: given, what, known: [...new Set(known)], near: nearest(given, known) });
}

function checkList(given: unknown, at: string, known: readonly string[], what: Text, report: Report): void {
  if (given === undefined) return;
  if (!Array.isArray(given)) {
    report(at, { code: "not-a-list", found: given });
    return;
  }
  for (const [index, name] of given.entries()) checkName(name, at + pointerStep(index), known, what, report);
}

function checkRecord(
  given: unknown,
  at: string,
  known: readonly string[],
  what: Text,
  report: Report,
  checkValue: (value: unknown, at: string) => void,
): void {
  if (given === undefined) return;
  if (!isRecord(given)) {
    report(at, { code: "not-an-object", found: given });
    return;
  }
  for (const [name, value] of Object.entries(given)) {
    const place = at + pointerStep(name);
    checkName(name, place, known, what, report);
    checkValue(value, place);
  }
}

function checkRemedies(given: unknown, at: string, facts: readonly string[], report: Report): void {
  if (given === undefined) return;
  if (!Array.isArray(given)) {
    report(at, { code: "not-a-list", found: given });
    return;
  }
  for (const [index, remedy] of given.entries()) {
    const place = at + pointerStep(index);
    if (!isRecord(remedy)) {
      report(place, { code: "not-an-object", found: remedy });
      continue;
    }
    checkMembers(remedy, ["change", "wait"], place, report);
    if (remedy["change"] === undefined) report(place, { code: "missing-member", name: "change" });
    checkRecord(remedy["change"], `${place}/change`, facts, WHAT.fact, report, () => undefined);
    const { wait } = remedy;
    if (wait !== undefined && (typeof wait !== "string" || parseDate(wait) === null)) {
      report(`${place}/wait`, { code: "not-a-date", found: wait });
    }
  }
}

function checkErrors(given: unknown, at: string, report: Report): void {
  if (!Array.isArray(given)) {
    report(at, { code: "not-a-list", found: given });
    return;
  }
  if (given.length === 0) report(at, { code: "no-expectation" });
  for (const [index, pointer] of given.entries()) {
    if (typeof pointer !== "string") report(at + pointerStep(index), { code: "not-a-text", found: pointer });
  }
}
