/**
 * As much of XML as the parts of a workbook are written in, piece by piece. No document type, hence no entities of its own that
 * could unfold without end.
 */
import { damaged } from "./damaged.js";

/** Name and attributes; a sticky expression finds the end of a tag even where a value holds `>`. */
const TAG = /<([^\s/>=]+)((?:\s+[^\s/>=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s/>=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export class XmlReader {
  kind: "open" | "close" | "text" = "text";
  /** Of the element that opens or closes, without its prefix. */
  name = "";
  /** Between two tags, with entities replaced; one text may come in several pieces. */
  text = "";
  #at = 0;
  #attributes = "";
  #named: ReadonlyMap<string, string> | null = null;
  #closing = false;
  readonly #open: string[] = [];

  constructor(private readonly xml: string) {}

  /** @returns whether there was one more piece; the end only where everything is closed */
  next(): boolean {
    if (this.#closing) return this.#close(this.name);
    for (;;) {
      const { xml } = this;
      if (this.#at >= xml.length) {
        if (this.#open.length > 0) throw broken();
        return false;
      }
      const tag = xml.indexOf("<", this.#at);
      const end = tag < 0 ? xml.length : tag;
      if (end > this.#at) return this.#take(decoded(xml.slice(this.#at, end)), end);
      if (xml.startsWith("<!--", tag)) this.#at = this.#after("-->");
      else if (xml.startsWith("<?", tag)) this.#at = this.#after("?>");
      else if (xml.startsWith("<![CDATA[", tag)) {
        const after = this.#after("]]>");
        return this.#take(xml.slice(tag + "<![CDATA[".length, after - "]]>".length), after);
      } else if (xml.startsWith("</", tag)) {
        this.#at = this.#after(">");
        return this.#close(local(xml.slice(tag + 2, this.#at - 1).trimEnd()));
      } else return this.#openTag();
    }
  }

  /** Of the element that has just opened, by its name without a prefix. */
  attribute(name: string): string | undefined {
    const value = this.#values().get(name);
    return value === undefined ? undefined : decoded(value);
  }

  /** Taken apart once, and only where one is asked for. */
  #values(): ReadonlyMap<string, string> {
    if (this.#named !== null) return this.#named;
    const named = new Map<string, string>();
    ATTRIBUTE.lastIndex = 0;
    for (let found = ATTRIBUTE.exec(this.#attributes); found !== null; found = ATTRIBUTE.exec(this.#attributes)) {
      const [, full = "", double, single] = found;
      if (!full.startsWith("xmlns")) named.set(local(full), double ?? single ?? "");
    }
    this.#named = named;
    return named;
  }

  #openTag(): boolean {
    TAG.lastIndex = this.#at;
    const [whole, name, attributes, slash] = TAG.exec(this.xml) ?? [];
    if (whole === undefined || name === undefined) throw broken();
    this.#at += whole.length;
    this.#attributes = attributes ?? "";
    this.#named = null;
    this.#closing = slash === "/";
    this.kind = "open";
    this.name = local(name);
    this.#open.push(this.name);
    return true;
  }

  #close(name: string): boolean {
    this.#closing = false;
    if (this.#open.pop() !== name) throw broken();
    this.kind = "close";
    this.name = name;
    return true;
  }

  #take(text: string, at: number): boolean {
    this.kind = "text";
    this.text = text;
    this.#at = at;
    return true;
  }

  #after(end: string): number {
    const at = this.xml.indexOf(end, this.#at);
    if (at < 0) throw broken();
    return at + end.length;
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** A line end is one line feed in XML, however it is written; one that must stay a carriage return is written as an entity. */
function decoded(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(ENTITY, (_, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) {
      const character = NAMED[name];
      if (character === undefined) throw broken();
      return character;
    }
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
    if (!(code <= 0x10ffff)) throw broken();
    return String.fromCodePoint(code);
  });
}

function broken(): Error {
  return damaged("XML 不合语法", "its XML is not well-formed");
}
