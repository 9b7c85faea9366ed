/** Shape of law.json. */
import * as z from "zod/mini";
import { list, object, oneOf, optional, type Shape, text } from "./plain.js";

/** Lines around the articles may be empty. */
const line = z.string();

const sentences = list(object({ eId: text, text }), 1);

const item = object({ eId: text, num: text, sentences });

const paragraph = object({ eId: text, sentences, items: optional(list(item, 1)) });

const article = object({ eId: text, num: text, heading: optional(text), paragraphs: list(paragraph, 1) });

const chapter = object({ eId: text, num: text, heading: text, articles: list(article, 1) });

export const law: Shape = object({
  title: text,
  language: oneOf("zh"),
  preface: list(line),
  chapters: list(chapter, 1),
  conclusions: list(line),
});
