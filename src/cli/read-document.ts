/** A file as JSON or YAML. */
import { type LineOf, lineFinder } from "../files/line-of.js";
import { parseJson } from "../files/parse-json.js";
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
async function parseDocument({ name, text }: Input): Promise<Document> {
  const isJson = /\.json$/i.test(name);
  const mayBeJson = isJson || (!/\.ya?ml$/i.test(name) && /^\uFEFF?\s*[[{]/.test(text));
  const json = mayBeJson ? parseJson(text) : null;
  if (json?.ok) return { name, value: json.value, lineOf: lineFinder(text) };
  if (json !== null && isJson) throw refused(name, json.errors);
  // Only here: what is JSON is read sooner without it.
  const { parseYaml } = await import("../files/parse-yaml.js");
  const yaml = parseYaml(text);
  if (yaml.ok) return { name, value: yaml.value, lineOf: yaml.lineOf };
  throw refused(name, (json ?? yaml).errors);
}

function refused(name: string, errors: readonly Failure[]): BadInput {
  return new BadInput(errors.map((error) => ({ ...error, file: name })));
}
