/** A file of cases, unknown JSON, into cases ready to run; everything wrong with it at once. */
import type { Award } from "../kernel/award.js";
import { parseDate } from "../kernel/date.js";
import { pointerStep } from "../kernel/failure.js";
import { nearest } from "../kernel/nearest.js";
import { isRecord } from "../kernel/read-facts.js";
import type { Case, Expectation } from "./case.js";
import { type CaseFailure, caseFailure } from "./case-failure.js";
import { checkExpectation } from "./check-expectation.js";
import { checkMembers, type Report } from "./report.js";

export type CheckedCases =
  | { readonly ok: true; readonly cases: readonly Case[] }
  | { readonly ok: false; readonly errors: readonly CaseFailure[] };

const FILE_MEMBERS = ["award", "decision", "asOf", "facts", "cases"];
const CASE_MEMBERS = ["case", "comment", "facts", "asOf", "interpretations", "expect"];

/**
 * Checks a file of cases against the award it is about: its members, and every name an expectation uses.
 * Facts are not checked here, since a case may well be about wrong facts; the kernel checks them when the case is run.
 * @param file as YAML or JSON gives it
 */
export function checkCases(award: Award, file: unknown): CheckedCases {
  const errors: CaseFailure[] = [];
  const report: Report = (pointer, problem) => void errors.push(caseFailure(pointer, problem));
  const cases = isRecord(file) ? readFile(award, file, report) : [];
  if (!isRecord(file)) report("", { code: "not-an-object", found: file });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, cases };
}

function readFile(award: Award, file: Readonly<Record<string, unknown>>, report: Report): readonly Case[] {
  checkMembers(file, FILE_MEMBERS, "", report);
  const { award: id = award.id } = file;
  if (id !== award.id) report("/award", { code: "unknown-award", found: id, known: [award.id], near: null });
  const known = [...award.plans.keys()];
  const decision = file["decision"];
  if (decision === undefined) report("", { code: "missing-member", name: "decision" });
  else if (typeof decision !== "string" || !known.includes(decision)) {
    const near = typeof decision === "string" ? nearest(decision, known) : null;
    report("/decision", { code: "unknown-decision", found: decision, known, near });
  }
  const given = file["asOf"];
  if (given !== undefined && !isDate(given)) report("/asOf", { code: "not-a-date", found: given });
  const background = { ...file, facts: readRecord(file["facts"], "/facts", report), decision };
  const cases = file["cases"];
  if (cases === undefined) report("", { code: "missing-member", name: "cases" });
  else if (!Array.isArray(cases)) report("/cases", { code: "not-a-list", found: cases });
  else if (cases.length === 0) report("/cases", { code: "no-cases" });
  else return readCases(award, background, cases, report);
  return [];
}

type Background = { readonly decision: unknown; readonly asOf?: unknown; readonly facts: Readonly<Record<string, unknown>> };

function readCases(award: Award, background: Background, given: readonly unknown[], report: Report): readonly Case[] {
  const firstOf = new Map<string, number>();
  return given.flatMap((one, index) => {
    const at = `/cases${pointerStep(index)}`;
    if (!isRecord(one)) {
      report(at, { code: "not-an-object", found: one });
      return [];
    }
    const sentence = one["case"];
    const first = typeof sentence === "string" ? firstOf.get(sentence) : undefined;
    if (first !== undefined) report(`${at}/case`, { code: "same-case-twice", sentence: String(sentence), first });
    else if (typeof sentence === "string") firstOf.set(sentence, index + 1);
    const read = readCase(award, background, one, at, report);
    return read === null ? [] : [read];
  });
}

/** Facts of the case replace those of the background, key by key. */
function readCase(
  award: Award,
  background: Background,
  given: Readonly<Record<string, unknown>>,
  at: string,
  report: Report,
): Case | null {
  checkMembers(given, CASE_MEMBERS, at, report);
  const sentence = given["case"];
  if (sentence === undefined) report(at, { code: "missing-member", name: "case" });
  else if (typeof sentence !== "string" || sentence.trim() === "") report(`${at}/case`, { code: "not-a-text", found: sentence });
  const { comment } = given;
  if (comment !== undefined && typeof comment !== "string") report(`${at}/comment`, { code: "not-a-text", found: comment });
  const asOf = readAsOf(given["asOf"], background.asOf, at, report);
  const facts = readRecord(given["facts"], `${at}/facts`, report);
  const interpretations = readRecord(given["interpretations"], `${at}/interpretations`, report);
  const expect = readExpectation(award, background.decision, given["expect"], at, report);
  if (typeof sentence !== "string" || expect === null || typeof background.decision !== "string") return null;
  return {
    case: sentence,
    ...(typeof comment === "string" ? { comment } : {}),
    decision: background.decision,
    asOf,
    facts: { ...background.facts, ...facts },
    ...(given["interpretations"] === undefined ? {} : { interpretations }),
    expect,
  };
}

/** A date that is no date may be what the case is about: it is left to the kernel where the case gives it. */
function readAsOf(given: unknown, background: unknown, at: string, report: Report): string {
  const asOf = given ?? background;
  if (asOf === undefined) report(at, { code: "missing-member", name: "asOf" });
  else if (typeof asOf !== "string") report(`${at}/asOf`, { code: "not-a-text", found: asOf });
  return String(asOf);
}

function readExpectation(award: Award, decision: unknown, given: unknown, at: string, report: Report): Expectation | null {
  if (given === undefined || given === null) {
    report(at, { code: "no-expectation" });
    return null;
  }
  if (!isRecord(given)) {
    report(`${at}/expect`, { code: "not-an-object", found: given });
    return null;
  }
  return checkExpectation(award, decision, given, `${at}/expect`, report);
}

function readRecord(given: unknown, at: string, report: Report): Readonly<Record<string, unknown>> {
  if (given === undefined) return {};
  if (isRecord(given)) return given;
  report(at, { code: "not-an-object", found: given });
  return {};
}

function isDate(given: unknown): boolean {
  return typeof given === "string" && parseDate(given) !== null;
}
