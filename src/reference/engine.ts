/** json-rules-engine, set up for a pack: its names as facts and the four operators for dates. */
import type { RuleProperties } from "json-rules-engine";
import type { Conditions } from "../kernel/model.js";
import { dateOperators } from "./operators.js";
import type { Values } from "./values.js";

/** What json-rules-engine needs of a rule. */
export interface EngineRule {
  readonly name: string;
  readonly conditions: Conditions;
  readonly event: { readonly type: string };
}

/**
 * Runs rules over the values of a question.
 * A new engine each time: one that is shared stops the rules of a second run when the first has finished.
 * @param rules names unique; they are left as they are
 * @returns names of the rules whose conditions hold
 */
export async function runRules(rules: readonly EngineRule[], values: Values): Promise<ReadonlySet<string>> {
  // Only here: it looks at `DEBUG` when it is loaded, and a host has something to say about that first.
  const { Engine } = await import("json-rules-engine");
  // Its own types ask for arrays that may be changed; a test holds that it changes nothing.
  const engine = new Engine(rules as unknown as RuleProperties[]);
  for (const [name, holds] of Object.entries(dateOperators)) engine.addOperator(name, holds);
  for (const { name, source } of values.names.byName.values()) {
    if (source !== "given-list") engine.addFact(name, () => values.value(name));
  }
  const { results } = await engine.run();
  return new Set(results.map((result) => result.name));
}
