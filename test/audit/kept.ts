/** Decisions kept as `--keep` keeps them: through the one way in, written as a line and read back. */
import type { KeptDecision } from "../../src/audit/kept-decision.js";
import { answerBody } from "../../src/files/answer-body.js";
import type { Award } from "../../src/index.js";
import type { Conceal } from "../../src/kernel/confidential/conceal.js";

type Body = Readonly<Record<string, unknown>>;

/** @returns what is kept of a question; `null` where it is refused */
export async function keptOf(award: Award, decision: string, body: Body, conceal?: Conceal): Promise<KeptDecision | null> {
  const lines: string[] = [];
  const keeper = { keep: (kept: KeptDecision) => void lines.push(JSON.stringify(kept)), room: () => undefined };
  await answerBody(award, decision, body, conceal, keeper);
  return lines.length === 0 ? null : (JSON.parse(lines[0] as string) as KeptDecision);
}

/** A copy with what stands at a pointer replaced, or taken away where there is nothing to put. */
export function changedAt(line: unknown, pointer: string, put?: unknown): unknown {
  const copy = structuredClone(line) as Record<string, unknown>;
  const steps = pointer.split("/").slice(1);
  const last = steps.pop() as string;
  const parent = steps.reduce((at, step) => at[step] as Record<string, unknown>, copy);
  if (put === undefined) delete parent[last];
  else parent[last] = put;
  return copy;
}

/** The pointers of all that is no list and no record. */
export function leavesOf(value: unknown, at = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, member]) =>
    leavesOf(member, `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}
