/** A question put together from a file, a file of facts, and the command line. */
import { concealUnread, mentions } from "../kernel/confidential/conceal-failures.js";
import { type Failure, failure } from "../kernel/failure.js";
import { isRecord } from "../kernel/read-facts.js";
import { BadInput, type Complaint, complaint } from "./complaint.js";
import { type Document, readDocument } from "./read-document.js";
import { readingsOf } from "./readings.js";

/** What of a question the command line may say. */
export interface QuestionOptions {
  readonly asOf?: string;
  readonly facts?: string;
  readonly reading?: readonly string[];
  readonly engine?: string;
  readonly detail?: string;
}

/** A question put together, and where each part of it came from. */
export interface Assembled {
  readonly body: Readonly<Record<string, unknown>>;
  readonly placed: (error: Omit<Complaint, "file" | "line">) => Complaint;
}

/** What the command line says goes before what the file says. */
export async function assemble(decision: string, path: string | undefined, options: QuestionOptions): Promise<Assembled> {
  const readings = readingsOf(options.reading ?? []);
  if (path === undefined && options.facts === undefined && process.stdin.isTTY) throw new BadInput([NO_QUESTION]);
  const file = path === undefined && options.facts !== undefined ? null : await readDocument(path ?? "-");
  const facts = options.facts === undefined ? null : await readFacts(options.facts, file);
  const { decision: asked, ...base } = file === null ? {} : recordOf(file);
  if (file !== null && asked !== undefined && asked !== decision) throw new BadInput([differs(decision, asked, file)]);
  const merged = facts === null ? base["facts"] : merge(base["facts"], recordOf(facts));
  const body = {
    ...base,
    ...(merged === undefined ? {} : { facts: merged }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(readings.size === 0 ? {} : { interpretations: merge(base["interpretations"], Object.fromEntries(readings)) }),
    ...(options.engine === undefined ? {} : { engine: options.engine }),
    ...(options.detail === undefined ? {} : { detail: options.detail }),
  };
  return { body, placed: (error) => place(error, file, facts, options, readings) };
}

/** What is wrong with their file may be what the other file declares confidential. */
async function readFacts(path: string, file: Document | null): Promise<Document> {
  const isHeld = file !== null && mentions(file.value);
  try {
    const facts = await readDocument(path);
    recordOf(facts);
    return facts;
  } catch (error) {
    if (!isHeld || !(error instanceof BadInput)) throw error;
    throw new BadInput(error.complaints.map((one) => ({ ...one, ...concealUnread([one as Failure])[0] })));
  }
}

/** Where the wrong thing was written: the facts' file, the question's, or the command line. */
function place(
  error: Omit<Complaint, "file" | "line">,
  file: Document | null,
  facts: Document | null,
  options: QuestionOptions,
  readings: ReadonlyMap<string, string>,
): Complaint {
  const [, member, name] = error.pointer.split("/");
  if (member === "asOf" && options.asOf !== undefined) return { ...error, file: "--as-of" };
  if (member === "interpretations" && name !== undefined && readings.has(name)) return { ...error, file: "--reading" };
  const fromFacts = facts !== null && member === "facts" && (file === null || Object.hasOwn(recordOf(facts), name ?? ""));
  const source = fromFacts ? facts : file;
  if (source === null) return error;
  const within = fromFacts ? error.pointer.slice("/facts".length) : error.pointer;
  return { ...error, file: source.name, line: source.lineOf(within) };
}

function merge(given: unknown, replacing: Readonly<Record<string, unknown>>): unknown {
  if (given === undefined || given === null) return replacing;
  return isRecord(given) ? { ...given, ...replacing } : given;
}

function recordOf(document: Document): Readonly<Record<string, unknown>> {
  if (isRecord(document.value)) return document.value;
  const wrong = [failure("", { code: "not-an-object", found: document.value })];
  throw new BadInput((mentions(document.value) ? concealUnread(wrong) : wrong).map((one) => ({ ...one, file: document.name })));
}

const NO_QUESTION = complaint("empty-input", {
  zh: "没有问题：请给出文件，或用 - 从标准输入读取，或写 --as-of 和 --facts",
  en: "no question: name a file, pipe one in, or write --as-of and --facts",
});

function differs(decision: string, found: unknown, file: Document): Complaint {
  const message = {
    zh: `文件问的是 \`${String(found)}\`，命令问的是 \`${decision}\`：请改成一致`,
    en: `the file asks for \`${String(found)}\`, the command for \`${decision}\`: make them agree`,
  };
  return { ...complaint("other-decision", message, { file: file.name, pointer: "/decision" }), line: file.lineOf("/decision") };
}
