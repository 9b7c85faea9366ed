/**
 * An empty table of cases as a workbook: a sheet for cases, whose cells say what they want and offer what there is to pick; a sheet
 * of the law's provisions; and a sheet of the lists, since a list within a cell's rules holds but 255 characters and no comma.
 */
import writeExcelFile, { type Cell, type Feature, type Image } from "write-excel-file/node";
import { provisionsOf } from "../../audit/provisions.js";
import type { Award } from "../../kernel/award.js";
import { columnLetters } from "../tables/column-letters.js";
import { attributeText } from "../xes/xml-text.js";
import type { BlankColumn, Language } from "./blank-columns.js";

/** As the library takes the content of files. */
type FileContent = NonNullable<Image["content"]>;

/** The rows that offer lists: those below heading and note. */
const FIRST_ROW = 3;
const LAST_ROW = 1000;
/** Of a message beside a cell, and of its title. */
const MOST_PROMPT = 255;
const MOST_TITLE = 32;

const SHEETS = {
  zh: { cases: "案例", provisions: "条款", lists: "可选值" },
  en: { cases: "cases", provisions: "provisions", lists: "lists" },
} as const;

export async function blankWorkbook(award: Award, columns: readonly BlankColumn[], language: Language): Promise<Uint8Array> {
  const names = SHEETS[language];
  const provisions = [...provisionsOf(award.files.law).values()];
  // What is cited by the same words is the same to who cites it: the widest is named.
  const cited = provisions.filter((one, index) => provisions.findIndex(({ label }) => label.zh === one.label.zh) === index);
  const lists = columns.filter(({ choices }) => Array.isArray(choices));
  const sheets = [
    {
      sheet: names.cases,
      data: caseRows(columns),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      columns: columns.map(() => ({ width: 20 })),
    },
    {
      sheet: names.provisions,
      data: [
        PROVISION_HEADINGS[language].map(bold),
        ...cited.map(({ label, eId, text }) => [label[language], eId, text].map(wrapped)),
      ],
      stickyRowsCount: 1,
      columns: [{ width: 22 }, { width: 24 }, { width: 100 }],
    },
    { sheet: names.lists, data: listRows(lists), columns: lists.map(() => ({ width: 20 })) },
  ];
  const provisionList = `'${names.provisions}'!$A$2:$A$${cited.length + 1}`;
  const rules = columns.map((column, index) => {
    const list = lists.indexOf(column);
    const letters = columnLetters(list);
    const ownList = `'${names.lists}'!$${letters}$2:$${letters}$${(column.choices?.length ?? 0) + 1}`;
    return validation(column, index, column.choices === "provisions" ? provisionList : list < 0 ? null : ownList);
  });
  return writeExcelFile(sheets, { features: [inFirstSheet(rules)] }).toBuffer();
}

const PROVISION_HEADINGS = { zh: ["条款", "eId", "条文"], en: ["provision", "eId", "text"] } as const;

function caseRows(columns: readonly BlankColumn[]): Cell[][] {
  return [columns.map(({ heading }) => bold(heading)), columns.map(({ note }) => wrapped(note))];
}

/** A list a column, under the heading it is for. */
function listRows(columns: readonly BlankColumn[]): Cell[][] {
  const lists = columns.map(({ choices }) => (Array.isArray(choices) ? (choices as readonly string[]) : []));
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, row) =>
    lists.map((list) => (list[row] === undefined ? null : text(list[row]))),
  );
  return [columns.map(({ heading }) => bold(heading)), ...rows];
}

/** What is not in a list is refused as it is typed, but for provisions, which may be cited otherwise; and for a list of facts, JSON. */
function validation({ heading, note, choices }: BlankColumn, index: number, list: string | null): string {
  const isClosed = Array.isArray(choices) && choices.length > 1;
  const letters = columnLetters(index);
  const prompt = note.replace(/^# /, "").slice(0, MOST_PROMPT);
  const attributes = {
    ...(list === null ? {} : { type: "list" }),
    allowBlank: "1",
    showInputMessage: "1",
    showErrorMessage: isClosed ? "1" : "0",
    promptTitle: heading.slice(0, MOST_TITLE),
    prompt,
    sqref: `${letters}${FIRST_ROW}:${letters}${LAST_ROW}`,
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${attributeText(value)}"`);
  const formula = list === null ? "" : `<formula1>${attributeText(list)}</formula1>`;
  return `<dataValidation${written.join("")}>${formula}</dataValidation>`;
}

/** The rules of cells stand right after the cells, since nothing else is there that comes between. */
function inFirstSheet(rules: readonly string[]): Feature<FileContent> {
  const markup = `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) =>
            sheetIndex === 0 ? xml.replace("</sheetData>", () => `</sheetData>${markup}`) : xml,
        },
      },
    },
  };
}

function text(value: string): Cell {
  return { value, type: String };
}

function bold(value: string): Cell {
  return { value, type: String, fontWeight: "bold" };
}

function wrapped(value: string): Cell {
  return { value, type: String, wrap: true, alignVertical: "top" };
}
