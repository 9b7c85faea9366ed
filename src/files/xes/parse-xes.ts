/** Text in XES to its parts, each with its place; XML by `saxes`, which takes well-formed XML 1.0 alone and expands no entities. */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { pointerStep } from "../../kernel/failure.js";
import type { FailureList } from "../../kernel/failure-list.js";
import type { AttributeType, XesAttribute, XesDocument, XesPart, XesTrace } from "./document.js";
import { type FailureAt, failureAt } from "./failure-at.js";
import { notInXml } from "./xml-text.js";

/** Far beyond any log, whose attributes hardly ever have attributes of their own. */
const MAX_DEPTH = 64;

/** UTF-8, and what is UTF-8 too. */
const ENCODING = /^(utf-?8|us-ascii)$/i;

const TYPES: ReadonlySet<string> = new Set<AttributeType>(["string", "date", "int", "float", "boolean", "id", "list"]);

/** They say what may be expected, nothing of the case: a value of a `global` stands for none. */
const DECLARATIONS: ReadonlySet<string> = new Set(["extension", "global", "classifier"]);

/** What an open element may take in. */
type Frame =
  | { readonly is: "log"; readonly part: XesDocument }
  | { readonly is: "trace"; readonly part: XesTrace }
  | { readonly is: "event"; readonly part: XesPart }
  | { readonly is: "attribute"; readonly part: XesPart; readonly path: string; readonly attribute: XesAttribute }
  | { readonly is: "values"; readonly part: XesPart; readonly path: string; readonly items: XesAttribute[] }
  /** A declaration, or something that has no place here. */
  | { readonly is: "passed" };

/** Ends the reading. */
class Unreadable extends Error {
  readonly failure: FailureAt;

  constructor(failure: FailureAt) {
    super(failure.message.en);
    this.failure = failure;
  }
}

/** @returns `null` where it is no XML, or no log in XES, which is reported */
export function parseXes(text: string, failures: FailureList): XesDocument | null {
  if (text.replace(/^\ufeff/, "").trim() === "") return unread(failureAt(1, "", { code: "empty-input" }), failures);
  const half = /\p{Cs}/u.exec(text);
  if (half !== null) {
    const line = text.slice(0, half.index).split("\n").length;
    return unread(failureAt(line, "", { code: "not-in-xml", found: notInXml(half[0]) as string }), failures);
  }
  const reader = new Reader(failures);
  try {
    return reader.read(text);
  } catch (error) {
    if (error instanceof Unreadable) return unread(error.failure, failures);
    return unread(reader.failureOf(error), failures);
  }
}

function unread(failure: FailureAt, failures: FailureList): null {
  failures.push(failure);
  return null;
}

class Reader {
  readonly #parser = new SaxesParser({ xmlns: true, position: true, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  readonly #failures: FailureList;
  readonly #open: Frame[] = [];
  /** Of the root, whatever it is; ours has to share it. */
  #namespace = "";
  #root: XesDocument | null = null;
  /** Where the element begins that is being read. */
  #at = { line: 1, column: 1 };

