/** Who lacks the sheets for a score: where, in words. */
import type { Text } from "../kernel/text.js";
import type { Candidates } from "./candidates.js";

export function lackingInWords({ stages }: Pick<Candidates, "stages">, place: number): Text {
  const labels = stages.filter(({ scores }) => scores[place]?.span === null).map(({ stage }) => stage.label);
  return {
    zh: `${labels.map(({ zh }) => zh).join("、")}没有分数`,
    en: `no score at ${labels.map(({ en }) => en).join(", ")}`,
  };
}
