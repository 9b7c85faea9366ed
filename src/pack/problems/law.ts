/** Problems with the law's text and with what refers to it. */
import { show } from "../../kernel/failure.js";
import { meantEn, meantZh, type Near, type Wordings } from "./wordings.js";

export type LawProblem =
  | { readonly code: "bad-eid"; readonly found: string; readonly expected: string }
  /** `rest` is what follows the first 。. */
  | { readonly code: "two-sentences"; readonly found: string; readonly rest: string }
  | ({ readonly code: "unknown-provision"; readonly found: string } & Near)
  | {
      readonly code: "not-in-provision";
      readonly found: string;
      /** The provision said to hold the words. */
      readonly provision: string;
      /** As many of the first letters as it does hold. */
      readonly holds: string;
      /** A provision that does hold all of them. */
      readonly elsewhere: string | null;
    }
  | { readonly code: "ends-before-it-begins"; readonly found: string; readonly expected: string };

export const lawWordings: Wordings<LawProblem> = {
  "bad-eid": ({ found, expected }) => ({
    zh: `\`${found}\` 与所在位置不符：请写 \`${expected}\``,
    en: `\`${found}\` does not fit its place in the law: write \`${expected}\``,
  }),
  "two-sentences": ({ rest }) => ({
    zh: `句中有句号：请把 ${show(rest)} 另列一句，台账另设一行`,
    en: `a sentence ends at 。: make ${show(rest)} a sentence of its own, with a row of its own in the ledger`,
  }),
  "unknown-provision": (problem) => ({
    zh: `law.json 中没有条款 \`${problem.found}\`${meantZh(problem, `请按 eId 写明条、款、项或句`)}`,
    en: `no provision \`${problem.found}\` in law.json${meantEn(problem, `name an article, paragraph, item or sentence by its eId`)}`,
  }),
  "not-in-provision": ({ found, provision, holds, elsewhere }) => ({
    zh: `${show(found)} 不在 \`${provision}\` 的原文中${holds === "" ? "" : `（只到 ${show(holds)} 相符）`}：${
      elsewhere === null ? "请逐字照录" : `原文见 \`${elsewhere}\`，请改用该条款`
    }`,
    en: `${show(found)} does not stand in \`${provision}\`${holds === "" ? "" : `, only ${show(holds)} does`}: ${
      elsewhere === null ? "quote it letter by letter" : `it stands in \`${elsewhere}\`, name that one`
    }`,
  }),
  "ends-before-it-begins": ({ found, expected }) => ({
    zh: `\`${found}\` 不晚于施行之日：应为 ${expected}`,
    en: `\`${found}\` is not after the first day in force: write a day ${expected}`,
  }),
};
