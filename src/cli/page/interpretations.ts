/** Points the law leaves open: those on which the outcome turns in full, the others by name. */
import type { Decision, InterpretationResult } from "../../kernel/answer.js";
import { block, heading, say } from "../screen.js";
import { outcomeLabel, outcomeMark } from "./outcome.js";
import { cite, columns, type Sheet } from "./sheet.js";

export function interpretationsSection(sheet: Sheet, decision: Decision): readonly string[] {
  const all = decision.interpretations ?? [];
  const turning = all.filter(({ wouldChange }) => wouldChange);
  const others = all.filter(({ wouldChange }) => !wouldChange);
  const { screen } = sheet;
  const lines: string[] = [];
  if (turning.length > 0) {
    lines.push(
      ...heading(screen, { zh: "换一种解释，结论会变", en: "Open points on which the outcome turns" }),
      ...turning.flatMap((interpretation) => turningLines(sheet, decision, interpretation)),
    );
  }
  if (others.length > 0) {
    const readings = others.map(({ name, reading }) => `${name}=${reading}`).join(language(sheet) === "zh" ? "、" : ", ");
    const lead =
      language(sheet) === "zh"
        ? "所依据的其他解释（换一种解释结论不变）："
        : "also read, and no other reading changes the outcome: ";
    lines.push("", ...block(screen, 2, lead + readings, { style: screen.paint.dim }));
  }
  return lines;
}

function turningLines(sheet: Sheet, decision: Decision, interpretation: InterpretationResult): readonly string[] {
  const { screen } = sheet;
  const { paint } = screen;
  const zh = language(sheet) === "zh";
  const chosen = interpretation.chosenBy === "caller" ? (zh ? "（所选）" : " (chosen)") : zh ? "（默认）" : " (default)";
  const rows = columns(
    interpretation.readings.map(({ name, label, outcome }) => [
      `${name === interpretation.reading ? "●" : "○"} ${say(screen, label)}${name === interpretation.reading ? chosen : ""}`,
      `→ ${outcomeLabel(sheet, decision.decision, outcome)}`,
    ]),
  );
  const other = interpretation.readings.find(({ outcome }) => outcome !== decision.outcome);
  const settled = zh ? `由${interpretation.settledBy.label.zh}解释` : `to be settled by the ${interpretation.settledBy.label.en}`;
  return [
    ...block(screen, 4, say(screen, interpretation.question), { first: `  ${paint.magenta("◆")} ` }),
    ...block(screen, 4, `${cite(sheet, interpretation.provision)} · ${settled}`, { style: paint.dim }),
    ...rows.flatMap((row, index) => {
      const reading = interpretation.readings[index];
      const { style } = outcomeMark(sheet, decision.decision, reading?.outcome ?? "");
      return block(screen, 6, row, {
        style: reading?.name === interpretation.reading ? (line) => paint.bold(style(line)) : style,
      });
    }),
    ...(other === undefined ? [] : block(screen, 6, `--reading ${interpretation.name}=${other.name}`, { style: paint.dim })),
  ];
}

function language(sheet: Sheet) {
  return sheet.screen.language;
}
