/** One of several named things, by its name or by its label in either language. */
import type { Named } from "../../kernel/model.js";
import { nearest } from "../../kernel/nearest.js";

export type Choice =
  | { readonly ok: true; readonly name: string }
  /** Labels and names in the language in which the text seems to be written. */
  | { readonly ok: false; readonly known: readonly string[]; readonly near: string | null };

/** @returns the one so called; none where a label is shared by several */
export function choiceOf(text: string, choices: readonly Named[]): Choice {
  const wanted = sameText(text);
  const byName = choices.find(({ name }) => name === text.trim());
  const byLabel = choices.filter(({ label }) => sameText(label.zh) === wanted || sameText(label.en) === wanted);
  const found = byName ?? (byLabel.length === 1 ? byLabel[0] : undefined);
  if (found !== undefined) return { ok: true, name: found.name };
  const isChinese = /\p{Script=Han}/u.test(text);
  const names = choices.map(({ name }) => name);
  const known = byLabel.length > 1 ? names : isChinese ? choices.map(({ label }) => label.zh) : names;
  const all = choices.flatMap(({ name, label }) => [name, label.zh, label.en]);
  return { ok: false, known: [...new Set(known)], near: byLabel.length > 1 ? null : nearest(text.trim(), all) };
}

/** What two texts have in common that a reader takes for the same: widths of letters, case and spaces do not count. */
export function sameText(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
