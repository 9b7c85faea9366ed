import type { Award } from "../../kernel/award.js";
import type { Screen } from "../screen.js";

/** `in force 2022-12-12 to 2025-07-02, succeeded by …` */
export function inForceInWords(screen: Screen, award: Award): string {
  const { inForce, succeededBy } = award.files.pack;
  const zh = screen.language === "zh";
  if (inForce.until === null) return zh ? `自 ${inForce.from} 起施行` : `in force from ${inForce.from}`;
  const until = zh
    ? `自 ${inForce.from} 起施行，${inForce.until} 起失效`
    : `in force from ${inForce.from}, no longer from ${inForce.until}`;
  if (succeededBy === null) return until;
  return `${until}${zh ? "，由" : ", succeeded by "}${succeededBy.documentNumber}${zh ? "取代" : ""}`;
}
