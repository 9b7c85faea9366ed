/** What a question declares confidential, and what of its failures must not be told for that. */
import type { Award } from "../award.js";
import type { Failure } from "../failure.js";
import { isRecord } from "../read-facts.js";
import type { Conceal } from "./conceal.js";
import { type Hiding, mentions } from "./conceal-failures.js";
import { isMisspelt, MEMBER } from "./member.js";
import { type Declared, readDeclared } from "./read-declared.js";

export function readConfidential(
  question: Readonly<Record<string, unknown>>,
  failures: Pick<Failure[], "push">,
): readonly Declared[] {
  const place = `/${MEMBER}`;
  return readDeclared(question[MEMBER], { place, root: question, may: isBelowFacts }, failures);
}

function isBelowFacts(steps: readonly string[]): boolean {
  return steps.length > 1 && steps[0] === "facts";
}

/** Nothing can be told apart where a declaration is wrong or out of place: all of the question is taken for confidential then. */
const EVERYTHING = [""];

/** @returns `null` where nothing is confidential */
export function hidingOf(award: Award, question: unknown, conceal: Conceal | undefined): Hiding | null {
  const pointers = pointersOf(question);
  return pointers.length === 0 ? null : { root: question, pointers, known: knownNames(award), conceal: conceal ?? null };
}

function pointersOf(question: unknown): readonly string[] {
  if (!isRecord(question)) return mentions(question) ? EVERYTHING : [];
  if (Object.keys(question).some(isMisspelt)) return EVERYTHING;
  const wrong: Failure[] = [];
  const declared = readConfidential(question, wrong);
  return wrong.length > 0 ? EVERYTHING : declared.map(({ pointer }) => pointer);
}

function knownNames({ names, defaults }: Award): ReadonlySet<string> {
  return new Set([
    "value",
    "by",
    "evidence",
    ...defaults.keys(),
    ...names.lists.flatMap(({ fields }) => fields.map(({ name }) => name)),
  ]);
}
