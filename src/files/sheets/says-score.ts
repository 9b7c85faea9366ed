/** What is wrong with a cell in which a score was to stand, in words. */
import type { Scale } from "../../kernel/criteria.js";
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { seenIn, visible } from "../visible.js";

export function scaleInWords({ min, max, step }: Scale): Text {
  return { zh: `${min} 至 ${max} 的分数，每档 ${step}`, en: `${min} to ${max} by ${step}` };
}

/** Whether what is not written in digits alone is a number all the same, and no score: `-5`, `60.5`. */
export function isOtherNumber(written: string, scale: Scale): boolean {
  const number = numberIn(written);
  return number !== null && !isOnScale(number, scale);
}

/** What is not written in digits alone, and yet often is what someone meant as a score. */
export function noNumber(written: string, scale: Scale): Text {
  const found = cut(visible(written));
  const seen = seenIn(written).trim();
  const meant = /^(\d{1,9})\s*(?:[%％分]|分数?)?$/.exec(seen.normalize("NFKC"))?.[1];
  if (meant !== undefined && isOnScale(Number(meant), scale))
    return seen === meant
      ? {
          zh: `\`${found}\` 中有看不见的字符：请只写 ${Number(meant)}`,
          en: `\`${found}\` holds characters that are not seen: write ${Number(meant)} alone`,
        }
      : { zh: `\`${found}\` 不是数字：请写 ${Number(meant)}`, en: `\`${found}\` is no number: write ${Number(meant)}` };
  const number = numberIn(written);
  if (number !== null && isOnScale(number, scale))
    return {
      zh: `\`${found}\` 不是只用数字写成：请写 ${Math.abs(number)}`,
      en: `\`${found}\` is not written in digits alone: write ${Math.abs(number)}`,
    };
  if (number !== null) return offScale(written, scale);
  const inDigits = /^[〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰]+分?$/.test(seen);
  const { zh, en } = scaleInWords(scale);
  return inDigits
    ? { zh: `\`${found}\` 不是数字：请用阿拉伯数字写 ${zh}`, en: `\`${found}\` is no number: write the number in digits, ${en}` }
    : { zh: `\`${found}\` 不是数字：请写 ${zh}`, en: `\`${found}\` is no number: write ${en}` };
}

export function offScale(written: string, scale: Scale): Text {
  const found = cut(visible(written));
  const number = numberIn(written) ?? Number.NaN;
  const hundredfold = Math.round(number * 100);
  if (number > 0 && number < 1 && isOnScale(hundredfold, scale))
    return {
      zh: `\`${found}\` 像是百分比格式存下的小数：请把格式改为“常规”，写 ${hundredfold}`,
      en: `\`${found}\` looks like a percentage kept as a fraction: set the format to General and write ${hundredfold}`,
    };
  const { zh, en } = scaleInWords(scale);
  if (number === 1 && hundredfold === scale.max)
    return {
      zh: `\`${found}\` 不在分档上：请写 ${zh}；单元格若显示为 100%，请把格式改为“常规”，写 100`,
      en: `\`${found}\` is off the scale: write ${en}, and where 100% is shown set the format to General and write 100`,
    };
  return { zh: `\`${found}\` 不在分档上：请写 ${zh}`, en: `\`${found}\` is off the scale: write ${en}` };
}

/** A number with a sign, a point, an exponent; `null` for what is none. */
function numberIn(written: string): number | null {
  const text = seenIn(written).trim().normalize("NFKC").replace("\u2212", "-");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

function isOnScale(number: number, { min, max, step }: Scale): boolean {
  return number >= min && number <= max && (number - min) % step === 0;
}
