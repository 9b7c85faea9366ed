/** The law's text: the whole of it as it was issued, and each provision by its eId. */
import type { Item, Law, Paragraph, Sentence } from "../kernel/model.js";

/** The official text, letter by letter, one paragraph or item a line. */
export function textOfLaw(law: Law): string {
  const chapters = law.chapters.flatMap(({ num, heading, articles }) => [
    `${num}  ${heading}`,
    ...articles.flatMap((article) =>
      article.paragraphs.flatMap((paragraph, index) => {
        const [first, ...items] = linesOf(paragraph);
        return [`${index === 0 ? `${article.num}  ` : ""}${first}`, ...items];
      }),
    ),
  ]);
  return `${[...law.preface, ...chapters, ...law.conclusions].join("\n")}\n`;
}

/**
 * Text of every article, paragraph, item and sentence by eId, in the law's order.
 * A sentence, and a paragraph or item without items of its own, is one line; items begin a new one.
 */
export function provisionTexts(law: Law): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const addSentences = (sentences: readonly Sentence[]) => {
    for (const { eId, text } of sentences) texts.set(eId, text);
  };
  for (const article of law.chapters.flatMap((chapter) => chapter.articles)) {
    texts.set(article.eId, article.paragraphs.flatMap(linesOf).join("\n"));
    for (const paragraph of article.paragraphs) {
      texts.set(paragraph.eId, linesOf(paragraph).join("\n"));
      addSentences(paragraph.sentences);
      for (const item of paragraph.items ?? []) {
        texts.set(item.eId, joined(item.sentences));
        addSentences(item.sentences);
      }
    }
  }
  return texts;
}

/** Text of one provision, or `undefined` where the law has none of that eId. */
export function provisionText(law: Law, eId: string): string | undefined {
  return provisionTexts(law).get(eId);
}

/** The eIds of all sentences, in the law's order. */
export function sentencesOf(law: Law): readonly string[] {
  return law.chapters
    .flatMap((chapter) => chapter.articles)
    .flatMap((article) => article.paragraphs)
    .flatMap(({ sentences, items }) => [sentences, ...(items ?? []).map((item: Item) => item.sentences)].flat())
    .map(({ eId }) => eId);
}

/** Those of `sentences` that are the provision or stand in it. */
export function sentencesIn(provision: string, sentences: readonly string[]): readonly string[] {
  return sentences.filter((sentence) => sentence === provision || sentence.startsWith(`${provision}__`));
}

function linesOf({ sentences, items }: Paragraph): readonly string[] {
  return [joined(sentences), ...(items ?? []).map((item) => item.num + joined(item.sentences))];
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join("");
}
