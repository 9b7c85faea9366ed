/** Bad input on its way to whoever gave it: everything wrong, each with its place and what to do. */
import type { Provision } from "../audit/provisions.js";
import { labelOf } from "../audit/provisions.js";
import type { Failure } from "../kernel/failure.js";
import type { Text } from "../kernel/model.js";
import { block, type Screen, say } from "./screen.js";
import { allVisible } from "./visible.js";

/** A failure of a question, a pack or a file of cases, or of the command line itself. */
export interface Complaint extends Omit<Failure, "code"> {
  readonly code: string;
  /** As the user named it; `<stdin>` for what was piped in. */
  readonly file?: string;
  /** From 1; of a table the row. */
  readonly line?: number;
  /** Of a table, in letters. */
  readonly column?: string;
}

/** Ends a command with exit code 2. */
export class BadInput extends Error {
  override readonly name = "BadInput";
  readonly complaints: readonly Complaint[];
  /** To cite provisions as people do, where the award is known. */
  readonly provisions: ReadonlyMap<string, Provision>;

  constructor(complaints: readonly Complaint[], provisions: ReadonlyMap<string, Provision> = new Map()) {
    super(complaints.map(({ message }) => message.en).join("\n"));
    this.complaints = complaints;
    this.provisions = provisions;
  }
}

/** A complaint about the command line or a file as a whole. */
export function complaint(
  code: string,
  message: Text,
  place: { readonly file?: string; readonly pointer?: string } = {},
): Complaint {
  return { pointer: "", code, message, ...place };
}

/** One complaint a line: `unit.yaml:7 facts.operatingSince: … (art. 10 (1))`. */
export function complaintLines(screen: Screen, bad: BadInput): readonly string[] {
  return allVisible(bad.complaints).flatMap((one) => {
    const place = placeOf(one);
    const law = one.provision === undefined ? "" : screen.paint.cyan(` (${say(screen, labelOf(bad.provisions, one.provision))})`);
    const colon = place === "" ? "" : screen.language === "zh" ? "：" : ": ";
    const text = `${screen.paint.bold(place)}${colon}${say(screen, one.message)}${law}`;
    return block(screen, 2, text, { first: `${screen.paint.red("✗")} ` });
  });
}

/** The failures as a program reads them. */
export function complaintsAsJson(bad: BadInput): string {
  return JSON.stringify({ errors: bad.complaints }, null, 2);
}

function placeOf({ file, line, column, pointer }: Complaint): string {
  // Of an option the name says where.
  if (file?.startsWith("--")) return `${file} ${pointer.split("/").slice(2).join(" ")}`.trim();
  const cell = column === undefined ? `:${line}` : ` ${column}${line}`;
  const where = file === undefined ? "" : `${file}${line === undefined ? "" : cell}`;
  return [where, dotted(pointer)].filter((part) => part !== "").join(" ");
}

/** `/facts/accidents/0/level` is `facts.accidents[0].level`. */
function dotted(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : `${index === 0 ? "" : "."}${step}`))
    .join("");
}
