/** The facts of a pack as JSON Schema 2020-12, for forms, generated clients and editors. */
import type { Award } from "../kernel/award.js";
import type { Fact, Field, ScalarType } from "../kernel/model.js";
import { isList } from "../kernel/names.js";

type Schema = Readonly<Record<string, unknown>>;

/** A day of the Gregorian calendar from 1900-01-01 to 2199-12-31, leap years and all, so that no `format` check is needed. */
const CIVIL_DATE = [
  "^(?:",
  "(?:19|20|21)[0-9]{2}-(?:",
  "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])",
  ")|(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)$",
].join("");

/**
 * Schema of the `facts` member of a question. What it accepts the kernel accepts and the other way round, but for one thing
 * a schema cannot say: a date marked `x-past` may not be later than `asOf`.
 *
 * `title` is the Chinese label, `description` the question in both languages, of the whole the title; members beginning with `x-` carry the rest.
 * @returns plain JSON, the same for the same pack
 */
export function factsSchema(award: Award): object {
  const { pack, facts } = award.files;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${award.id}/facts.schema.json`,
    title: pack.title.zh,
    description: `${pack.title.zh} / ${pack.title.en}`,
    type: "object",
    properties: Object.fromEntries(facts.facts.map((fact) => [fact.name, schemaOfFact(fact)])),
    additionalProperties: false,
  };
}

function schemaOfFact(fact: Fact): Schema {
  return {
    title: fact.label.zh,
    description: `${fact.question.zh} / ${fact.question.en}`,
    ...(isList(fact) ? schemaOfRows(fact.fields, fact.maxItems) : schemaOfGiven(fact.kind, fact)),
    "x-label": fact.label,
    "x-question": fact.question,
    "x-kind": fact.kind,
    "x-suppliedBy": fact.suppliedBy,
    "x-provision": fact.provision,
  };
}

/** A finding may be given as its value or with who found it and on what evidence. */
function schemaOfGiven(kind: Fact["kind"], type: ScalarType): Schema {
  if (kind === "objective") return schemaOfScalar(type);
  const finding = {
    type: "object",
    properties: {
      value: schemaOfScalar(type),
      by: { type: "string" },
      evidence: { type: "array", items: { type: "string" } },
    },
    required: ["value"],
    additionalProperties: false,
  };
  return { anyOf: [schemaOfScalar(type), finding] };
}

function schemaOfRows(fields: readonly Field[], maxItems: number): Schema {
  return {
    type: ["array", "null"],
    maxItems,
    items: {
      type: "object",
      properties: Object.fromEntries(
        fields.map((field) => [field.name, { title: field.label.zh, ...schemaOfScalar(field), "x-label": field.label }]),
      ),
      additionalProperties: false,
    },
  };
}

/** `null` says that the value is unknown on purpose. */
function schemaOfScalar(type: ScalarType): Schema {
  switch (type.type) {
    case "boolean":
      return { type: ["boolean", "null"] };
    case "integer":
      return { type: ["integer", "null"], minimum: type.min, maximum: type.max, "x-unit": type.unit };
    case "date":
      return {
        type: ["string", "null"],
        format: "date",
        pattern: CIVIL_DATE,
        "x-past": type.past,
        ...(type.waits === undefined ? {} : { "x-waits": type.waits }),
      };
    case "enum":
      return {
        enum: [...type.values.map((value) => value.name), null],
        "x-labels": Object.fromEntries(type.values.map((value) => [value.name, value.label])),
      };
  }
}
