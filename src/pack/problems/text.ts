/** Problems of a pack's files as files and as text. */
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { meantEn, meantZh, type Near, type Wordings } from "./wordings.js";

export type TextProblem =
  | { readonly code: "missing-folder" }
  | { readonly code: "wrong-id"; readonly found: string; readonly expected: string }
  | { readonly code: "missing-file"; readonly neededFor: NeededFor | null }
  | ({ readonly code: "stray-file"; readonly name: string } & Near)
  | { readonly code: "byte-order-mark" }
  | { readonly code: "not-utf-8" }
  | { readonly code: "bad-json"; readonly line: number; readonly column: number; readonly reason: Text }
  | { readonly code: "duplicate-key"; readonly name: string }
  /** The number as it is written: as a value it is already another. */
  | { readonly code: "rounded-number"; readonly token: string };

/** What cannot do without a file: a decision, or another part. */
export type NeededFor = { readonly decision: string } | { readonly part: string };

export const textWordings: Wordings<TextProblem> = {
  "missing-folder": () => ({ zh: "没有这个文件夹：请核对路径", en: "no such folder: check the path" }),
  "wrong-id": ({ found, expected }) => ({
    zh: `\`${found}\` 与文件夹名不同：请写 \`${expected}\`，或更改文件夹名`,
    en: `\`${found}\` is not the folder's name: write \`${expected}\`, or rename the folder`,
  }),
  "missing-file": ({ neededFor }) => {
    if (neededFor === null) return { zh: "缺少此文件：请补上", en: "the file is missing: add it" };
    if ("part" in neededFor) {
      return {
        zh: `缺少此文件，${neededFor.part}.json 需要它：请补上`,
        en: `the file is missing and ${neededFor.part}.json needs it: add it`,
      };
    }
    return {
      zh: `缺少此文件，判定事项 \`${neededFor.decision}\` 需要它：请补上规则`,
      en: `the file is missing and decision \`${neededFor.decision}\` needs it: add its rules`,
    };
  },
  "stray-file": (problem) => ({
    zh: `\`${problem.name}\` 既不是规则包的组成部分，也不是 pack.json 中的判定事项${meantZh(problem, `请改名、列入 decisions 或删去`)}`,
    en: `\`${problem.name}\` is neither a part of a pack nor a decision of pack.json${meantEn(problem, `rename it, declare the decision or remove it`)}`,
  }),
  "byte-order-mark": () => ({
    zh: "文件以字节顺序标记（BOM）开头：请存为不带 BOM 的 UTF-8",
    en: "the file begins with a byte order mark: save it as UTF-8 without one",
  }),
  "not-utf-8": () => ({ zh: "文件不是 UTF-8 编码：请另存为 UTF-8", en: "the file is not UTF-8: save it as UTF-8" }),
  "bad-json": ({ line, column, reason }) => ({
    zh: `第 ${line} 行第 ${column} 列不是合法的 JSON（${reason.zh}）：请在此处更正`,
    en: `not JSON at line ${line}, column ${column} (${reason.en}): correct it there`,
  }),
  "duplicate-key": ({ name }) => ({ zh: `\`${name}\` 重复出现：只保留一个`, en: `\`${name}\` stands twice: keep one` }),
  "rounded-number": ({ token }) => ({
    zh: `\`${cut(token)}\` 不能原样保存，会被舍入成另一个数：请写不超过 15 位的整数`,
    en: `\`${cut(token)}\` cannot be kept exactly and would become another number: write a whole number of at most 15 digits`,
  }),
};
