/** A provision by the words people cite it by. */
import { nearest } from "../kernel/nearest.js";
import type { Provision } from "./provisions.js";

export type NamedProvision =
  | { readonly ok: true; readonly eId: string }
  /** Labels in the language in which the provision seems to be cited. */
  | { readonly ok: false; readonly known: readonly string[]; readonly near: string | null };

/**
 * @param cited its eId, or `第十条第（一）项`, `第十条第一项`, `art. 10 (1)`, whatever the brackets and spaces
 * @returns the widest provision so cited: of an article of one paragraph the article
 */
export function provisionNamed(provisions: ReadonlyMap<string, Provision>, cited: string): NamedProvision {
  const eId = cited.trim();
  if (provisions.has(eId)) return { ok: true, eId };
  const wanted = bare(cited);
  const all = [...provisions.values()];
  const found = all.find(({ label }) => bare(label.zh) === wanted || bare(label.en) === wanted);
  if (found !== undefined) return { ok: true, eId: found.eId };
  const language = /\p{Script=Han}/u.test(cited) ? "zh" : "en";
  const known = [...new Set(all.map(({ label }) => label[language]))];
  return { ok: false, known, near: nearest(eId, known) ?? nearest(eId, provisions.keys()) };
}

/** Whether a provision is the other or stands in it. */
export function standsIn(provision: string, other: string): boolean {
  return provision === other || provision.startsWith(`${other}__`);
}

/** Without spaces; of a Chinese citation without brackets too. */
function bare(cited: string): string {
  const text = cited.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  return /\p{Script=Han}/u.test(text) ? text.replace(/[()]/g, "") : text;
}
