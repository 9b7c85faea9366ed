/** A question of selection as a command line means it: an edition of the award, a file, or what is piped in. */
import { stat } from "node:fs/promises";
import { editionsIn } from "../files/editions.js";
import { failure } from "../kernel/failure.js";
import { nearest } from "../kernel/nearest.js";
import { isRecord } from "../kernel/read-facts.js";
import type { AwardAtHand } from "./awards-at-hand.js";
import { BadInput, type Complaint, complaint } from "./complaint.js";
import { type Document, readDocument } from "./read-document.js";

/** A question put together, and where each part of it came from. */
export interface AskedEdition {
  readonly question: unknown;
  readonly placed: (error: Omit<Complaint, "file" | "line">) => Complaint;
}

/**
 * @param named an edition's name goes before a file's: `./2023` is a file
 * @param rulesPath review rules to be used in place of the question's and the pack's
 * @throws BadInput where there is neither, or what is there cannot be read
 */
export async function readEdition(
  of: AwardAtHand,
  named: string | undefined,
  rulesPath: string | undefined,
): Promise<AskedEdition> {
  if (named === undefined && process.stdin.isTTY) throw new BadInput([NO_QUESTION]);
  const document = await readDocument(await pathOf(of, named ?? "-"));
  if (rulesPath === undefined) return { question: document.value, placed: (error) => placedIn(document, error, error.pointer) };
  const rules = await readDocument(rulesPath);
  // Absent they would be the pack's: of a file that is named, nothing is no rules.
  if (!isRecord(rules.value)) {
    throw new BadInput([{ ...failure("", { code: "not-an-object", found: rules.value }), file: rules.name }]);
  }
  return {
    question: isRecord(document.value) ? { ...document.value, reviewRules: rules.value } : document.value,
    placed: (error) =>
      error.pointer.startsWith(RULES)
        ? placedIn(rules, error, error.pointer.slice(RULES.length))
        : placedIn(document, error, error.pointer),
  };
}

const RULES = "/reviewRules";

async function pathOf(of: AwardAtHand, named: string): Promise<string> {
  if (named === "-") return named;
  const editions = await editionsIn(of.folder);
  const found = editions.get(named);
  if (found !== undefined) return found;
  const isFile = (await stat(named).catch(() => null)) !== null;
  // What looks like a path is one.
  if (isFile || /[/\\.]/.test(named)) return named;
  throw new BadInput([unknownEdition(of.award.id, named, [...editions.keys()])]);
}

function placedIn({ name, lineOf }: Document, error: Omit<Complaint, "file" | "line">, within: string): Complaint {
  return { ...error, pointer: within, file: name, line: lineOf(within) };
}

function unknownEdition(award: string, found: string, known: readonly string[]): Complaint {
  const near = nearest(found, known);
  const message =
    known.length === 0
      ? {
          zh: `没有这个文件，${award} 也没有自带的届次：请给出文件`,
          en: `no such file, and ${award} keeps no editions: name a file`,
        }
      : {
          zh: `没有届次或文件 \`${found}\`：${near === null ? "" : `是否为 \`${near}\`？`}可用 ${known.join("、")}，或者给出文件`,
          en: `no such edition or file \`${found}\`: ${near === null ? "" : `did you mean \`${near}\`? `}known are ${known.join(", ")}, or name a file`,
        };
  return complaint("unknown-edition", message, { file: found });
}

const NO_QUESTION = complaint("empty-input", {
  zh: "没有问题：请给出届次或文件，或用 - 从标准输入读取",
  en: "no question: name an edition or a file, or pipe one in",
});
