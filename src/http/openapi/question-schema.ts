/** The body that asks for a decision. Written as JSON Schema: its facts come from the packs, not from TypeScript. */

import { ENGINES } from "../../kernel/engines.js";
import { factsSchema } from "../../pack/facts-schema.js";
import type { Awards } from "../find.js";

type Schema = Readonly<Record<string, unknown>>;

export const REF = "#/components/schemas/";

/** `Question`, and the facts of every award as `<award>.facts`. */
export function questionComponents(awards: Awards): Readonly<Record<string, Schema>> {
  const facts = [...awards.values()].map((award) => {
    // A component is addressed by its place here; an `$id` of its own would give it another.
    const { $schema: _dialect, $id: _id, ...schema } = factsSchema(award) as Schema;
    return [`${award.id}.facts`, schema] as const;
  });
  return { ...Object.fromEntries(facts), Question: questionSchema(facts.map(([name]) => name)) };
}

function questionSchema(facts: readonly string[]): Schema {
  return {
    type: "object",
    description: "判定事项由路径给出 / the decision is named by the path",
    required: ["asOf", "facts"],
    additionalProperties: false,
    properties: {
      id: { $ref: `${REF}QuestionId` },
      asOf: { $ref: `${REF}CivilDate`, description: "按哪一天判定 / the day as of which is decided; no clock is read" },
      facts: {
        description: "缺省或 null 即未知 / absent or null is unknown",
        ...(facts.length === 0 ? { type: "object" } : { anyOf: facts.map((name) => ({ $ref: `${REF}${name}` })) }),
      },
      interpretations: {
        type: "object",
        additionalProperties: { type: "string" },
        description: "所选解释，缺省用默认 / readings chosen, by interpretation; the default where absent",
      },
      confidential: {
        type: "array",
        uniqueItems: true,
        items: { type: "string", format: "json-pointer", pattern: "^/facts/" },
        examples: [["/facts/accidents/0/date", "/facts/qualitySystemSound/evidence"]],
        description:
          "声明保密的值，以 /facts 之下的 JSON Pointer（RFC 6901）列出；应答中这些值以及由其推算的值只以带密钥的摘要出现，见 Concealed / values declared confidential, as JSON Pointers (RFC 6901) below /facts; they and what is computed from them leave as keyed digests only, see Concealed",
      },
      engine: {
        enum: ENGINES,
        default: ENGINES[0],
        description:
          "reference 由 json-rules-engine 复核，只判事实齐全者 / reference: confirmed by json-rules-engine, on complete facts only",
      },
      detail: {
        enum: ["full", "verdict"],
        default: "full",
        description: "verdict 只给结论 / verdict: the outcome without its reasons",
      },
    },
  };
}

/** An answer of a batch, one a line. */
export const lineAnswerSchema = {
  oneOf: [
    {
      type: "object",
      required: ["line", "decision"],
      properties: { line: { type: "integer", minimum: 1 }, decision: { $ref: `${REF}Decision` } },
    },
    {
      type: "object",
      required: ["line", "errors"],
      properties: {
        line: { type: "integer", minimum: 1 },
        id: { $ref: `${REF}QuestionId`, description: "可读出时才有 / where it could be read" },
        errors: { type: "array", items: { $ref: `${REF}Failure` } },
      },
    },
  ],
} as const;
