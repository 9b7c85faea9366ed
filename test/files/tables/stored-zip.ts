/** A ZIP archive made by hand, of files that are not packed, and a workbook made of such. */
import { crc32 } from "node:zlib";

/** @param wide whether sizes and places stand where there is room for 64 bits */
export function storedZip(files: Readonly<Record<string, string | Uint8Array>>, wide = false): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(10, 4);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(10, 6);
    central.writeUInt32LE(crc32(bytes), 16);
    central.writeUInt32LE(bytes.length, 20);
    central.writeUInt32LE(bytes.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    const extra = Buffer.alloc(wide ? 28 : 0);
    if (wide) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      for (const [index, value] of [bytes.length, bytes.length, at].entries())
        extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
      for (const field of [20, 24, 42]) central.writeUInt32LE(0xffffffff, field);
      central.writeUInt16LE(extra.length, 30);
    }
    bodies.push(local, name, bytes);
    directory.push(Buffer.concat([central, name, extra]));
    at += local.length + name.length + bytes.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(wide ? 0xffffffff : at, 16);
  return Buffer.concat([...bodies, central, ...(wide ? [wideEnd(at, central.length)] : []), end]);
}

/** The end record with room for 64 bits, and where it is. */
function wideEnd(directory: number, length: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(directory), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(directory + length), 64);
  return end;
}

/** Sheets by name, each the inside of its `<worksheet>`. */
export interface WorkbookText {
  readonly sheets: Readonly<Record<string, string>>;
  /** Insides of `<si>`. */
  readonly strings?: readonly string[];
  /** Inside of `<styleSheet>`. */
  readonly styles?: string;
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string;
  /** Attributes of a `<sheet>`, by its name. */
  readonly marks?: Readonly<Record<string, string>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function workbookFiles({ sheets, strings, styles, properties = "", marks = {} }: WorkbookText): Record<string, string> {
  const names = Object.keys(sheets);
  const relations = [
    ...names.map(
      (_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/worksheet" Target="worksheets/s${index + 1}.xml"/>`,
    ),
    ...(strings === undefined ? [] : [`<Relationship Id="rIdS" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/>`]),
    ...(styles === undefined ? [] : [`<Relationship Id="rIdT" Type="${RELATION}/styles" Target="/xl/styles.xml"/>`]),
  ];
  const listed = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 7}" ${marks[name] ?? ""} r:id="rId${index + 1}"/>`,
  );
  return {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="${RELATION}"><workbookPr ${properties}/><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((inside, index) => [
        `xl/worksheets/s${index + 1}.xml`,
        `<worksheet ${MAIN}>${inside}</worksheet>`,
      ]),
    ),
    ...(strings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `<sst ${MAIN}>${strings.map((one) => `<si>${one}</si>`).join("")}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet ${MAIN}>${styles}</styleSheet>` }),
  };
}

export function workbook(text: WorkbookText): Buffer {
  return storedZip(workbookFiles(text));
}
