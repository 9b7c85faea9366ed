/** Wording in both languages; `zh` is authoritative where it quotes or paraphrases the law. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
