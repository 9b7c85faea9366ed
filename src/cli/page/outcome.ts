/** Outcomes by their label and colour. */
import { UNDETERMINED } from "../../kernel/outcome.js";
import type { Paint } from "../screen.js";
import type { Sheet } from "./sheet.js";

export function outcomeLabel({ screen, award }: Sheet, decision: string, outcome: string): string {
  if (outcome === UNDETERMINED) return screen.language === "zh" ? "尚不能确定" : UNDETERMINED;
  const declared = award.files.pack.decisions.find(({ name }) => name === decision);
  return declared?.outcomes.find(({ name }) => name === outcome)?.label[screen.language] ?? outcome;
}

export function outcomeMark({ screen, award }: Sheet, decision: string, outcome: string): { mark: string; style: Paint["red"] } {
  if (outcome === UNDETERMINED) return { mark: "?", style: screen.paint.yellow };
  const declared = award.files.pack.decisions.find(({ name }) => name === decision);
  return declared?.outcomes.find(({ name }) => name === outcome)?.favourable === true
    ? { mark: "✓", style: screen.paint.green }
    : { mark: "✗", style: screen.paint.red };
}
