/** What is wrong with the header of a table of score sheets, in words. */
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { columnLetters } from "../tables/column-letters.js";
import type { HeaderFault } from "./header-faults.js";

/** Of what was taken for the header, as many as tell what it is. */
const FIRST_HEADINGS = 3;

/** @param headerRow the row that was taken for the header, from 1; `null` where the format has none */
export function columnFaultInWords(fault: HeaderFault, headerRow: number | null = 1): Text {
  switch (fault.code) {
    case "unknown-clause": {
      const heading = cut(fault.heading);
      if (fault.titled !== null) return otherTitle(heading, fault.titled);
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
    case "wrong-header":
      return wrongHeader(fault.headings, headerRow);
    case "no-columns":
      return {
        zh: `没有 ${fault.wanted.join("、")} 各列：请补上`,
        en: `no columns for ${fault.wanted.join(", ")}: add them`,
      };
    case "unknown-heading":
      return {
        zh: `没有标题 \`${cut(fault.heading)}\`${fault.near === null ? "：请核对标题" : `：是否为 \`${cut(fault.near)}\`？`}`,
        en: `no such heading \`${cut(fault.heading)}\`${fault.near === null ? ": check the header" : `: did you mean \`${cut(fault.near)}\`?`}`,
      };
  }
}

/** A heading that begins with a clause there is, and goes on with a title that is not the clause's. */
export function otherTitle(heading: string, { clause, title }: { readonly clause: string; readonly title: Text }): Text {
  return {
    zh: `\`${heading}\` 的条款号与标题不符，${clause} 是“${title.zh}”：请更正其一，或者只写条款号`,
    en: `\`${heading}\` has another title than ${clause}, which is ${title.zh} (${title.en}): correct one of them, or write the clause alone`,
  };
}

function wrongHeader(headings: readonly string[], headerRow: number | null): Text {
  const named = headings.filter((heading) => heading.trim() !== "");
  const first = named.slice(0, FIRST_HEADINGS).map((heading) => `\`${cut(heading)}\``);
  const [zh, en] = [first.join("、"), first.join(", ")].map((shown) => (named.length > first.length ? `${shown} …` : shown));
  return headerRow === null
    ? { zh: `各列为 ${zh}，其中几乎没有所需的列`, en: `the columns are ${en}, hardly any of those needed` }
    : {
        zh: `第 ${headerRow} 行被当作标题行（${zh}），其中几乎没有所需的列`,
        en: `row ${headerRow} was taken for the header (${en}), and hardly any of the columns needed is in it`,
      };
}
