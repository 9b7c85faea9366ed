/** Two packs held against each other: by witnesses, and over a population. */
import { createReadStream } from "node:fs";
import { type Line, readLines } from "../../files/lines.js";
import { parseJson } from "../../files/parse-json.js";
import type { DecisionDifference } from "../../impact/decision-difference.js";
import { PopulationTally, type UnitImpact, unitImpact } from "../../impact/population.js";
import { rewritten } from "../../impact/rewritten.js";
import type { Side } from "../../impact/side.js";
import { awardsAtHand } from "../awards-at-hand.js";
import { BadInput, type Complaint, complaint } from "../complaint.js";
import type { Diff, Refusal } from "../diff-of-packs.js";
import { inputSize } from "../input-size.js";
import { LineWriter } from "../line-writer.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { outputTo } from "../output-to.js";
import { packAt, parameterValues, withParameters } from "../pack-at.js";
import { diffPage } from "../page/diff.js";
import { print, write } from "../print.js";
import { fileProblem } from "../read-input.js";
import { readingsOf } from "../readings.js";
import { readsOf, requireWritable } from "../require-writable.js";
import { runProgressOn } from "../run-progress.js";
import { slowProgress } from "../slow-progress.js";
import { textAlone } from "../text-alone.js";

export interface DiffOptions extends CommonOptions {
  readonly decision?: string;
  readonly population?: string;
  readonly reading?: readonly string[];
  readonly parameter?: readonly string[];
  readonly witnesses: boolean;
  readonly format: "text" | "json";
  readonly out?: string;
}

const DIFFERENT = 1;
const BAD_LINES = 2;
/** Lines that cannot be decided, of which more than the number is kept. */
const MOST_REFUSALS = 1000;

export async function runDiff(firstName: string, secondName: string, options: DiffOptions): Promise<void> {
  const readings = Object.fromEntries(readingsOf(options.reading ?? []));
  const atHand = await awardsAtHand(rulesFolders(options));
  const packs = [await packAt(firstName, atHand), await packAt(secondName, atHand)] as const;
  const first: Side = { award: packs[0].award, readings: {} };
  const parameters = parameterValues(packs[1], options.parameter ?? []);
  const second: Side = { award: await withParameters(packs[1], parameters), readings };
  const decisions = decisionsIn(first, second, options);
  const atRest = readsOf(atHand, [options.population]);
  await requireWritable(options.out, { ...atRest, packs: [...atRest.packs, ...packs.map(({ folder }) => folder)] });
  const population = options.population === undefined ? null : await overPopulation(first, second, decisions, options);
  const witnesses = options.witnesses ? await byWitnesses(first, second, decisions, options) : null;
  const diff: Diff = {
    first: { award: first.award.id, digest: first.award.ruleset.digest },
    second: { award: second.award.id, digest: second.award.ruleset.digest, readings, parameters },
    unshared: options.decision === undefined ? { first: onlyIn(first, second), second: onlyIn(second, first) } : NONE,
    rewritten: first.award.id === second.award.id ? rewritten(first.award, second.award) : null,
    decisions: witnesses,
    population,
  };
  if (options.format === "json") write(`${JSON.stringify(diff, null, 2)}\n`);
  else print(diffPage(screenFor(process.stdout, options), first.award, second.award, diff));
  if ((population?.refused ?? 0) > 0) process.exitCode = BAD_LINES;
  else if (isDifferent(diff)) process.exitCode = DIFFERENT;
}

function onlyIn({ award }: Side, other: Side): readonly string[] {
  return [...award.plans.keys()].filter((name) => !other.award.plans.has(name));
}

const NONE: Diff["unshared"] = { first: [], second: [] };

/** @throws BadInput where one of the two has no such decision, or they have none in common */
function decisionsIn(first: Side, second: Side, { decision, population, witnesses, out }: DiffOptions): readonly string[] {
  const shared = [...first.award.plans.keys()].filter((name) => second.award.plans.has(name));
  const wrong: Complaint[] = [...readingsWrong(second)];
  if (shared.length === 0) wrong.push(complaint("no-shared-decision", NOTHING_SHARED));
  else if (decision !== undefined && !shared.includes(decision)) wrong.push(noDecision(decision, shared));
  if (population !== undefined && decision === undefined)
    wrong.push(complaint("missing-argument", WHICH_DECISION, { file: "--decision" }));
  if (population === undefined && !witnesses)
    wrong.push(complaint("missing-argument", NOTHING_COMPARED, { file: "--no-witnesses" }));
  if (population === undefined && out !== undefined) wrong.push(complaint("missing-argument", OF_WHOM, { file: "--out" }));
  if (wrong.length > 0) throw new BadInput(wrong);
  return decision === undefined ? shared : [decision];
}

