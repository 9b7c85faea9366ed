/** A file as JSON or YAML. */
import { parseJson } from "../files/parse-json.js";
import { type LineOf, parseYaml } from "../files/parse-yaml.js";
import type { Failure } from "../kernel/failure.js";
import { BadInput } from "./complaint.js";
import { type Input, readInput } from "./read-input.js";

/** What a file holds, and where in it. */
export interface Document {
  readonly name: string;
  readonly value: unknown;
  readonly lineOf: LineOf;
}

/** @throws BadInput with line and column where the text is neither */
export async function readDocument(path: string): Promise<Document> {
  return parseDocument(await readInput(path));
}

/** By the name where it tells; otherwise what begins like JSON is JSON unless only YAML reads it. */
function parseDocument({ name, text }: Input): Document {
  if (/\.ya?ml$/i.test(name)) return asYaml(name, text);
  if (/\.json$/i.test(name)) return asJson(name, text);
  if (!/^\uFEFF?\s*[[{]/.test(text)) return asYaml(name, text);
  const json = parseJson(text);
  return !json.ok && parseYaml(text).ok ? asYaml(name, text) : asJson(name, text);
}

function asYaml(name: string, text: string): Document {
  const parsed = parseYaml(text);
  if (!parsed.ok) throw refused(name, parsed.errors);
  return { name, value: parsed.value, lineOf: parsed.lineOf };
}

/** JSON is YAML too, so that YAML tells the lines, once something is wrong. */
function asJson(name: string, text: string): Document {
  const parsed = parseJson(text);
  if (!parsed.ok) throw refused(name, parsed.errors);
  let lineOf: LineOf | null = null;
  return {
    name,
    value: parsed.value,
    lineOf: (pointer) => {
      lineOf ??= linesOf(text);
      return lineOf(pointer);
    },
  };
}

function linesOf(text: string): LineOf {
  const yaml = parseYaml(text);
  return yaml.ok ? yaml.lineOf : () => 1;
}

function refused(name: string, errors: readonly Failure[]): BadInput {
  return new BadInput(errors.map((error) => ({ ...error, file: name })));
}
