/** The law's provisions by their eId, with the words people cite them by and their text. */
import type { Article, Law, Paragraph, Sentence, Text } from "../kernel/model.js";

export interface Provision {
  readonly eId: string;
  /** `第十条第（一）项`, `art. 10 (1)` */
  readonly label: Text;
  /** In full, letter by letter. */
  readonly text: string;
}

/** Articles, paragraphs, items and sentences, in the law's order. */
export function provisionsOf(law: Law): ReadonlyMap<string, Provision> {
  const provisions = new Map<string, Provision>();
  const add = (eId: string, label: Text, text: string) => {
    if (!provisions.has(eId)) provisions.set(eId, { eId, label, text });
  };
  for (const article of law.chapters.flatMap((chapter) => chapter.articles)) {
    const label = { zh: article.num, en: `art. ${article.eId.replace(/^art_/, "")}` };
    add(article.eId, label, article.paragraphs.map(textOfParagraph).join("\n"));
    for (const [index, paragraph] of article.paragraphs.entries()) addParagraph(article, paragraph, index, label, add);
  }
  return provisions;
}

/** How a provision is cited; its eId where the law has no such provision. */
export function labelOf(provisions: ReadonlyMap<string, Provision>, eId: string): Text {
  return provisions.get(eId)?.label ?? { zh: eId, en: eId };
}

type Add = (eId: string, label: Text, text: string) => void;

function addParagraph(article: Article, paragraph: Paragraph, index: number, of: Text, add: Add): void {
  const label =
    article.paragraphs.length === 1 ? of : { zh: `${of.zh}第${numeral(index + 1)}款`, en: `${of.en} para. ${index + 1}` };
  add(paragraph.eId, label, textOfParagraph(paragraph));
  addSentences(paragraph.sentences, label, add);
  for (const [itemIndex, item] of (paragraph.items ?? []).entries()) {
    const itemLabel = { zh: `${label.zh}第${item.num}项`, en: `${label.en} (${itemIndex + 1})` };
    add(item.eId, itemLabel, item.sentences.map(({ text }) => text).join(""));
    addSentences(item.sentences, itemLabel, add);
  }
}

/** A sentence that stands alone is cited by what it stands in. */
function addSentences(sentences: readonly Sentence[], of: Text, add: Add): void {
  for (const [index, sentence] of sentences.entries()) {
    const label = sentences.length === 1 ? of : { zh: `${of.zh}第${numeral(index + 1)}句`, en: `${of.en} sent. ${index + 1}` };
    add(sentence.eId, label, sentence.text);
  }
}

function textOfParagraph(paragraph: Paragraph): string {
  const items = (paragraph.items ?? []).map(({ num, sentences }) => num + sentences.map(({ text }) => text).join(""));
  return [paragraph.sentences.map(({ text }) => text).join(""), ...items].join("\n");
}

const DIGITS = "零一二三四五六七八九";

/** 1 to 99 in Chinese numerals. */
function numeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 || tens === 0 ? DIGITS[ones] : ""}`;
}
