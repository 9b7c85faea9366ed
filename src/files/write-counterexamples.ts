/** Counterexamples as files of cases, ready for `qak test`. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { ProofResult } from "../proof/result.js";

/**
 * @param folder there already; a file of the same name is not replaced
 * @param onWritten told the path of each that has one, in the order of the results
 * @throws Error of the system where a file cannot be written, or is there already
 */
export async function writeCounterexamples(
  folder: string,
  results: readonly ProofResult[],
  onWritten: (result: ProofResult, path: string) => void,
): Promise<void> {
  const found = results.filter(({ counterexample }) => counterexample !== undefined);
  const taken = new Map<string, number>();
  for (const result of found) {
    const { property, decision, rule, counterexample } = result;
    const name = [property, decision, rule].filter((part) => part !== undefined && part !== null).join("-");
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    const path = join(folder, `${name}${before === 0 ? "" : `-${before + 1}`}.yaml`);
    await writeFile(path, stringify(counterexample, { lineWidth: 0 }), { flag: "wx" });
    onWritten(result, path);
  }
}
