/** A rule or consequence that rests on the next sentence of the law, and quotes it. */
import type { PackFiles } from "../../../kernel/model.js";
import { provisionText, sentencesIn, sentencesOf } from "../../../pack/law-text.js";
import { inside, type Place } from "../../../pack/place.js";
import { withValue } from "../edit.js";
import { type MutationOperator, mutantOf } from "../mutant.js";
import { placedRules } from "./placed-rules.js";

export const provisions: MutationOperator = function* (files) {
  for (const { rule, params, provision } of placedRules(files)) {
    const next = sentenceAfter(provision, files);
    const at = { place: inside(params, "provision"), provision };
    yield mutantOf("provision-swapped", at, provision, next, resting(files, params, next));
    for (const [index, due] of (rule.event.params.consequences ?? []).entries()) {
      const place = inside(params, "consequences", index);
      const after = sentenceAfter(due.provision, files);
      const at = { place: inside(place, "provision"), provision: due.provision };
      yield mutantOf("provision-swapped", at, due.provision, after, resting(files, place, after));
    }
  }
};

function resting(files: PackFiles, place: Place, sentence: string): PackFiles {
  const swapped = withValue(files, inside(place, "provision"), sentence);
  return withValue(swapped, inside(place, "quote"), provisionText(files.law, sentence));
}

/** Of the law's last sentence, the one before. */
function sentenceAfter(provision: string, { law }: PackFiles): string {
  const sentences = sentencesOf(law);
  const last = sentences.indexOf(sentencesIn(provision, sentences).at(-1) ?? "");
  return (sentences[last + 1] ?? sentences[last - 1]) as string;
}
