/** What is wrong with a row of score sheets, in words: what was found, and what to do. The place is said by `place.ts`. */
import type { Scale } from "../../kernel/criteria.js";
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { LONGEST_NAME } from "../../scoring/batch.js";
import type { SheetFault } from "./sheet-fault.js";

export function faultInWords(fault: SheetFault, scale: Scale): Text {
  const found = cut(fault.found);
  switch (fault.problem) {
    case "empty":
      return { zh: `没有分数：请写 ${scaleInWords(scale).zh}`, en: `no score: write ${scaleInWords(scale).en}` };
    case "no-number":
      return noNumber(found, scale);
    case "off-scale":
      return offScale(found, scale);
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
    case "bad-line":
      return fault.message;
    case "unknown-clause":
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

export function scaleInWords({ min, max, step }: Scale): Text {
  return { zh: `${min} 至 ${max} 的分数，每档 ${step}`, en: `${min} to ${max} by ${step}` };
}

/** What cannot be a number of any scale, and yet often is what someone meant as one. */
function noNumber(found: string, scale: Scale): Text {
  const meant = /^\s*(\d{1,9})\s*(?:[%％分]|分数?)?\s*$/.exec(found.normalize("NFKC"))?.[1];
  if (meant !== undefined && isOnScale(Number(meant), scale))
    return { zh: `\`${found}\` 不是数字：请写 ${Number(meant)}`, en: `\`${found}\` is no number: write ${Number(meant)}` };
  const inDigits = /^[〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰]+分?$/.test(found.trim());
  const { zh, en } = scaleInWords(scale);
  return inDigits
    ? { zh: `\`${found}\` 不是数字：请用阿拉伯数字写 ${zh}`, en: `\`${found}\` is no number: write the number in digits, ${en}` }
    : { zh: `\`${found}\` 不是数字：请写 ${zh}`, en: `\`${found}\` is no number: write ${en}` };
}

function offScale(found: string, scale: Scale): Text {
  const hundredfold = Math.round(Number(found) * 100);
  if (Number(found) > 0 && Number(found) < 1 && isOnScale(hundredfold, scale))
    return {
      zh: `\`${found}\` 像是百分比格式存下的小数：请把格式改为“常规”，写 ${hundredfold}`,
      en: `\`${found}\` looks like a percentage kept as a fraction: set the format to General and write ${hundredfold}`,
    };
  const { zh, en } = scaleInWords(scale);
  if (Number(found) === 1 && hundredfold === scale.max)
    return {
      zh: `\`${found}\` 不在分档上：请写 ${zh}；单元格若显示为 100%，请把格式改为“常规”，写 100`,
      en: `\`${found}\` is off the scale: write ${en}, and where 100% is shown set the format to General and write 100`,
    };
  return { zh: `\`${found}\` 不在分档上：请写 ${zh}`, en: `\`${found}\` is off the scale: write ${en}` };
}

function isOnScale(number: number, { min, max, step }: Scale): boolean {
  return number >= min && number <= max && (number - min) % step === 0;
}
