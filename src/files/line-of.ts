/** On which line of a text in JSON everything stands. */
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { stepsOf } from "../pack/place.js";
import { STRICT } from "./json-syntax.js";

/** Line, from 1, of what a JSON Pointer leads to; of the nearest thing around it where there is none. */
export type LineOf = (pointer: string) => number;

/** Of a text in JSON, which is parsed when the first line is asked for. */
export function lineFinder(text: string): LineOf {
  let root: Node | undefined;
  return (pointer) => {
    root ??= parseTree(text, [], STRICT);
    const steps = stepsOf(pointer);
    for (let length = steps.length; length > 0 && root !== undefined; length -= 1) {
      const node = nodeAt(root, steps.slice(0, length));
      if (node !== undefined) return lineAt(text, node.parent?.type === "property" ? node.parent.offset : node.offset);
    }
    return lineAt(text, root?.offset ?? 0);
  };
}

/** A step into an array is a number to jsonc-parser, into an object a name. */
function nodeAt(root: Node, steps: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const step of steps) {
    if (node === undefined) return undefined;
    node = findNodeAtLocation(node, [node.type === "array" ? Number(step) : step]);
  }
  return node;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
