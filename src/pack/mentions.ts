/** Names an expression or condition mentions itself, those that derived facts rest on left aside. */
export function mentionsOf(part: unknown): ReadonlySet<string> {
  const mentions = new Set<string>();
  walk(part);
  return mentions;

  function walk(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const { fact, list } = node as { readonly fact?: unknown; readonly list?: unknown };
    for (const name of [fact, list]) if (typeof name === "string") mentions.add(name);
    Object.values(node).forEach(walk);
  }
}