function readingsWrong({ award, readings }: Side): readonly Complaint[] {
  return Object.entries(readings).flatMap(([name, reading]) => {
    const known = award.files.interpretations.interpretations.find((one) => one.name === name);
    if (known?.readings.some((one) => one.name === reading)) return [];
    const values = known === undefined ? award.files.interpretations.interpretations : known.readings;
    const named = values.map((one) => one.name);
    return [complaint("bad-reading", notReading(`${name}=${reading}`, named), { file: "--reading" })];
  });
}

async function overPopulation(
  first: Side,
  second: Side,
  [decision = ""]: readonly string[],
  options: DiffOptions,
): Promise<Diff["population"]> {
  const path = options.population === "-" ? null : (options.population ?? null);
  const name = path ?? "<stdin>";
  const size = inputSize(path);
  // Opened with the first unit: where there is none, what stood there stays.
  let out: LineWriter | null = null;
  const progress = await slowProgress(screenFor(process.stderr, options), size, process.stderr.isTTY === true);
  const source = path === null ? process.stdin : createReadStream(path);
  const tally = new PopulationTally();
  const refusals: Refusal[] = [];
  let [bytes, lines, refused] = [0, 0, 0];
  const measured = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of textAlone(chunks, name)) {
      bytes += chunk.length;
      yield chunk;
      progress.update(bytes, lines, refused);
    }
  };
  try {
    for await (const line of readLines(measured(source))) {
      if (out === null && options.out !== undefined) out = new LineWriter(await outputTo(options.out));
      const impact = impactOf(first, second, decision, line);
      tally.add(impact);
      lines += 1;
      if (impact.kind === "refused") {
        refused += 1;
        if (refused <= MOST_REFUSALS) refusals.push({ line: line.line, side: impact.side, errors: impact.errors });
      }
      if (impact.kind !== "same") await out?.write(JSON.stringify({ line: line.line, ...impact }));
    }
    if (lines === 0) throw new BadInput([complaint("empty-input", NO_UNITS, { file: name })]);
    await out?.end();
  } catch (error) {
    throw fileProblem(error, out?.failure == null ? name : (options.out as string));
  } finally {
    progress.stop();
  }
  return { decision, file: name, ...tally.impact(), refusals };
}

function impactOf(first: Side, second: Side, decision: string, line: Line): UnitImpact {
  if ("failure" in line) return { kind: "refused", side: "first", errors: [line.failure] };
  const parsed = parseJson(line.text, true);
  if (!parsed.ok) return { kind: "refused", side: "first", errors: parsed.errors };
  return unitImpact(first, second, decision, parsed.value);
}

async function byWitnesses(
  first: Side,
  second: Side,
  decisions: readonly string[],
  options: DiffOptions,
): Promise<readonly DecisionDifference[]> {
  const { differencesBetween } = await import("../../impact/witnesses.js");
  const shown = process.stderr.isTTY === true && process.stdout.isTTY === true;
  const progress = await runProgressOn(screenFor(process.stderr, options), decisions.length, shown);
  try {
    return await differencesBetween(first, second, decisions, (done) => progress.update(done));
  } finally {
    progress.stop();
  }
}

function isDifferent({ unshared, decisions, population }: Diff): boolean {
  if (unshared.first.length + unshared.second.length > 0) return true;
  return (
    (decisions ?? []).some(({ status, narrowed }) => status !== "same" || narrowed.length > 0) ||
    (population?.pairs.length ?? 0) > 0
  );
}

const NOTHING_SHARED = {
  zh: "两个规则包没有同名的判定事项，无从比较",
  en: "the two packs have no decision of the same name: there is nothing to compare",
};

const WHICH_DECISION = {
  zh: "一批单位要按哪一判定事项比较？请加 --decision",
  en: "by which decision is the population compared? add --decision",
};

const NOTHING_COMPARED = {
  zh: "什么也没有比较：请加 --population，或者去掉 --no-witnesses",
  en: "nothing is compared: add --population, or leave --no-witnesses out",
};

const NO_UNITS = {
  zh: "其中没有单位：请每行写一个，形如 { id, asOf, facts }",
  en: "holds no unit: write one a line, as { id, asOf, facts }",
};

const OF_WHOM = {
  zh: "写入的是一批单位中改变的单位：请加 --population",
  en: "what is written there are the units of a population that change: add --population",
};

function noDecision(decision: string, shared: readonly string[]): Complaint {
  const message = {
    zh: `两个规则包没有共同的判定事项 \`${decision}\`：可用 ${shared.join("、")}`,
    en: `the two packs do not both have a decision \`${decision}\`: both have ${shared.join(", ")}`,
  };
  return complaint("unknown-decision", message, { file: "--decision" });
}

function notReading(found: string, named: readonly string[]) {
  return {
    zh: `第二个规则包没有解释 \`${found}\`：可用 ${named.join("、")}`,
    en: `the second pack has no reading \`${found}\`: it has ${named.join(", ")}`,
  };
}
