/** What is written otherwise in two versions of a pack, beside what they decide. */
import type { Rewritten, RewrittenFile, RewrittenParameter } from "../../impact/rewritten.js";
import type { Text } from "../../kernel/model.js";
import { block, heading, type Screen, say } from "../screen.js";

/** Entries of a file that are named; of the others, how many there are. */
const NAMED = 8;

export function rewrittenSection(screen: Screen, { parameters, files }: Rewritten): readonly string[] {
  if (parameters.length + files.length === 0) return [];
  const line = (text: string) => block(screen, 4, text, { first: "  · " });
  return [
    ...heading(screen, { zh: "两者不同之处", en: "where the two are not alike" }),
    ...parameters.flatMap((one) => line(parameterInWords(screen, one))),
    ...files.flatMap((one) => line(fileInWords(screen, one))),
    ...block(screen, 2, say(screen, NOT_DECIDED), { style: screen.paint.dim }),
  ];
}

function parameterInWords(screen: Screen, { name, first, second, decides }: RewrittenParameter): string {
  const idle = decides ? "" : say(screen, { zh: "（任何判定都不读取）", en: " (no decision reads it)" });
  return `parameters.json: ${name} ${shown(first)} → ${shown(second)}${idle}`;
}

function shown(value: RewrittenParameter["first"]): string {
  return value === null ? "–" : JSON.stringify(value);
}

function fileInWords(screen: Screen, { file, entries, reordered }: RewrittenFile): string {
  const left = entries.length - NAMED;
  const more: Text = { zh: `等 ${entries.length} 处`, en: ` and ${left} more` };
  const comma = screen.language === "zh" ? "、" : ", ";
  const named = entries.slice(0, NAMED).join(comma) + (left > 0 ? say(screen, more) : "");
  // A file that is a list has its entries in another order itself.
  const of = reordered.join(comma);
  const order: Text = of === "" ? ORDER : { zh: `${of} ${ORDER.zh}`, en: `${ORDER.en} of ${of}` };
  return `${file}: ${[...(named === "" ? [] : [named]), ...(reordered.length === 0 ? [] : [say(screen, order)])].join("; ")}`;
}

const ORDER: Text = { zh: "次序不同", en: "another order" };

const NOT_DECIDED: Text = {
  zh: "以下只比较判定；文字、程序、义务、评分和评选各文件不作比较，只在此列明",
  en: "what follows compares decisions alone: words, procedure, duties, scoring and selection are only listed here",
};
