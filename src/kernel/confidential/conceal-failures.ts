/** Failures as they leave where something is confidential: the place and what to write, never what stands there. */
import { type Failure, pointerStep, show } from "../failure.js";
import { MAX_ERRORS } from "../failure-list.js";
import { isRecord } from "../read-facts.js";
import type { Conceal } from "./conceal.js";
import { isMisspelt, MEMBER } from "./member.js";
import { stepsOf, valueAt } from "./pointer.js";

/** What is to be kept out of failures. */
export interface Hiding {
  /** What was read. */
  readonly root: unknown;
  /** Pointers into it; `""` is all of it. */
  readonly pointers: readonly string[];
  /** Names that are no caller's, which a place below a pointer may be told by. */
  readonly known: ReadonlySet<string>;
  /** `null` where there is no key: then no digest is given. */
  readonly conceal: Conceal | null;
}

/** They quote nothing of what was read. */
const QUOTES_NOTHING: ReadonlySet<string> = new Set<Failure["code"]>([
  "missing-member",
  "computed-fact",
  "reference-needs-facts",
  "not-a-pointer-list",
  "not-a-pointer",
  "not-confidential",
  "points-nowhere",
  "pointer-twice",
  "no-confidential-key",
  "bad-json",
  /** The reader of YAML sees to it. */
  "bad-yaml",
  "too-long",
  "too-large",
  "too-deep",
  "not-utf8",
  "empty-input",
  "more-errors",
  "internal-error",
]);

export function concealFailures(failures: readonly Failure[], hiding: Hiding | null): readonly Failure[] {
  if (hiding === null) return failures;
  const declared = new Set(hiding.pointers);
  const digests = digestsOf(hiding);
  return failures.map((one) => {
    const pointer = pointersTo(one.pointer).find((above) => declared.has(above));
    return pointer === undefined ? one : concealed(one, placeBelow(one.pointer, pointer, hiding), digests);
  });
}

/** All that lead to a place: none, the first step, and so on to itself. */
function pointersTo(pointer: string): readonly string[] {
  const steps = pointer.split("/");
  return steps.map((_, last) => steps.slice(0, last + 1).join("/"));
}

type Place = ReturnType<typeof placeBelow>;
type Digests = (place: Place) => string | undefined;

/** Each made once, and no more than anybody reads: a hostile question is wrong in a hundred thousand places. */
function digestsOf({ root, conceal }: Hiding): Digests {
  const made = new Map<string, string>();
  return ({ pointer, steps }) => {
    const known = made.get(pointer);
    if (known !== undefined || conceal === null || made.size >= MAX_ERRORS) return known;
    const value = valueAt(root, steps);
    if (value === undefined) return undefined;
    const digest = conceal(nameOf(steps), value);
    made.set(pointer, digest);
    return digest;
  };
}

function concealed(one: Failure, place: Place, digests: Digests): Failure {
  const { code, expected, provision } = one;
  if (QUOTES_NOTHING.has(code)) return { ...one, pointer: place.pointer };
  const digest = digests(place);
  return {
    pointer: place.pointer,
    code,
    ...(expected === undefined ? {} : { expected }),
    ...(digest === undefined ? {} : { found: show({ confidential: digest }) }),
    ...(provision === undefined ? {} : { provision }),
    message: {
      zh: `此处的值保密，不予显示，但有误（${code}）：${expected === undefined ? "请更正" : `应为 ${expected}`}`,
      en: `the value here is confidential and not shown, and wrong (${code}): ${expected === undefined ? "correct it" : `write ${expected}`}`,
    },
  };
}

/** Members that a place is told by where all is confidential; another may be the secret itself. */
const MEMBERS = ["id", "decision", "asOf", "facts", "interpretations", "confidential", "engine", "detail"];

/** The place, cut before a key that may be part of the secret. */
function placeBelow(pointer: string, declared: string, { root, known }: Hiding) {
  const steps = stepsOf(pointer) ?? [];
  let told = declared === "" ? membersTold(steps) : (stepsOf(declared)?.length ?? 0);
  while (told > 0 && told < steps.length && isTold(steps[told] as string, valueAt(root, steps.slice(0, told)), known)) told += 1;
  return { steps: steps.slice(0, told), pointer: steps.slice(0, told).map(pointerStep).join("") };
}

/** Of a fact its name too: a declaration would tell it as well. */
function membersTold([member = "", ...rest]: readonly string[]): number {
  if (!MEMBERS.includes(member)) return 0;
  return member === "facts" && rest.length > 0 ? 2 : 1;
}

function isTold(step: string, within: unknown, known: ReadonlySet<string>): boolean {
  return Array.isArray(within) ? Number(step) < within.length : known.has(step);
}

/** `/facts/accidents/0/date` is `accidents.date`. */
export function nameOf(steps: readonly string[]): string {
  return (steps[0] === "facts" ? steps.slice(1) : steps).filter((step) => !/^\d+$/.test(step)).join(".");
}

/** Failures of text that could not be read whole and declares something confidential: all of it is taken for it. */
export function concealUnread(failures: readonly Failure[]): readonly Failure[] {
  return concealFailures(failures, { root: undefined, pointers: [""], known: new Set(), conceal: null });
}

/** Whether `confidential` stands anywhere in it, also misspelt or where it does not belong. */
export function mentions(value: unknown): boolean {
  if (typeof value === "string") return value.includes(MEMBER);
  if (Array.isArray(value)) return value.some(mentionsKey);
  return mentionsKey(value);
}

function mentionsKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(mentionsKey);
  if (!isRecord(value)) return false;
  return Object.keys(value).some((key) => key === MEMBER || isMisspelt(key)) || Object.values(value).some(mentionsKey);
}
