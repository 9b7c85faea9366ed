/** A stage as the award calls it; by its name where it is not the award's. */
import type { Award } from "../../kernel/award.js";
import type { Text } from "../../kernel/model.js";

export function stageLabel({ files: { selection } }: Award, name: string): Text {
  return selection?.stages.find((stage) => stage.name === name)?.label ?? { zh: name, en: name };
}
