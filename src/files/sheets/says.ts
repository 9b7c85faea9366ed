/** What is wrong with a row of score sheets, in words: what was found, and what to do. The place is said by `place.ts`. */
import type { Scale } from "../../kernel/criteria.js";
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { LONGEST_NAME } from "../../scoring/batch.js";
import { visible } from "../visible.js";
import { otherTitle } from "./says-columns.js";
import { noNumber, offScale, scaleInWords } from "./says-score.js";
import type { SheetFault } from "./sheet-fault.js";

export function faultInWords(fault: SheetFault, scale: Scale): Text {
  const found = cut(visible(fault.found));
  switch (fault.problem) {
    case "empty":
      return { zh: `没有分数：请写 ${scaleInWords(scale).zh}`, en: `no score: write ${scaleInWords(scale).en}` };
    case "no-number":
      return noNumber(fault.found, scale);
    case "off-scale":
      return offScale(fault.found, scale);
    case "no-name":
      return { zh: "没有名称，整行不计：请填写", en: "no name, so the row is not counted: write it" };
    case "long-name":
      return {
        zh: `名称超过 ${LONGEST_NAME} 字节，整行不计：请缩短`,
        en: `a name longer than ${LONGEST_NAME} bytes, so the row is not counted: shorten it`,
      };
    case "stray-quote":
      return {
        zh: `\`${found}\` 中的引号不合 CSV 写法：请写成两个引号，并把整格放在引号中`,
        en: `a quote in \`${found}\` where CSV has none: double it and put the whole cell in quotes`,
      };
    case "too-few-cells":
      return {
        zh: "单元格少于标题，整行不计：请补齐分隔符",
        en: "fewer cells than headings, so the row is not counted: complete it",
      };
    case "too-many-cells":
      return {
        zh: "单元格多于标题，整行不计：请去掉多余的，或者把含逗号的格放在引号中",
        en: "more cells than headings, so the row is not counted: remove some, or put a cell that holds a comma in quotes",
      };
    case "open-quote":
      return {
        zh: "引号没有成对，此行及以后均未读取：请补上后一个",
        en: "a quote that is not closed, so that neither this row nor any after it was read: close it",
      };
    case "sheet-twice":
      return {
        zh: "同一评审员对同一单位同一阶段已有一份评分，此行不计：只保留一份",
        en: "a second sheet of the same reviewer for the same applicant and stage, not counted: keep one",
      };
    case "unread":
      return fault.message;
    case "bad-line":
      return { zh: `${fault.message.zh}；整行不计`, en: `${fault.message.en}; the row is not counted` };
    case "no-scores":
      return found === ""
        ? {
            zh: "没有评分，各项均视为未评：请写各条款的分数",
            en: "no scores, so that no item is scored: write one for each clause",
          }
        : {
            zh: `\`${found}\` 不是各条款的评分，各项均视为未评：请写成 {"条款": 分数, …}`,
            en: `\`${found}\` holds no scores by clause, so that no item is scored: write {"clause": score, …}`,
          };
    case "unknown-clause":
      if (fault.titled !== null) return otherTitle(found, fault.titled);
      return {
        zh: `没有条款 \`${found}\`${fault.near === null ? "：请核对条款号" : `：是否为 \`${fault.near}\`？`}`,
        en: `no such clause \`${found}\`${fault.near === null ? ": check its number" : `: did you mean \`${fault.near}\`?`}`,
      };
    case "key-twice":
      return {
        zh: `\`${found}\` 与前面的一项是同一条：只保留一项`,
        en: `\`${found}\` means what a key before it does: keep one`,
      };
    case "stray-key":
      return {
        zh: `第一条记录没有 \`${found}\`，此处却有：请每条都写，或者都不写`,
        en: `\`${found}\` here, though the first record has none: give it in every record or in none`,
      };
    case "unknown-stage": {
      const known = { zh: fault.known.join("、"), en: fault.known.join(", ") };
      return {
        zh: `没有阶段 \`${found}\`，整行不计：${fault.near === null ? `可用 ${known.zh}` : `是否为 \`${fault.near}\`？`}`,
        en: `no such stage \`${found}\`, so the row is not counted: ${fault.near === null ? `write one of ${known.en}` : `did you mean \`${fault.near}\`?`}`,
      };
    }
  }
}
