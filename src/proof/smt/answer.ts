/** What a solver answers: whether there is a case, and the values of terms in it. */

export interface Found {
  readonly status: "sat" | "unsat" | "unknown";
  /** Why it is not known. */
  readonly reason: string | null;
  /** In the order in which they were asked; empty unless there is a case. */
  readonly values: readonly (bigint | boolean)[];
}

/** The answer to `(check-sat)`, `(get-info :reason-unknown)` and at most one `(get-value …)`. */
export function readAnswer(answer: string): Found {
  const status = /^(sat|unsat|unknown)\b/.exec(answer.trim())?.[1] as Found["status"] | undefined;
  if (status === undefined) throw new Error(`the solver answers what is no answer: ${answer.slice(0, 200)}`);
  const reason = /\(:reason-unknown "([^"]*)"\)/.exec(answer)?.[1] ?? null;
  return { status, reason: status === "unknown" ? reason : null, values: status === "sat" ? valuesIn(answer) : [] };
}

/** `((|a| #x05) (|b| #b101) (|c| true) (|d| (- 3)))`, the last token of each pair. */
function valuesIn(answer: string): readonly (bigint | boolean)[] {
  const pattern = /\s(?:\(- (\d+)\)|(\d+)|#([xb][0-9a-f]+)|(true|false))\)(?=\s*[()]|\s*$)/g;
  return [...answer.matchAll(pattern)].map(([, negative, positive, bits, truth]) => {
    if (truth !== undefined) return truth === "true";
    if (bits !== undefined) return BigInt(`0${bits}`);
    return negative === undefined ? BigInt(positive as string) : -BigInt(negative);
  });
}
