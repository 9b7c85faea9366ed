/** A sentence of the law ends where the text has 。, so that no sentence goes without a row of its own in the ledger. */
import type { Paragraph } from "../../kernel/model.js";
import type { Check } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

export const oneSentenceEach: Check = {
  needs: ["law"],
  find: ({ parts }) =>
    parts.law.chapters.flatMap(({ articles }, chapter) =>
      articles.flatMap(({ paragraphs }, article) =>
        paragraphs.flatMap((paragraph, index) =>
          textsIn(paragraph, placeIn("law.json", "chapters", chapter, "articles", article, "paragraphs", index)).flatMap(
            ({ text, place }) => {
              const rest = afterFirst(text);
              return rest === "" ? [] : [packFailure(place, { code: "two-sentences", found: text, rest })];
            },
          ),
        ),
      ),
    ),
};

function textsIn({ sentences, items = [] }: Paragraph, at: Place): readonly { readonly text: string; readonly place: Place }[] {
  const holders = [{ sentences, place: at }, ...items.map((item, index) => ({ ...item, place: inside(at, "items", index) }))];
  return holders.flatMap(({ sentences, place }) =>
    sentences.map(({ text }, index) => ({ text, place: inside(place, "sentences", index, "text") })),
  );
}

/** Marks that open, each with the one that closes it. */
const CLOSING: ReadonlyMap<string, string> = new Map(
  ["《》", "〈〉", "“”", "‘’", "「」", "『』", "（）", "【】"].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** What follows the first sentence; empty where nothing does. A 。 in what is quoted or bracketed ends no sentence. */
function afterFirst(text: string): string {
  const open: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    const closing = CLOSING.get(letter);
    // A mark that is never closed encloses nothing.
    if (closing !== undefined && text.includes(closing, index)) open.push(closing);
    else if (letter === open.at(-1)) open.pop();
    else if (letter === "。" && open.length === 0) {
      const rest = text.slice(index + 1);
      return /[\p{L}\p{N}]/u.test(rest) ? rest : "";
    }
  }
  return "";
}