  constructor(failures: FailureList) {
    this.#failures = failures;
    const parser = this.#parser;
    parser.on("xmldecl", ({ encoding }) => {
      if (encoding !== undefined && !ENCODING.test(encoding)) this.#stop({ code: "other-encoding", found: encoding });
    });
    parser.on("doctype", () => this.#stop({ code: "doctype" }));
    parser.on("opentagstart", ({ name }) => {
      const { line, columnIndex } = parser;
      // What ends the name is read already, and may be the end of the line.
      this.#at = { line: columnIndex === 0 ? line - 1 : line, column: Math.max(1, columnIndex - name.length - 1) };
    });
    parser.on("opentag", (tag) => this.#begin(tag));
    parser.on("closetag", () => this.#open.pop());
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
  }

  read(text: string): XesDocument | null {
    this.#parser.write(text).close();
    return this.#root;
  }

  /** @param error of the parser, which begins with its place */
  failureOf(error: unknown): FailureAt {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    const { line, columnIndex } = this.#parser;
    return failureAt(line, "", { code: "bad-xml", line, column: Math.max(1, columnIndex), reason });
  }

  #stop(problem: Parameters<typeof failureAt>[2]): never {
    throw new Unreadable(failureAt(this.#parser.line, "", problem));
  }

  #begin(tag: SaxesTagNS): void {
    if (this.#open.length === MAX_DEPTH) this.#stop({ code: "too-deep", max: MAX_DEPTH, ...this.#at });
    this.#open.push(this.#frameOf(tag) ?? this.#misplaced(tag.name));
  }

  /** @returns `null` where it has no place here */
  #frameOf(tag: SaxesTagNS): Frame | null {
    const outer = this.#open.at(-1);
    if (outer === undefined) return this.#beginLog(tag);
    if (outer.is === "passed") return outer;
    if (tag.uri !== this.#namespace) return null;
    const { local: is } = tag;
    if (TYPES.has(is)) return this.#attribute(is as AttributeType, tag, outer);
    if (outer.is === "log") {
      if (DECLARATIONS.has(is)) return { is: "passed" };
      if (is === "trace") return { is, part: this.#trace(outer.part) };
    }
    if (is === "event" && (outer.is === "log" || outer.is === "trace")) return { is, part: this.#event(outer.part) };
    if (is === "values" && outer.is === "attribute" && outer.attribute.type === "list")
      return { is, part: outer.part, path: outer.path, items: outer.attribute.items };
    return null;
  }

  #beginLog({ local, name, uri }: SaxesTagNS): Frame {
    if (local !== "log") this.#stop({ code: "misplaced", found: name, inside: null });
    this.#namespace = uri;
    this.#root = { ...this.#part(""), traces: [], events: [] };
    return { is: "log", part: this.#root };
  }

  #trace({ traces }: XesDocument): XesTrace {
    const trace = { ...this.#part(`/traces/${traces.length}`), events: [] };
    traces.push(trace);
    return trace;
  }

  #event({ events, pointer }: XesTrace): XesPart {
    const event = this.#part(`${pointer}/events/${events.length}`);
    events.push(event);
    return event;
  }

  #part(pointer: string): XesPart {
    return { pointer, line: this.#at.line, attributes: new Map() };
  }

  #attribute(type: AttributeType, { attributes }: SaxesTagNS, outer: Exclude<Frame, { is: "passed" }>): Frame {
    const { part } = outer;
    const isList = type === "list";
    const key = this.#written(attributes, "key", part);
    const value = isList ? "" : this.#written(attributes, "value", part);
    for (const { name, prefix } of Object.values(attributes)) {
      if (name === "key" || (name === "value" && !isList) || name === "xmlns" || prefix === "xmlns") continue;
      this.#misplaced(name, type);
    }
    const { line, column } = this.#at;
    const attribute: XesAttribute = { type, key, value, items: [], line, column };
    const path = "path" in outer ? `${outer.path}/${key}` : key;
    if (outer.is === "values") outer.items.push(attribute);
    else if (!part.attributes.has(path)) part.attributes.set(path, attribute);
    else if (outer.is !== "attribute")
      this.#failures.push(failureAt(line, part.pointer + pointerStep(key), { code: "duplicate-key", name: key, line, column }));
    return { is: "attribute", part, path, attribute };
  }

  /** A member of the element of an attribute; where it lacks, that is reported. */
  #written(attributes: SaxesTagNS["attributes"], name: "key" | "value", { pointer }: XesPart): string {
    const found = attributes[name];
    if (found === undefined) this.#failures.push(failureAt(this.#at.line, pointer, { code: "missing-member", name }));
    return found?.value ?? "";
  }

  #text(text: string): void {
    if (text.trim() !== "" && this.#open.at(-1)?.is !== "passed") this.#misplaced(text.trim());
  }

  #misplaced(found: string, inside = this.#inside()): Frame {
    const { line } = this.#at;
    this.#failures.push(failureAt(line, "", { code: "misplaced", found, inside }));
    return { is: "passed" };
  }

  #inside(): string {
    const frame = this.#open.at(-1);
    return frame?.is === "attribute" ? frame.attribute.type : (frame?.is ?? "log");
  }
}
