/** Why a kept decision cannot be decided again, or not on the grounds on which it was. */
import { cut, type Failure } from "../kernel/failure.js";
import type { Text } from "../kernel/text.js";

/** It is not decided again. */
export type Undecidable =
  | { readonly code: "bad-line"; readonly errors: readonly Failure[] }
  | { readonly code: "missing-award"; readonly award: string; readonly known: readonly string[] }
  /** The question is refused now. */
  | { readonly code: "refused"; readonly errors: readonly Failure[] }
  | { readonly code: "confidential" };

/** It is decided again, on other grounds. */
export type OtherGround =
  | { readonly code: "other-question"; readonly kept: string; readonly now: string }
  | { readonly code: "other-digest"; readonly kept: string; readonly now: string }
  | { readonly code: "other-kernel"; readonly kept: string; readonly now: string };

/** With its place in the kept line, and in words. */
export type Told<Problem> = Problem & { readonly pointer: string; readonly says: Text };

const PLACES: Readonly<Record<(Undecidable | OtherGround)["code"], string>> = {
  "bad-line": "",
  "missing-award": "/award",
  refused: "/question",
  confidential: "/question/confidential",
  "other-question": "/questionDigest",
  "other-digest": "/ruleset/digest",
  "other-kernel": "/kernel/version",
};

export function told<Problem extends Undecidable | OtherGround>(problem: Problem): Told<Problem> {
  return { ...problem, pointer: PLACES[problem.code], says: describe(problem) };
}

function describe(problem: Undecidable | OtherGround): Text {
  switch (problem.code) {
    case "bad-line":
      return { zh: "不是留存的判定，未重新判定", en: "no kept decision, not decided again" };
    case "missing-award":
      return {
        zh: `没有规则包 \`${cut(problem.award)}\`，未重新判定：请用 --rules 给出（现有 ${problem.known.join("、")}）`,
        en: `no pack \`${cut(problem.award)}\`, not decided again: give it with --rules (at hand are ${problem.known.join(", ")})`,
      };
    case "refused":
      return { zh: "问题现在不被受理，未得出判定", en: "the question is refused now, and not decided" };
    case "confidential":
      return {
        zh: "问题中有保密内容，只留存了摘要：无法重新判定",
        en: "something in the question is confidential and only its digest is kept: it cannot be decided again",
      };
    case "other-question":
      return {
        zh: `问题与留存时的摘要不符：原为 ${cut(problem.kept)}，现为 ${problem.now}`,
        en: `the question is not the one that was kept: its digest was ${cut(problem.kept)}, and is ${problem.now}`,
      };
    case "other-digest":
      return {
        zh: `规则包不是留存时的那一个：原为 ${cut(problem.kept)}，现为 ${problem.now}`,
        en: `the pack is not the one it was decided by: that was ${cut(problem.kept)}, and this is ${problem.now}`,
      };
    case "other-kernel":
      return {
        zh: `内核版本不同：原为 ${cut(problem.kept)}，现为 ${problem.now}`,
        en: `another version of the kernel: it was ${cut(problem.kept)}, and is ${problem.now}`,
      };
  }
}
