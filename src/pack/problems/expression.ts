/** Problems with expressions and conditions: what they name, their types, units and bounds. */
import { show } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { meantEn, meantZh, type Near, orEn, orZh, type Wordings } from "./wordings.js";

export type ExpressionProblem =
  | ({ readonly code: "unknown-name"; readonly found: string } & Near)
  | ({ readonly code: "unknown-field"; readonly found: string; readonly list: string } & Near)
  | { readonly code: "field-outside-where"; readonly found: string }
  | { readonly code: "wrong-kind"; readonly name: string; readonly found: Kind; readonly expected: Kind }
  | { readonly code: "wrong-type"; readonly found: string; readonly expected: string }
  | { readonly code: "compares-types"; readonly found: string; readonly expected: string }
  | { readonly code: "operator-unfit"; readonly operator: string; readonly found: string; readonly fit: readonly string[] }
  | { readonly code: "membership"; readonly operator: string; readonly takesList: boolean }
  | { readonly code: "declared-type"; readonly found: string; readonly expected: string }
  | { readonly code: "units-differ"; readonly does: keyof typeof UNITS; readonly found: string; readonly expected: string }
  | { readonly code: "two-units"; readonly found: string; readonly other: string }
  | { readonly code: "enums-differ"; readonly found: readonly string[]; readonly expected: string }
  | { readonly code: "missing-case"; readonly name: string }
  | ({ readonly code: "extra-case"; readonly found: string } & Near)
  | { readonly code: "no-plain-part"; readonly op: string }
  | { readonly code: "cycle"; readonly found: string }
  | { readonly code: "overflow"; readonly reach: "integer" | "date" }
  | { readonly code: "literal-number"; readonly found: number }
  | { readonly code: "too-intricate"; readonly found: number; readonly expected: string };

/** What a name can stand for. */
const KINDS_ZH = { list: "列表", "list of values": "一组值", "single value": "单个值" };

export type Kind = keyof typeof KINDS_ZH;

type Sides = (found: string, expected: string) => Text;

/** What an expression does with two units that are not one. */
const UNITS = {
  compares: (found, expected) => ({
    zh: `\`${expected}\` 与 \`${found}\` 比较`,
    en: `compares \`${expected}\` with \`${found}\``,
  }),
  adds: (found, expected) => ({ zh: `\`${expected}\` 与 \`${found}\` 相加减`, en: `adds up \`${expected}\` and \`${found}\`` }),
  mixes: (found, expected) => ({
    zh: `前面的情形为 \`${expected}\`，此处为 \`${found}\``,
    en: `the cases before are in \`${expected}\`, this one in \`${found}\``,
  }),
  takes: (found, expected) => ({
    zh: `应为 \`${expected}\`，实为 \`${found}\``,
    en: `\`${found}\` stands where \`${expected}\` belongs`,
  }),
  declares: (found, expected) => ({
    zh: `声明为 \`${found}\`，算出的是 \`${expected}\``,
    en: `declared in \`${found}\`, but the expression gives \`${expected}\``,
  }),
} satisfies Record<string, Sides>;

