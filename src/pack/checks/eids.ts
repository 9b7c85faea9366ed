/** Every eId says where in the law its provision stands: `art_10__item_3__sent_2`. */
import type { Paragraph, Sentence } from "../../kernel/model.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

export const eIds: Check = {
  needs: ["law"],
  find({ parts }) {
    const failures: PackFailure[] = [];
    let articles = 0;
    parts.law.chapters.forEach((chapter, chapterIndex) => {
      const place = placeIn("law.json", "chapters", chapterIndex);
      wants(chapter.eId, `chp_${chapterIndex + 1}`, place);
      chapter.articles.forEach(({ eId, paragraphs }, index) => {
        articles += 1;
        const article = `art_${articles}`;
        const at = inside(place, "articles", index);
        wants(eId, article, at);
        paragraphs.forEach((paragraph, paragraphIndex) => {
          const only = paragraphs.length === 1;
          const wanted = only ? article : `${article}__para_${paragraphIndex + 1}`;
          wantsInParagraph(paragraph, wanted, inside(at, "paragraphs", paragraphIndex));
        });
      });
    });
    return failures;

    function wantsInParagraph(paragraph: Paragraph, wanted: string, place: Place): void {
      wants(paragraph.eId, wanted, place);
      wantsSentences(paragraph.sentences, wanted, place);
      paragraph.items?.forEach((item, index) => {
        const wantedItem = `${wanted}__item_${index + 1}`;
        wants(item.eId, wantedItem, inside(place, "items", index));
        wantsSentences(item.sentences, wantedItem, inside(place, "items", index));
      });
    }

    function wantsSentences(sentences: readonly Sentence[], parent: string, place: Place): void {
      for (const [index, { eId }] of sentences.entries()) {
        wants(eId, `${parent}__sent_${index + 1}`, inside(place, "sentences", index));
      }
    }

    function wants(found: string, expected: string, place: Place): void {
      if (found !== expected) failures.push(packFailure(inside(place, "eId"), { code: "bad-eid", found, expected }));
    }
  },
};
