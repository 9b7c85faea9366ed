/** What would help: the smallest sets of changes, the day until which to wait, and what stands in the way for good. */
import type { Decision, Remedy } from "../../kernel/answer.js";
import { concealedInWords, isConcealed } from "../../kernel/confidential/conceal.js";
import { block, heading, say } from "../screen.js";
import { outcomeLabel } from "./outcome.js";
import { cite, type Sheet } from "./sheet.js";
import { inWords } from "./values.js";

export function remediesSection(sheet: Sheet, decision: Decision): readonly string[] {
  const { possible = [], fixed = [] } = decision.remedies ?? {};
  const { screen } = sheet;
  const lines: string[] = [];
  if (possible.length > 0) {
    const one = possible.length === 1;
    lines.push(
      ...heading(
        screen,
        one
          ? { zh: "怎样可以改变结论", en: "What would change it" }
          : {
              zh: `怎样可以改变结论（${possible.length} 种办法，任选其一）`,
              en: `What would change it (any one of ${possible.length})`,
            },
      ),
      ...possible.flatMap((remedy, index) => remedyLines(sheet, decision, remedy, one ? "" : `${index + 1}.`)),
    );
  }
  if (fixed.length > 0) {
    lines.push(...heading(screen, { zh: "无法改变的障碍", en: "In the way, and nothing cures it" }));
    for (const obstacle of fixed) {
      const mark = screen.paint.red("■");
      lines.push(
        ...block(screen, 4, say(screen, obstacle.says), { first: `  ${mark} ` }),
        `    ${screen.paint.cyan(cite(sheet, obstacle.provision))}${screen.paint.dim(` · ${obstacle.rule}`)}`,
      );
    }
  }
  return lines;
}

function remedyLines(sheet: Sheet, decision: Decision, remedy: Remedy, number: string): readonly string[] {
  const { screen, award } = sheet;
  const { paint, language } = screen;
  const steps = remedy.changes.map(({ fact, label, from, to }) => {
    const value = (of: typeof from) => inWords(award, language, { name: fact, value: of, ...unitOf(sheet, fact) });
    return `${label[language]}${language === "zh" ? "：" : ": "}${value(from)} → ${paint.bold(value(to))}`;
  });
  if (remedy.waitUntil !== null) steps.push(waiting(sheet, remedy));
  const indent = number === "" ? 4 : 5;
  const first = number === "" ? `  ${paint.green("→")} ` : `  ${paint.green(number)} `;
  const result =
    language === "zh"
      ? `则为：${outcomeLabel(sheet, decision.decision, remedy.outcome)}`
      : `then: ${outcomeLabel(sheet, decision.decision, remedy.outcome)}`;
  return [
    ...steps.flatMap((step, index) => block(screen, indent, step, index === 0 ? { first } : {})),
    ...block(screen, indent, result, { style: paint.dim }),
  ];
}

function waiting(sheet: Sheet, remedy: Remedy): string {
  const { language, paint } = sheet.screen;
  const { waitUntil } = remedy;
  const day = paint.bold(isConcealed(waitUntil) ? concealedInWords(waitUntil, language) : (waitUntil ?? ""));
  const put = remedy.putsOff.map((name) => sheet.award.names.byName.get(name)?.label[language] ?? name);
  if (language === "zh") return `等到 ${day}${put.length > 0 ? `（${put.join("、")}推迟到该日）` : ""}`;
  return `wait until ${day}${put.length > 0 ? ` (${put.join(", ")} put off to that day)` : ""}`;
}

function unitOf(sheet: Sheet, fact: string): { readonly unit?: string } {
  const type = sheet.award.names.byName.get(fact)?.type;
  return type?.type === "integer" ? { unit: type.unit } : {};
}