export const expressionWordings: Wordings<ExpressionProblem> = {
  "unknown-name": (problem) => ({
    zh: `没有名为 \`${problem.found}\` 的事实、派生事实、参数或解释事项${meantZh(problem, `请更正或声明`)}`,
    en: `no fact, derived fact, parameter or interpretation \`${problem.found}\`${meantEn(problem, `correct or declare it`)}`,
  }),
  "unknown-field": (problem) => ({
    zh: `\`${problem.list}\` 的行没有字段 \`${problem.found}\`${meantZh(problem, `请更正或声明`)}`,
    en: `rows of \`${problem.list}\` have no field \`${problem.found}\`${meantEn(problem, `correct or declare it`)}`,
  }),
  "field-outside-where": ({ found }) => ({
    zh: `字段 \`${found}\` 只在列表的 where 中有值：请改用事实，或移入 where`,
    en: `field \`${found}\` has a value only in the \`where\` of a list: name a fact, or move it there`,
  }),
  "wrong-kind": ({ name, found, expected }) => ({
    zh: `\`${name}\` 是${KINDS_ZH[found]}，此处应为${KINDS_ZH[expected]}：请换一个`,
    en: `\`${name}\` is a ${found} and stands where a ${expected} belongs: name another`,
  }),
  "wrong-type": ({ found, expected }) => ({
    zh: `此处应为 \`${expected}\`，实为 \`${found}\`：请更正`,
    en: `\`${found}\` stands where \`${expected}\` belongs: correct it`,
  }),
  "compares-types": ({ found, expected }) => ({
    zh: `\`${expected}\` 与 \`${found}\` 不能比较：请使两边类型相同`,
    en: `compares \`${expected}\` with \`${found}\`: give both one type`,
  }),
  "operator-unfit": ({ operator, found, fit }) => ({
    zh: `\`${operator}\` 不适用于 \`${found}\`：可用 ${orZh(fit)}`,
    en: `\`${operator}\` does not fit \`${found}\`: use ${orEn(fit)}`,
  }),
  membership: ({ operator, takesList }) => ({
    zh: takesList
      ? `\`${operator}\` 与一组值比较：请写成 ["…"]，或引用值为一组值的参数`
      : `\`${operator}\` 只与一个值比较：请写一个值，或改用 \`in\`、\`notIn\``,
    en: takesList
      ? `\`${operator}\` takes a list of values: write ["…"], or name a parameter that is one`
      : `\`${operator}\` takes one value: write one, or use \`in\` or \`notIn\``,
  }),
  "declared-type": ({ found, expected }) => ({
    zh: `声明为 \`${found}\`，算出的是 \`${expected}\`：请统一`,
    en: `declared \`${found}\`, but the expression gives \`${expected}\`: make them one`,
  }),
  "units-differ": ({ does, found, expected }) => {
    const sides = UNITS[does](found, expected);
    return { zh: `${sides.zh}：请统一为一种单位`, en: `${sides.en}: give both one unit` };
  },
  "two-units": ({ found, other }) => ({
    zh: `乘积中有两种计量单位 \`${other}\` 和 \`${found}\`：至多一种`,
    en: `multiplies \`${other}\` by \`${found}\`: at most one part of a product may have a measured unit`,
  }),
  "enums-differ": ({ found, expected }) => ({
    zh: `两边的值不同，左边为 ${expected}，右边为 ${found.join(", ")}：请使两边的值及顺序相同`,
    en: `the values differ, ${expected} on the left and ${found.join(", ")} on the right: declare the same ones in the same order`,
  }),
  "missing-case": ({ name }) => ({ zh: `缺少值 \`${name}\` 的情形：请补上`, en: `no case for \`${name}\`: add it` }),
  "extra-case": (problem) => ({
    zh: `没有值 \`${problem.found}\`，此情形不会出现${meantZh(problem, `请更正或删去`)}`,
    en: `there is no value \`${problem.found}\`${meantEn(problem, `correct or remove the case`)}`,
  }),
  "no-plain-part": ({ op }) => ({
    zh: `\`${op}\` 只取自列表，列表为空时没有值：请加上一个不取自列表的日期`,
    en: `\`${op}\` has no value when its lists are empty: add a part that is no \`each\``,
  }),
  cycle: ({ found }) => ({
    zh: `派生事实互相引用成环：${found}：请断开`,
    en: `derived facts rest on each other, ${found}: break the ring`,
  }),
  overflow: ({ reach }) => ({
    zh:
      reach === "integer"
        ? "结果可能超出可精确表示的整数：请缩小 min、max 或 maxItems"
        : "结果可能超出公元 1 至 9999 年：请缩小年数或天数的 min、max",
    en:
      reach === "integer"
        ? "may exceed the integers held exactly: narrow `min`, `max` or `maxItems` of its facts"
        : "may leave the years 1 to 9999: narrow `min` and `max` of the years or days",
  }),
  "literal-number": ({ found }) => ({
    zh: `数字 ${found} 直接写在规则中：请列入 parameters.json，连同条款和原文`,
    en: `the number ${found} stands in a rule: put it in parameters.json, with its provision and quote`,
  }),
  "too-intricate": ({ found, expected }) => ({
    zh: `展开后最多需 ${show(found)} 步：应为 ${expected}，请减少 maxItems 或嵌套`,
    en: `unfolds to up to ${show(found)} steps: keep it ${expected}, with a smaller \`maxItems\` or less nesting`,
  }),
};
