/** What is wrong in a table of cases that a file of YAML cannot have wrong, in words. */
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";

export type CellProblem =
  // The header
  | { readonly code: "no-column"; readonly wanted: Text }
  | { readonly code: "unknown-heading"; readonly heading: string; readonly near: string | null }
  /** What it may mean, by name. */
  | { readonly code: "unclear-heading"; readonly heading: string; readonly names: readonly string[] }
  /** The column, in letters, that means the same. */
  | { readonly code: "column-twice"; readonly heading: string; readonly first: string }
  /** Under no heading of the first row anything is known. */
  | { readonly code: "no-known-heading"; readonly sheet: string | null }
  // A row
  | { readonly code: "no-heading"; readonly found: string }
  /** `isBelow`: a row above has something there. */
  | { readonly code: "empty-cell"; readonly wanted: Text; readonly isBelow: boolean }
  | { readonly code: "no-outcome"; readonly isBelow: boolean }
  | { readonly code: "case-twice"; readonly found: string; readonly row: number }
  // A cell
  | { readonly code: "not-a-choice"; readonly found: string; readonly known: readonly string[]; readonly near: string | null }
  | { readonly code: "not-yes-or-no"; readonly found: string }
  | { readonly code: "wide-digits"; readonly found: string; readonly meant: string }
  | { readonly code: "not-digits"; readonly found: string; readonly unit: Text }
  | { readonly code: "not-a-day"; readonly found: string; readonly isNeeded: boolean }
  /** A day of the calendar, in a year that is not read. */
  | { readonly code: "day-elsewhere"; readonly found: string }
  | { readonly code: "day-as-number"; readonly found: string }
  | { readonly code: "not-a-json-list"; readonly found: string; readonly reason: Text | null }
  | { readonly code: "list-and-members"; readonly heading: string };

