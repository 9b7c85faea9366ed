/** What is wrong with the header of a table of score sheets, in words. */
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import type { ColumnFault } from "../../scoring/columns.js";
import { columnLetters } from "../tables/column-letters.js";

export function columnFaultInWords(fault: ColumnFault): Text {
  switch (fault.code) {
    case "unknown-clause": {
      const heading = cut(fault.heading);
      return {
        zh: `没有条款 \`${heading}\`${fault.near === null ? "：请核对条款号" : `：是否为 \`${fault.near}\`？`}`,
        en: `no such clause \`${heading}\`${fault.near === null ? ": check its number" : `: did you mean \`${fault.near}\`?`}`,
      };
    }
    case "column-twice": {
      const [heading, first] = [cut(fault.heading), columnLetters(fault.first)];
      return {
        zh: `\`${heading}\` 与 ${first} 列是同一项：只保留一列`,
        en: `\`${heading}\` means what column ${first} does: keep one`,
      };
    }
    case "no-column":
      return {
        zh: `没有 \`${fault.wanted}\` 一列：${fault.near === null ? "请补上，或者说明哪一列是" : `\`${fault.near}\` 是否就是？是则请说明`}`,
        en: `no column for \`${fault.wanted}\`: ${fault.near === null ? "add it, or say which column it is" : `is it \`${fault.near}\`? then say so`}`,
      };
    case "unknown-heading":
      return {
        zh: `没有标题 \`${cut(fault.heading)}\`${fault.near === null ? "：请核对标题" : `：是否为 \`${cut(fault.near)}\`？`}`,
        en: `no such heading \`${cut(fault.heading)}\`${fault.near === null ? ": check the header" : `: did you mean \`${cut(fault.near)}\`?`}`,
      };
  }
}
