/** A question of selection as a caller puts it, unknown JSON, into what can be scored; everything wrong with it at once. */
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import { type Failure, failure, pointerStep } from "../kernel/failure.js";
import { FailureList } from "../kernel/failure-list.js";
import { readAsOf, readId } from "../kernel/question-head.js";
import { isRecord } from "../kernel/read-facts.js";
import { hasMembers, memberList, readKey, readText } from "../kernel/read-members.js";
import type { ReviewRules } from "../kernel/review-rules.js";
import type { Selection } from "../kernel/selection.js";
import { readReviewRules } from "../pack/read-review-rules.js";
import type { Applicant, Interest } from "./answer.js";
import { pairOf } from "./pair-of.js";
import { type GivenApplicants, readApplicants } from "./read-applicants.js";
import { type GivenSheet, readSheets } from "./read-sheets.js";
import { readStage } from "./read-stage.js";

/** What the pack says of selection. */
export interface SelectionParts {
  readonly criteria: Criteria;
  readonly selection: Selection;
}

/** A question read and found sound; every list in an order of its own. */
export interface ReadSelection extends SelectionParts {
  readonly id: string | null;
  readonly asOf: string;
  readonly edition: string | null;
  readonly rules: ReviewRules;
  readonly rulesFrom: "given" | "pack";
  readonly applicants: readonly Applicant[];
  readonly sheets: readonly ReadSheet[];
  /** `null`: nothing was said of them. */
  readonly interests: readonly Interest[] | null;
  readonly held: ReadonlySet<string>;
  /** Whether the caller said which stages are held. */
  readonly saysHeld: boolean;
}

export interface ReadSheet extends GivenSheet {
  /** Place among the applicants. */
  readonly place: number;
}

/** Characters of review rules, many times those of any award. */
const RULES_LIMIT = 16_384;

const MEMBERS = ["id", "asOf", "edition", "applicants", "sheets", "interests", "held", "reviewRules"];

/** @returns the question, or everything that is wrong with it */
export function readSelection(award: Award, question: unknown): ReadSelection | readonly Failure[] {
  const { criteria, selection, "review-rules": own } = award.files;
  if (criteria === undefined || selection === undefined || own === undefined) {
    return [failure("", { code: "no-selection", award: award.id })];
  }
  if (!isRecord(question)) return [failure("", { code: "not-an-object", found: question })];
  const failures = new FailureList();
  hasMembers(question, "", { all: MEMBERS, required: ["asOf", "sheets"] }, failures);
  const id = readId(question["id"], failures);
  readAsOf(award, question["asOf"], failures);
  const { edition } = question;
  const editionText = edition === undefined || edition === null ? null : readText(edition, "/edition", failures);
  const given = readApplicants(question["applicants"], failures);
  const sheets = readSheets(question["sheets"], { criteria, selection, applicants: given }, failures);
  const interests = readInterests(question["interests"], given, failures);
  const held = readHeld(question["held"], selection, failures);
  const rules = readRules(question["reviewRules"], { criteria, selection }, failures) ?? own;
  if (failures.length > 0) return failures.all();
  const applicants = inOrder(given?.list ?? idsOf(sheets).map((name) => ({ id: name })), ({ id: name }) => name);
  const places = new Map(applicants.map(({ id: name }, place) => [name, place]));
  const stages = selection.stages.map(({ name }) => name);
  return {
    criteria,
    selection,
    id,
    asOf: question["asOf"] as string,
    edition: editionText,
    rules,
    rulesFrom: rules === own ? "pack" : "given",
    applicants,
    sheets: sheets
      .map((sheet) => ({ ...sheet, place: places.get(sheet.applicant) as number }))
      .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || a.place - b.place || order(a.reviewer, b.reviewer)),
    interests,
    held: held ?? new Set(sheets.map(({ stage }) => stage)),
    saysHeld: held !== null,
  };
}

function readInterests(value: unknown, applicants: GivenApplicants | null, failures: FailureList): readonly Interest[] | null {
  const list = memberList(value, "/interests", failures);
  if (list === null) return null;
  const interests = new Map<string, Interest>();
  list.forEach((entry, index) => {
    const pointer = `/interests/${index}`;
    if (!hasMembers(entry, pointer, { all: ["reviewer", "applicant"], required: ["reviewer", "applicant"] }, failures)) return;
    const reviewer = readKey(entry["reviewer"], `${pointer}/reviewer`, failures);
    const applicant = readKey(entry["applicant"], `${pointer}/applicant`, failures);
    applicants?.check(applicant, `${pointer}/applicant`, failures);
    // Declared twice is declared.
    if (reviewer !== null && applicant !== null) interests.set(pairOf({ reviewer, applicant }), { reviewer, applicant });
  });
  return inOrder([...interests.values()], pairOf);
}

function readHeld(value: unknown, selection: Selection, failures: FailureList): ReadonlySet<string> | null {
  const list = memberList(value, "/held", failures);
  if (list === null) return null;
  return new Set(list.map((name, index) => readStage(name, `/held${pointerStep(index)}`, selection, failures) ?? ""));
}

function readRules(value: unknown, { selection, criteria }: SelectionParts, failures: FailureList): ReviewRules | null {
  if (value === undefined || value === null) return null;
  if (JSON.stringify(value).length > RULES_LIMIT) {
    failures.add("/reviewRules", { code: "too-large", max: RULES_LIMIT });
    return null;
  }
  const read = readReviewRules(value, selection, criteria, "/reviewRules");
  if (read.ok) return read.rules;
  failures.push(...read.errors);
  return null;
}

function idsOf(sheets: readonly GivenSheet[]): readonly string[] {
  return [...new Set(sheets.map(({ applicant }) => applicant))];
}

/** By the code units of a key, which no locale changes. */
function inOrder<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return list.toSorted((a, b) => order(keyOf(a), keyOf(b)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
