/** The shape of every part of a pack, and what is wrong with a value that has another. */
import type { PackFailure } from "./pack-error.js";
import type { PartName } from "./parts.js";
import type { Place } from "./place.js";
import { criteria } from "./shape/criteria.js";
import { failuresOf } from "./shape/from-zod.js";
import { header } from "./shape/header.js";
import { interpretations } from "./shape/interpretations.js";
import { law } from "./shape/law.js";
import { ledger } from "./shape/ledger.js";
import { obligations } from "./shape/obligations.js";
import { parameters } from "./shape/parameters.js";
import type { Shape } from "./shape/plain.js";
import { procedure } from "./shape/procedure.js";
import { properties } from "./shape/properties.js";
import { reviewRules } from "./shape/review-rules.js";
import { ruleFile } from "./shape/rules.js";
import { selection } from "./shape/selection.js";
import { vocabulary } from "./shape/vocabulary.js";

const shapes: Readonly<Record<PartName | "rules", Shape>> = {
  pack: header,
  law,
  ledger,
  facts: vocabulary,
  parameters,
  interpretations,
  criteria,
  selection,
  "review-rules": reviewRules,
  procedure,
  obligations,
  properties,
  rules: ruleFile,
};

/** @returns nothing, where the value has the shape `src/kernel` declares for the part */
export function checkShape(part: PartName | "rules", value: unknown, place: Place): readonly PackFailure[] {
  return failuresOf(shapes[part].safeParse(value).error?.issues ?? [], value, place);
}
