/** How a secret may be spelt where it gets out. */

/** Digests are digits too; what is searched is what stands beside them. */
export function withoutDigests(text: string): string {
  return text.replace(/(hmac-)?sha256:[0-9a-f]*/g, "");
}

/** @returns spellings that stand in the text */
export function spelt(secret: string | number, text: string): readonly string[] {
  const searched = withoutDigests(text);
  return spellingsOf(secret).filter((spelling) => searched.includes(spelling));
}

function spellingsOf(secret: string | number): readonly string[] {
  const plain = typeof secret === "number" ? numbersOf(secret) : textsOf(secret);
  return [...new Set(plain.flatMap((text) => [text, ...encodingsOf(text)]))];
}

function numbersOf(secret: number): readonly string[] {
  const digits = String(secret);
  const yuan = (secret / 100).toFixed(2);
  const grouped = (separator: string) => (text: string) => text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, separator);
  return [digits, yuan, ...[",", " ", "_"].flatMap((separator) => [digits, yuan].map(grouped(separator)))];
}

function textsOf(secret: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(secret) ?? [];
  if (year === undefined) return [secret];
  const chinese = `${year}年${Number(month)}月${Number(day)}日`;
  return [secret, ...["", "/", "."].map((separator) => [year, month, day].join(separator)), chinese];
}

function encodingsOf(text: string): readonly string[] {
  const escaped = [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  const nonAscii = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
  const bytes = Buffer.from(text);
  // Within a longer text its base64 begins at one of three places.
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return encoded.slice(before === 0 ? 0 : before + 1, -1);
  });
  return [
    escaped,
    escaped.toUpperCase().replaceAll("\\U", "\\u"),
    nonAscii,
    encodeURIComponent(text),
    bytes.toString("hex"),
    ...base64,
  ].filter((spelling) => spelling.length >= 6);
}
