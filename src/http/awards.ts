/** The packs, to be read: as one JSON that `loadAward` takes, part by part, and their facts as a JSON Schema. */

import type { Award } from "../kernel/award.js";
import { failure } from "../kernel/failure.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import { digestOf } from "../pack/digest.js";
import { factsSchema } from "../pack/facts-schema.js";
import { summaryOf } from "../pack/summary.js";
import { once, type Resource } from "./cached.js";
import type { Awards } from "./find.js";
import { JSON_TYPE } from "./headers.js";
import { refusalOf } from "./problem.js";

/** By the last step of the path; the empty one is the whole pack. */
const PARTS = {
  "": (award: Award) => award.files,
  law: (award: Award) => award.files.law,
  ledger: (award: Award) => award.files.ledger,
  facts: (award: Award) => award.files.facts,
  "facts.schema.json": factsSchema,
  parameters: (award: Award) => award.files.parameters,
  interpretations: (award: Award) => award.files.interpretations,
  criteria: (award: Award) => award.files.criteria,
  selection: (award: Award) => award.files.selection,
  "review-rules": (award: Award) => award.files["review-rules"],
  procedure: (award: Award) => award.files.procedure,
  obligations: (award: Award) => award.files.obligations,
  properties: (award: Award) => award.files.properties,
  rules: (award: Award) => award.files.rules,
} as const satisfies Record<string, (award: Award) => unknown>;

export type PartName = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as PartName[];

/** @returns what to answer for a part of an award, written at its first use */
export function partsOf(awards: Awards): (award: Award, part: PartName) => Resource {
  const made = new Map(
    [...awards.values()].map((award) => [
      award,
      Object.fromEntries(PART_NAMES.map((part) => [part, once(() => resourceOf(award, part))])) as Record<
        PartName,
        () => Resource
      >,
    ]),
  );
  return (award, part) => (made.get(award)?.[part] ?? (() => resourceOf(award, part)))();
}

/** @throws Refusal where the pack does without the part */
function resourceOf(award: Award, part: PartName): Resource {
  const isSchema = part === "facts.schema.json";
  const value = PARTS[part](award);
  if (value === undefined) throw refusalOf("absent-part", failure("", { code: "absent-part", part, award: award.id }));
  return {
    body: JSON.stringify(value),
    type: isSchema ? "application/schema+json; charset=utf-8" : JSON_TYPE,
    // The schema is made by the kernel from the pack, and may change with either.
    etag: isSchema ? `"${award.digest}-${KERNEL_VERSION}"` : `"${award.digest}"`,
  };
}

/** `GET /v1/awards` */
export function listOf(awards: Awards): Resource {
  const list = { awards: [...awards.values()].map(summaryOf) };
  return { body: JSON.stringify(list), type: JSON_TYPE, etag: `"${digestOf(list)}"` };
}
