/** Problems of the shape of a part: its members and their plain types. */
import { show } from "../../kernel/failure.js";
import { meantEn, meantZh, type Near, orEn, orZh, type Wordings } from "./wordings.js";

export type ShapeProblem =
  | { readonly code: "not-an-object"; readonly found: unknown; readonly expected: "object" }
  | { readonly code: "not-an-array"; readonly found: unknown; readonly expected: "array" }
  | { readonly code: "not-a-text"; readonly found: unknown; readonly expected: "string" }
  | { readonly code: "not-an-integer"; readonly found: unknown; readonly expected: string }
  | { readonly code: "not-a-boolean"; readonly found: unknown; readonly expected: "true or false" }
  | ({ readonly code: "not-a-value"; readonly found: unknown; readonly expected: string } & Near)
  | { readonly code: "wrong-form"; readonly found: unknown; readonly expected: string }
  | { readonly code: "missing-member"; readonly name: string }
  | ({ readonly code: "unknown-member"; readonly name: string } & Near)
  | { readonly code: "empty-text" }
  | { readonly code: "bad-name"; readonly found: string; readonly expected: "camelCase" | "kebab-case" }
  | { readonly code: "not-a-date"; readonly found: string; readonly expected: "YYYY-MM-DD" }
  | { readonly code: "out-of-range"; readonly found: number; readonly expected: string }
  | { readonly code: "too-few"; readonly found: number; readonly expected: string }
  | { readonly code: "too-many"; readonly found: number; readonly expected: string }
  | { readonly code: "duplicate-value"; readonly found: unknown }
  | { readonly code: "too-deep"; readonly max: number };

export const shapeWordings: Wordings<ShapeProblem> = {
  "not-an-object": ({ found }) => ({
    zh: `\`${show(found)}\` 不是对象：请写成 { … }`,
    en: `\`${show(found)}\` is no object: write { … }`,
  }),
  "not-an-array": ({ found }) => ({
    zh: `\`${show(found)}\` 不是数组：请写成 [ … ]`,
    en: `\`${show(found)}\` is no array: write [ … ]`,
  }),
  "not-a-text": ({ found }) => ({
    zh: `\`${show(found)}\` 不是文字：请写成 "…"`,
    en: `\`${show(found)}\` is no text: write "…"`,
  }),
  "not-an-integer": ({ found, expected }) => {
    // Within bounds of its own a number is never too large to be held.
    if (expected === "integer" && typeof found === "number")
      return {
        zh: `\`${show(found)}\` 不是可精确表示的整数：请写整数，绝对值不超过 ${Number.MAX_SAFE_INTEGER}`,
        en: `\`${show(found)}\` is no integer held exactly: write a whole number of at most ${Number.MAX_SAFE_INTEGER}`,
      };
    const [zh, en] = expected === "integer" ? ["整数", "a whole number"] : [`${expected} 的整数`, `a whole number, ${expected}`];
    return {
      zh: `\`${show(found)}\` 不是整数：请写 ${zh}，不加引号和单位`,
      en: `\`${show(found)}\` is no whole number: write ${en}, without quotes or unit`,
    };
  },
  "not-a-boolean": ({ found }) => ({
    zh: `\`${show(found)}\` 不是布尔值：请写 true 或 false`,
    en: `\`${show(found)}\` is no boolean: write true or false`,
  }),
  "not-a-value": (problem) => ({
    zh: `\`${show(problem.found)}\` 不是可用的值${meantZh(problem, `可用 ${orZh(problem.expected.split(" | "))}`)}`,
    en: `\`${show(problem.found)}\` is none of the values${meantEn(problem, `write ${orEn(problem.expected.split(" | "))}`)}`,
  }),
  "wrong-form": ({ found, expected }) => ({
    zh: `\`${show(found)}\` 不是此处可用的形式：请写成 ${expected.replaceAll(" | ", " 或 ")}`,
    en: `\`${show(found)}\` has no form known here: write ${expected.replaceAll(" | ", " or ")}`,
  }),
  "missing-member": ({ name }) => ({ zh: `缺少 \`${name}\`：请补上`, en: `\`${name}\` is missing: add it` }),
  "unknown-member": (problem) => ({
    zh: `此处没有 \`${problem.name}\` 这一项${meantZh(problem, `请更正或删去`)}`,
    en: `no member \`${problem.name}\` here${meantEn(problem, `correct or remove it`)}`,
  }),
  "empty-text": () => ({ zh: "文字为空：请写明", en: "the text is empty: write it" }),
  "bad-name": ({ found, expected }) => ({
    zh: `\`${found}\` 不是 ${expected} 写法的名称：请改写，如 ${EXAMPLES[expected]}`,
    en: `\`${found}\` is no ${expected} name: write it like ${EXAMPLES[expected]}`,
  }),
  "not-a-date": ({ found }) => ({
    zh: `\`${found}\` 不是历法上的日期：请写成 YYYY-MM-DD，1900-01-01 至 2199-12-31`,
    en: `\`${found}\` is no calendar date: write it as YYYY-MM-DD, 1900-01-01 to 2199-12-31`,
  }),
  "out-of-range": ({ found, expected }) => ({
    zh: `${found} 超出范围：应为 ${expected}`,
    en: `${found} is out of range: write ${expected}`,
  }),
  "too-few": ({ found, expected }) => ({
    zh: `${found} 个过少：个数应 ${expected}`,
    en: `${found} are too few: give ${expected}`,
  }),
  "too-many": ({ found, expected }) => ({
    zh: `${found} 个过多：个数应 ${expected}`,
    en: `${found} are too many: give ${expected}`,
  }),
  "duplicate-value": ({ found }) => ({
    zh: `\`${show(found)}\` 重复出现：只保留一个`,
    en: `\`${show(found)}\` stands twice: keep one`,
  }),
  "too-deep": ({ max }) => ({
    zh: `嵌套或者层层引用超过 ${max} 层：请拆分简化`,
    en: `nested, or derived from each other, more than ${max} deep: split it into simpler ones`,
  }),
};

const EXAMPLES = { camelCase: "`operatingYears`", "kebab-case": "`operating-years`" };
