/** Problems with criteria: their points and the scale they are scored on. */
import type { Wordings } from "./wordings.js";

export type CriteriaProblem =
  | { readonly code: "points-differ"; readonly found: number; readonly expected: string }
  | { readonly code: "uneven-steps"; readonly found: number; readonly min: number; readonly max: number }
  | { readonly code: "off-scale"; readonly found: number; readonly expected: string }
  | { readonly code: "bands-overlap"; readonly found: number; readonly expected: string };

export const criteriaWordings: Wordings<CriteriaProblem> = {
  "points-differ": ({ found, expected }) => ({
    zh: `写明 ${found} 分，各条合计 ${expected} 分：请更正其中之一`,
    en: `${found} points are stated, and the items add up to ${expected}: correct one of them`,
  }),
  "uneven-steps": ({ found, min, max }) => ({
    zh: `从 ${min} 起每步 ${found} 到不了 ${max}：请写能整除 ${max - min} 的步长`,
    en: `steps of ${found} from ${min} never come to ${max}: write one that divides ${max - min}`,
  }),
  "off-scale": ({ found, expected }) => ({
    zh: `${found} 不在分档上：请写 ${expected} 之一`,
    en: `${found} is no value of the scale: write one of ${expected}`,
  }),
  "bands-overlap": ({ found, expected }) => ({
    zh: `${found} 已在前一档之内或者之前：各档应由低到高、互不重叠，请写 ${expected} 的值`,
    en: `${found} lies within the band before or below it: give bands from low to high, this one from a value ${expected}`,
  }),
};
