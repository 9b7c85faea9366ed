/** The rules of a pack audited: cases, coverage, mutation, proofs; told on a page, or written as a ledger. */
import { join } from "node:path";
import type { Case } from "../../audit/case.js";
import { runCase } from "../../audit/cases.js";
import { coverageOf } from "../../audit/coverage/coverage-of.js";
import type { Equivalent } from "../../audit/mutation/equivalent.js";
import { mutationScoreInTurns } from "../../audit/mutation/mutation-score-of.js";
import { provisionsOf } from "../../audit/provisions.js";
import { listCaseFiles, readCases } from "../../files/read-cases.js";
import { EQUIVALENTS_FILE, readEquivalents } from "../../files/read-equivalents.js";
import { textPieces } from "../../files/tables/text-pieces.js";
import { visible } from "../../files/visible.js";
import type { Award } from "../../kernel/award.js";
import type { Text } from "../../kernel/text.js";
import { type Requirements, requirementsOf } from "../../ledger/requirements.js";
import type { AuditedCase, RuleAudit } from "../../ledger/rule-audit.js";
import { GENERIC_KINDS, type ProofResult } from "../../proof/result.js";
import { type AwardAtHand, type AwardsAtHand, awardsAtHand, findAward } from "../awards-at-hand.js";
import { caseFilesAt } from "../case-files.js";
import { BadInput, type Complaint, complaint } from "../complaint.js";
import { contradictionsIn } from "../contradictions.js";
import { makeRoomIn } from "../counterexamples-folder.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { auditRulesPage } from "../page/audit-rules.js";
import { print } from "../print.js";
import { fileProblem } from "../read-input.js";
import { readsOf, requireWritable } from "../require-writable.js";
import { inStages, type StageProgress } from "../stage-progress.js";
import { put } from "./put.js";

export interface AuditRulesOptions extends CommonOptions {
  readonly cases?: readonly string[];
  /** Parts of 10 000. */
  readonly minCoverage: number;
  readonly minMutation: number;
  readonly mutation: boolean;
  readonly proofs: boolean;
  readonly property?: readonly string[];
  readonly sample?: number;
  readonly report?: "html" | "json";
  readonly out?: string;
  readonly counterexamples?: string;
}

const NOT_MET = 1;
/** To each decision. */
const RANDOM_QUESTIONS = 40;

export async function runAuditRules(awardId: string, options: AuditRulesOptions): Promise<void> {
  const wrong = [...(options.out !== undefined && options.report === undefined ? [NO_REPORT] : []), ...contradictionsIn(options)];
  if (wrong.length > 0) throw new BadInput(wrong);
  const required = { coverage: options.minCoverage, mutation: options.minMutation };
  const isShown = process.stderr.isTTY === true;
  const audit = await inStages(screenFor(process.stderr, options), isShown, (progress) => auditOf(awardId, options, progress));
  const written = await counterexamplesTo(options.counterexamples, audit);
  const screen = screenFor(process.stdout, options);
  if (options.report === undefined) print(auditRulesPage(screen, audit, required, written.paths));
  else {
    await put(textPieces([await reportOf(audit, required, options.report, screen.language)]), options.out);
    if (options.out !== undefined) {
      const page = auditRulesPage(screenFor(process.stderr, options), audit, required, written.paths);
      process.stderr.write(`${page.join("\n")}\n`);
    }
  }
  // Only here: what was found out is told though it could not be written.
  for (const path of written.paths?.values() ?? []) process.stderr.write(`${path}\n`);
  if ("problem" in written) throw written.problem;
  if (requirementsOf(audit, required).some(({ met }) => met === false)) process.exitCode = NOT_MET;
}

/** @throws BadInput with what is wrong with what was asked for, before anything is run */
async function auditOf(awardId: string, options: AuditRulesOptions, progress: StageProgress): Promise<RuleAudit> {
  const atHand = await awardsAtHand(rulesFolders(options));
  const found = findAward(atHand, awardId);
  const properties = propertiesOf(found.award, options.property);
  const paths = await casePathsOf(found, atHand, options);
  const reads = readsOf(atHand, paths);
  await requireWritable(options.out, reads);
  if (options.counterexamples !== undefined) await makeRoomIn(options.counterexamples, properties, reads);
  const cases = await casesIn(found, paths);
  return audited(found.award, cases, await equivalentsOf(found), options, progress);
}

interface CaseInFile {
  readonly case: Case;
  readonly place: { readonly file: string; readonly line: number };
}

