/** Why a proof is neither sound nor refuted by a case, in both languages. */
import type { Text } from "../kernel/text.js";

export const SHORT_LISTS: Text = {
  zh: "列表较长时是否成立未能确定：已试过的短列表中没有反例",
  en: "not settled for longer lists: no counterexample was found among the short ones tried",
};

export const KERNEL_DISAGREES: Text = {
  zh: "求解器给出的案例未经内核证实：规则的转译与内核不一致，请报告",
  en: "the kernel does not confirm the case that the solver gives: the translation differs from the kernel, please report it",
};

export const NEVER_GIVEN: Text = {
  zh: "没有任何案例符合 `given`：该性质什么也没有断言，请更正 `given`",
  en: "no case is as `given` says: the property claims nothing, correct `given`",
};

export function solverGivesUp(reason: string): Text {
  return {
    zh: `求解器在限定步数内未能判定（${reason}）`,
    en: `the solver could not tell within its number of steps (${reason})`,
  };
}

export function neverSo(status: string): Text {
  const [zh, en] = STATUSES[status] ?? [status, `comes to ${status}`];
  return { zh: `任何案例中均不会${zh}`, en: `there is no case in which it ${en}` };
}

/**
 * @param rules of which one always gives another outcome, or, where a rule gives this one, an outcome that goes before it
 * @param isOtherwise whether the outcome is given unless a rule gives another
 */
export function alwaysOneOf(rules: readonly { readonly name: string; readonly label: Text }[], isOtherwise: boolean): Text {
  const zh = rules.map(({ name, label }) => `${label.zh} ${name}`).join("、");
  const en = rules.map(({ name, label }) => `${label.en} ${name}`).join(", ");
  return isOtherwise
    ? {
        zh: `任何案例中均不会得出该结论：在任何案例中，下列规则至少有一条得出别的结论：${zh}`,
        en: `there is no case in which it is reached: in every case at least one of these rules gives another: ${en}`,
      }
    : {
        zh: `任何案例中均不会得出该结论：凡有规则得出它时，下列规则至少有一条得出先于它的结论：${zh}`,
        en: `there is no case in which it is reached: wherever a rule gives it, at least one of these gives what goes before it: ${en}`,
      };
}

const STATUSES: Readonly<Record<string, readonly [string, string]>> = {
  satisfied: ["满足该规则", "is satisfied"],
  violated: ["违反该规则", "is violated"],
  reached: ["得出该结论", "is reached"],
};