/** In both languages: what was found, and what to do. */
export function describeCell(problem: CellProblem): Text {
  switch (problem.code) {
    case "no-column": {
      const { zh, en } = problem.wanted;
      return { zh: `没有“${zh}”一列：请补上`, en: `no column \`${en}\`: add it` };
    }
    case "unknown-heading": {
      const { heading, near } = problem;
      return {
        zh: `没有标题 \`${cut(heading)}\`：${near === null ? "请写事实的名称或标签，或者删去此列" : `是否为 \`${near}\`？`}`,
        en: `no such heading \`${cut(heading)}\`: ${near === null ? "write a fact's name or label, or leave the column out" : `did you mean \`${near}\`?`}`,
      };
    }
    case "unclear-heading": {
      const { heading, names } = problem;
      return {
        zh: `\`${cut(heading)}\` 所指不止一项：请写名称，${names.join("、")} 之一`,
        en: `\`${cut(heading)}\` may mean several things: write one of the names ${names.join(", ")}`,
      };
    }
    case "column-twice":
      return {
        zh: `\`${cut(problem.heading)}\` 与 ${problem.first} 列是同一项：只保留一列`,
        en: `\`${cut(problem.heading)}\` means what column ${problem.first} does: keep one`,
      };
    case "no-known-heading": {
      const [zh, en] = problem.sheet === null ? ["", ""] : [`工作表“${problem.sheet}”`, ` of the sheet \`${problem.sheet}\``];
      return {
        zh: `${zh}首行没有一个已知的标题：标题须写在${problem.sheet === null ? "" : "第一张工作表的"}首行，其上不留表名`,
        en: `no heading is known in the first row${en}: headings belong in the first row${problem.sheet === null ? "" : " of the first sheet"}, with no title above them`,
      };
    }
    case "no-heading":
      return {
        zh: `\`${cut(problem.found)}\` 所在的列没有标题：请补上标题，或者清空`,
        en: `\`${cut(problem.found)}\` stands in a column without a heading: give it one, or clear the cell`,
      };
    case "empty-cell": {
      const { zh, en } = problem.wanted;
      return withMerged({ zh: `“${zh}”是空的：请填写`, en: `\`${en}\` is empty: fill it in` }, problem.isBelow);
    }
    case "no-outcome":
      return withMerged(NO_OUTCOME, problem.isBelow);
    case "case-twice":
      return {
        zh: `案例“${cut(problem.found)}”与第 ${problem.row} 行同名：请改写其一`,
        en: `row ${problem.row} says the same, \`${cut(problem.found)}\`: reword one of them`,
      };
    case "not-a-choice": {
      const { found, known, near } = problem;
      const [zh, en] = [known.join("、"), known.join(", ")];
      return {
        zh: `\`${cut(found)}\` 不是可用的值：${near === null ? `可用 ${zh}` : `是否为 \`${near}\`？`}`,
        en: `\`${cut(found)}\` is none of the values: ${near === null ? `write one of ${en}` : `did you mean \`${near}\`?`}`,
      };
    }
    case "not-yes-or-no":
      return {
        zh: `\`${cut(problem.found)}\` 既不是“是”也不是“否”：请写其一，未知则留空`,
        en: `\`${cut(problem.found)}\` is neither yes nor no: write one of them, or leave it empty where it is unknown`,
      };
    case "wide-digits":
      return {
        zh: `\`${cut(problem.found)}\` 是全角数字：请改写成半角 \`${cut(problem.meant)}\``,
        en: `\`${cut(problem.found)}\` has full-width digits: write \`${cut(problem.meant)}\``,
      };
    case "not-digits":
      return {
        zh: `\`${cut(problem.found)}\` 不是整数：请只写数字，不加逗号和单位（单位是${problem.unit.zh}），未知则留空`,
        en: `\`${cut(problem.found)}\` is no integer: write digits alone, without commas or unit (the unit is ${problem.unit.en}), or leave it empty where it is unknown`,
      };
    case "not-a-day":
      return {
        zh: `\`${cut(problem.found)}\` 不是日期：请写成 2024-03-01 或者 2024年3月1日${problem.isNeeded ? "" : "，未知则留空"}`,
        en: `\`${cut(problem.found)}\` is no date: write it as 2024-03-01 or 2024年3月1日${problem.isNeeded ? "" : ", or leave it empty where it is unknown"}`,
      };
    case "day-elsewhere":
      return {
        zh: `${problem.found} 不在可用的日期之内：请写 1900-01-01 至 2199-12-31 之间的日期`,
        en: `${problem.found} is not within the dates that are read: write one from 1900-01-01 to 2199-12-31`,
      };
    case "day-as-number":
      return {
        zh: `\`${cut(problem.found)}\` 是数，不是日期：请把单元格设为日期格式，或者写成 2024-03-01`,
        en: `\`${cut(problem.found)}\` is a number, not a date: format the cell as a date, or write 2024-03-01`,
      };
    case "not-a-json-list": {
      const { found, reason } = problem;
      return {
        zh: `\`${cut(found)}\` 不是 JSON 列表${reason === null ? "" : `（${reason.zh}）`}：没有请写“无”，有则分列填写（标签[1].字段），或者写 [{ … }]`,
        en: `\`${cut(found)}\` is no list in JSON${reason === null ? "" : ` (${reason.en})`}: write \`none\` where there is nothing, columns \`label[1].field\`, or [{ … }]`,
      };
    }
    case "list-and-members":
      return {
        zh: `此处已有内容，而 \`${cut(problem.heading)}\` 等分列中也有：只保留一种`,
        en: `something stands here and in columns like \`${cut(problem.heading)}\` too: keep one`,
      };
  }
}

const NO_OUTCOME: Text = {
  zh: "没有写明应有结论，这个案例什么也不检验：请填写",
  en: "no outcome is expected, so the case proves nothing: fill it in",
};

/** Of merged cells a workbook keeps what stands in the first; the others are empty, and do not say that they were merged. */
function withMerged({ zh, en }: Text, isBelow: boolean): Text {
  if (!isBelow) return { zh, en };
  return {
    zh: `${zh}；若与上面的单元格合并，请取消合并，逐行填写`,
    en: `${en}; where it is merged with the cell above, unmerge them and fill in each row`,
  };
}
