/** What the states of the evidence for a provision are called. */
import type { CoverageItem } from "../../../audit/coverage/coverage.js";
import type { StaleEquivalent } from "../../../audit/mutation/mutation-score.js";
import type { Text } from "../../../kernel/text.js";
import type { Requirement } from "../../../ledger/requirements.js";
import type { ProofResult } from "../../../proof/result.js";

/** Of a provision that no rule decides. */
export const BARE: Text = { zh: "未编码", en: "not encoded" };

export const PROOF_WORDS: Readonly<
  Record<ProofResult["status"], { readonly sign: string; readonly tone: string; readonly label: Text }>
> = {
  proved: { sign: "✓", tone: "met", label: { zh: "已证明", en: "proved" } },
  refuted: { sign: "✗", tone: "failed", label: { zh: "不成立", en: "refuted" } },
  unconfirmed: { sign: "?", tone: "open", label: { zh: "反例未获证实", en: "counterexample not confirmed" } },
  undecided: { sign: "?", tone: "open", label: { zh: "未能判定", en: "not decided" } },
};

/** What is needed of the cases to cover an item; what is not here is a word of its own. */
const NEED_WORDS: Readonly<Record<string, Text>> = {
  true: { zh: "成立", en: "true" },
  false: { zh: "不成立", en: "false" },
  below: { zh: "恰低于界限", en: "just below the threshold" },
  at: { zh: "恰在界限", en: "at the threshold" },
  above: { zh: "恰高于界限", en: "just above the threshold" },
  satisfied: { zh: "满足", en: "satisfied" },
  violated: { zh: "违反", en: "violated" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
  reached: { zh: "触及", en: "reached" },
  given: { zh: "得出该结论", en: "come to" },
  due: { zh: "产生该后果", en: "due" },
  used: { zh: "采用", en: "used" },
  matters: { zh: "改变结论", en: "decisive" },
};

export function lackingInWords({ needs, seen }: Pick<CoverageItem, "needs" | "seen">): Text {
  const words = needs.filter((need) => !seen.includes(need)).map((need) => NEED_WORDS[need] ?? { zh: need, en: need });
  return {
    zh: `未见：${words.map(({ zh }) => zh).join("、")}`,
    en: `not seen: ${words.map(({ en }) => en).join(", ")}`,
  };
}

/** What a mutant that is listed as equivalent was found to be. */
export const FOUND_WORDS: Readonly<Record<StaleEquivalent["found"], Text>> = {
  killed: { zh: "已被案例检出", en: "killed by a case" },
  survived: { zh: "未检出", en: "survived" },
  equivalent: { zh: "等价", en: "equivalent" },
  stillborn: { zh: "不成规则包", en: "no pack" },
  outside: { zh: "案例看不到", en: "seen by no case" },
  unknown: { zh: "没有这样的变异", en: "there is no such change" },
};

export const REQUIREMENT_WORDS: Readonly<Record<Requirement["name"], Text>> = {
  cases: { zh: "案例", en: "cases" },
  coverage: { zh: "覆盖率", en: "coverage" },
  mutation: { zh: "变异检出率", en: "mutation score" },
  proofs: { zh: "证明", en: "proofs" },
  translation: { zh: "逻辑模型与判定内核一致", en: "logical model agrees with the kernel" },
};
