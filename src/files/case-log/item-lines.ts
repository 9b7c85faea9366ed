/**
 * On which line of a JSON object everything stands, where its members may be lists of a million items: the text is gone through
 * once, and of an item only what is asked for is parsed.
 */
import { stepsOf } from "../../pack/place.js";
import { type LineOf, lineFinder } from "../line-of.js";
import { endOfString } from "../parse-json.js";

/** @param text JSON, with or without a byte order mark; it is gone through when the first line is asked for */
export function itemLines(text: string): LineOf {
  let members: ReadonlyMap<string, Member> | undefined;
  return (pointer) => {
    const [name, item] = stepsOf(pointer);
    if (name === undefined) return firstLine(text);
    members ??= membersOf(text);
    const member = members.get(name);
    if (member === undefined) return firstLine(text);
    if (item === undefined) return member.line;
    const start = member.items?.starts[Number(item)];
    const line = member.items?.lines[Number(item)];
    if (start === undefined || line === undefined) return lineWithin(text, member.start, member.startLine, pointer, 1);
    return lineWithin(text, start, line, pointer, 2);
  };
}

interface Member {
  /** Of its name. */
  readonly line: number;
  /** Of its value: a place in the text, and a line. */
  readonly start: number;
  readonly startLine: number;
  /** Of each item, where the value is a list. */
  readonly items: { readonly starts: number[]; readonly lines: number[] } | null;
}

/** @param depth steps of the pointer that lead to what stands at `start` */
function lineWithin(text: string, start: number, line: number, pointer: string, depth: number): number {
  const rest = pointer.split("/").slice(1 + depth);
  // What follows the value is not read: one is all that is parsed.
  return rest.length === 0 ? line : line - 1 + lineFinder(text.slice(start))(`/${rest.join("/")}`);
}

function firstLine(text: string): number {
  const start = text.search(/[^\s\uFEFF]/);
  return text.slice(0, Math.max(0, start)).split("\n").length;
}

/** Of the object that the text is; of a key that stands twice the last, as it is parsed. */
function membersOf(text: string): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  let [line, depth] = [1, 0];
  let key = { name: "", line: 1 };
  let items: Member["items"] = null;
  /** What begins with the next character that is no space. */
  let due: "key" | "value" | "item" | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF) line += 1;
    if (code <= SPACE) continue;
    if (due === "value") {
      items = code === OPEN_BRACKET ? { starts: [], lines: [] } : null;
      members.set(key.name, { line: key.line, start: at, startLine: line, items });
    } else if (due === "item" && code !== CLOSE_BRACKET) {
      items?.starts.push(at);
      items?.lines.push(line);
    }
    const isKey = due === "key" && code === QUOTE;
    due = null;
    switch (code) {
      case QUOTE: {
        const end = endOfString(text, at);
        if (isKey) key = { name: JSON.parse(text.slice(at, end)) as string, line };
        at = end - 1;
        break;
      }
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth += 1;
        if (depth === 1) due = "key";
        if (depth === 2) due = "item";
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth -= 1;
        break;
      case COMMA:
        if (depth === 1) due = "key";
        if (depth === 2) due = "item";
        break;
      case COLON:
        if (depth === 1) due = "value";
        break;
    }
  }
  return members;
}

const LF = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
