import type { Text } from "../../kernel/text.js";

/** What a name or a label in either language names; a label of several names names none. */
export function namesByLabel(named: readonly { readonly name: string; readonly label: Text }[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { name, label } of named) {
    for (const text of new Set([label.zh, label.en])) {
      if (names.has(text)) ambiguous.add(text);
      names.set(text, name);
    }
  }
  for (const text of ambiguous) names.delete(text);
  for (const { name } of named) names.set(name, name);
  return names;
}