async function audited(
  award: Award,
  placed: readonly CaseInFile[],
  equivalents: readonly Equivalent[],
  options: AuditRulesOptions,
  progress: StageProgress,
): Promise<RuleAudit> {
  const results: AuditedCase[] = [];
  const cases = placed.map((one) => one.case);
  for (const { case: one, place } of placed) {
    results.push({ ...(await runCase(award, one)), place });
    progress.update("cases", results.length, cases.length);
  }
  progress.update("coverage", 0, 1);
  const coverage = coverageOf(award, cases);
  const onMutant = (done: number, of: number) => progress.update("mutation", done, of);
  const mutation = options.mutation
    ? await mutationScoreInTurns(award, cases, { every: options.sample, equivalents, onProgress: onMutant })
    : null;
  const found = {
    award,
    cases: results,
    ownCases: options.cases === undefined,
    coverage,
    mutation,
    properties: options.property ?? null,
  };
  if (!options.proofs) return { ...found, proofs: null, translation: null };
  progress.update("proofs", 0, 1);
  const { proveAll } = await import("../../proof/prove.js");
  const proofs = await proveAll(award, {
    ...(options.property === undefined ? {} : { properties: options.property }),
    onProgress: (done, of) => progress.update("proofs", done, of),
  });
  if (options.property !== undefined) return { ...found, proofs, translation: null };
  progress.update("translation", 0, 1);
  const { agreementOf } = await import("../../proof/agreement.js");
  const onQuestion = (done: number, of: number) => progress.update("translation", done, of);
  const translation = await agreementOf(award, cases, RANDOM_QUESTIONS, onQuestion);
  return { ...found, proofs, translation };
}

async function reportOf(
  audit: RuleAudit,
  required: Requirements,
  format: "html" | "json",
  language: "zh" | "en",
): Promise<string> {
  if (format === "html") {
    const { ledgerPage } = await import("../report/ledger/page.js");
    return ledgerPage(audit, required, language);
  }
  const { ledgerJson } = await import("../report/ledger/json.js");
  return `${JSON.stringify(ledgerJson(audit, required), null, 2)}\n`;
}

/** @throws BadInput where there are none */
async function casePathsOf(
  found: AwardAtHand,
  atHand: AwardsAtHand,
  { cases: named }: AuditRulesOptions,
): Promise<readonly string[]> {
  const own = join(found.folder, "cases");
  if (named === undefined) {
    const paths = await listCaseFiles(own);
    if (paths.length === 0) throw new BadInput([complaint("no-cases", NO_CASES, { file: own })]);
    return paths;
  }
  const files = (await caseFilesAt(atHand, [found], named)).filter(({ of }) => of === found);
  if (files.length > 0) return files.map(({ path }) => path);
  throw new BadInput(named.map((file) => complaint("no-cases", casesOfOthers(found.award), { file })));
}

/** @throws BadInput with everything wrong in every file */
async function casesIn(found: AwardAtHand, paths: readonly string[]): Promise<readonly CaseInFile[]> {
  const wrong: Complaint[] = [];
  const cases: CaseInFile[] = [];
  for (const path of paths) {
    const read = await readCases(found.award, path);
    if (read.ok) cases.push(...read.cases.map(({ line, case: one }) => ({ case: one, place: { file: path, line } })));
    else wrong.push(...read.errors.map((error) => ({ ...error, file: path })));
  }
  if (wrong.length > 0) throw new BadInput(wrong, provisionsOf(found.award.files.law));
  return cases;
}

interface Written {
  /** `null`: none were asked for. */
  readonly paths: ReadonlyMap<ProofResult, string> | null;
  readonly problem?: unknown;
}

/** @param folder none: nothing is written */
async function counterexamplesTo(folder: string | undefined, { proofs }: RuleAudit): Promise<Written> {
  if (folder === undefined) return { paths: null };
  const { writeCounterexamples } = await import("../../files/write-counterexamples.js");
  const paths = new Map<ProofResult, string>();
  try {
    await writeCounterexamples(folder, proofs ?? [], (result, path) => paths.set(result, path));
    return { paths };
  } catch (error) {
    return { paths, problem: fileProblem(error, folder) };
  }
}

/** Those to be proved. @throws BadInput with every one that there is not */
function propertiesOf({ files }: Award, named: readonly string[] | undefined): readonly string[] {
  const known = [...GENERIC_KINDS, ...(files.properties?.properties ?? []).map(({ name }) => name)];
  const wrong = (named ?? []).filter((name) => !known.includes(name));
  if (wrong.length === 0) return named ?? known;
  throw new BadInput(
    wrong.map((name) =>
      complaint(
        "unknown-property",
        {
          zh: `没有性质 \`${visible(name)}\`：可用 ${known.join("、")}`,
          en: `no such property \`${visible(name)}\`: there are ${known.join(", ")}`,
        },
        { file: "--property" },
      ),
    ),
  );
}

async function equivalentsOf({ folder }: AwardAtHand): Promise<readonly Equivalent[]> {
  const own = join(folder, "cases");
  const read = await readEquivalents(own);
  if (read.ok) return read.equivalents;
  throw new BadInput(read.errors.map((error) => ({ ...error, file: join(own, EQUIVALENTS_FILE) })));
}

function casesOfOthers({ id }: Award): Text {
  return {
    zh: `其中只有别的奖项的案例：请给出 ${id} 的案例`,
    en: `holds cases of other awards alone: name cases of ${id}`,
  };
}

const NO_CASES = {
  zh: "规则包没有案例：请写在 cases/ 中，或者用 --cases 给出",
  en: "the pack has no cases: write some in cases/, or name some with --cases",
};

const NO_REPORT = complaint(
  "no-report",
  { zh: "没有说明写成什么：请加 --report html 或 json", en: "as what? add --report html or json" },
  { file: "--out" },
);
