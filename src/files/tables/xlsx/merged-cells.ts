/** Cells joined to one: the first holds what is shown, the others hold nothing, though a person sees a value there. */
import { type Address, parseAddress } from "./address.js";

export interface MergedCells {
  /**
   * The range a cell belongs to without being its first.
   * INVARIANT: asked row by row, from top to bottom.
   */
  rangeAround(row: number, column: number): string | null;
}

interface Range {
  readonly text: string;
  readonly first: Address;
  readonly last: Address;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]+\d+):([A-Z]+\d+)["']/g;

/**
 * Looked for behind the cells, where the list stands, before the cells are read.
 * @param xml a sheet
 */
export function readMergedCells(xml: string): MergedCells {
  const tail = xml.slice(Math.max(0, xml.lastIndexOf("sheetData")));
  const ranges = [...tail.matchAll(MERGE)].flatMap(([, from = "", to = ""]): readonly Range[] => {
    const first = parseAddress(from);
    const last = parseAddress(to);
    return first === null || last === null ? [] : [{ text: `${from}:${to}`, first, last }];
  });
  ranges.sort((one, other) => one.first.row - other.first.row);
  let next = 0;
  let around: readonly Range[] = [];
  let at = 0;
  return {
    rangeAround(row, column) {
      if (row !== at) {
        const begun: Range[] = [];
        for (let range = ranges[next]; range !== undefined && range.first.row <= row; range = ranges[next]) {
          begun.push(range);
          next += 1;
        }
        around = [...around, ...begun].filter(({ last }) => last.row >= row);
        at = row;
      }
      const range = around.find(({ first, last }) => column >= first.column && column <= last.column);
      return range === undefined || (range.first.row === row && range.first.column === column) ? null : range.text;
    },
  };
}
