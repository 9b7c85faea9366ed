/** The sheets of a workbook, and where in the archive everything stands: names of parts are not fixed, relations lead to them. */
import { posix } from "node:path";
import { decodeUtf8 } from "../../utf8.js";
import { damaged } from "./damaged.js";
import { unescaped } from "./escape.js";
import type { Archive } from "./unzip.js";
import { XmlReader } from "./xml.js";

export interface Workbook {
  /** In the order of their tabs; of charts and macros none. */
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904, as old Excel for Mac did. */
  readonly from1904: boolean;
  readonly stringsPart: string | null;
  readonly stylesPart: string | null;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** Where almost everyone has it. */
const USUAL_PART = "xl/workbook.xml";

/** @throws TableError where a part is missing or broken */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const part = (await relationsOf(archive, "")).find(({ type }) => type === "officeDocument")?.part ?? USUAL_PART;
  const relations = await relationsOf(archive, part);
  const xml = new XmlReader(await readPart(archive, part));
  const sheets: Sheet[] = [];
  let from1904 = false;
  while (xml.next()) {
    if (xml.kind !== "open") continue;
    if (xml.name === "workbookPr") from1904 ||= /^(1|true)$/.test(xml.attribute("date1904") ?? "");
    if (xml.name !== "sheet") continue;
    const id = xml.attribute("id");
    const relation = relations.find((one) => one.id === id && one.type === "worksheet");
    const hidden = /^(hidden|veryHidden)$/.test(xml.attribute("state") ?? "");
    if (relation !== undefined) sheets.push({ name: unescaped(xml.attribute("name") ?? ""), hidden, part: relation.part });
  }
  if (sheets.length === 0) throw damaged("没有工作表", "it has no sheet");
  const partOf = (type: string) => relations.find((one) => one.type === type)?.part ?? null;
  return { sheets, from1904, stringsPart: partOf("sharedStrings"), stylesPart: partOf("styles") };
}

/** @throws TableError where there is no such part */
export async function readPart(archive: Archive, part: string): Promise<string> {
  const bytes = await archive.unpack(part);
  if (bytes === null) throw damaged(`缺少 ${part}`, `${part} is missing`);
  const text = decodeUtf8(bytes);
  if (text === null) throw damaged("不是 UTF-8 编码", "it is not UTF-8");
  return text;
}

interface Relation {
  readonly id: string;
  /** The last step of its address: the same in both editions of the standard. */
  readonly type: string;
  readonly part: string;
}

/** @param part `""` is the archive itself */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.names.includes(file)) return [];
  const xml = new XmlReader(await readPart(archive, file));
  const relations: Relation[] = [];
  while (xml.next()) {
    if (xml.kind !== "open" || xml.name !== "Relationship") continue;
    const type = (xml.attribute("Type") ?? "").split("/").at(-1) ?? "";
    relations.push({ id: xml.attribute("Id") ?? "", type, part: resolved(folder, xml.attribute("Target") ?? "") });
  }
  return relations;
}

/** A path from a folder of the archive, `../` and all, or one from its root. */
function resolved(folder: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
}
