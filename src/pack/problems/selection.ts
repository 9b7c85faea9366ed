/** Problems with the selection: its stages, and the number of awards. */
import { meantEn, meantZh, type Near, type Wordings } from "./wordings.js";

export type SelectionProblem =
  | { readonly code: "no-ranking-stage" }
  | { readonly code: "two-shortlists"; readonly found: string; readonly first: string }
  | { readonly code: "shortlist-too-late"; readonly found: string; readonly before: string }
  | { readonly code: "stray-shortlist" }
  | ({ readonly code: "not-a-quota"; readonly found: string } & Near);

export const selectionWordings: Wordings<SelectionProblem> = {
  "no-ranking-stage": () => ({
    zh: "没有一个环节决定名次，综合评分无从得出：请把至少一个环节写成 ranking",
    en: "no stage decides the ranking, so there is no comprehensive score: let at least one decide `ranking`",
  }),
  "two-shortlists": ({ found, first }) => ({
    zh: `\`${first}\` 已决定入围，\`${found}\` 不能再次决定：请只留一个环节`,
    en: `\`${first}\` decides the shortlist already, and so does \`${found}\`: leave it to one stage`,
  }),
  "shortlist-too-late": ({ found, before }) => ({
    zh: `\`${found}\` 决定入围，却排在决定名次的 \`${before}\` 之后：请移到前面`,
    en: `\`${found}\` decides the shortlist and comes after \`${before}\`, which ranks: put it first`,
  }),
  "stray-shortlist": () => ({
    zh: "没有环节决定入围：请删去，或把一个环节写成 shortlist",
    en: "no stage decides a shortlist: remove this, or let a stage decide `shortlist`",
  }),
  "not-a-quota": (problem) => ({
    zh: `\`${problem.found}\` 不是 parameters.json 中计个数的整数参数${meantZh(problem, `请改用规定授奖数的参数`)}`,
    en: `\`${problem.found}\` is no whole number of parameters.json that counts something${meantEn(problem, `name the parameter that says how many awards there are`)}`,
  }),
};
