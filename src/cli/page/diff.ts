/** What two packs decide otherwise, in words. */
import { labelOf, type Provision, provisionsOf } from "../../audit/provisions.js";
import { visible } from "../../files/visible.js";
import type { DecisionDifference, Witness, WitnessedPair } from "../../impact/decision-difference.js";
import type { RuleChange } from "../../impact/rule-changes.js";
import type { JsonValue } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import type { PackHeader } from "../../kernel/model.js";
import type { Text } from "../../kernel/text.js";
import { BadInput, complaintLines } from "../complaint.js";
import type { Diff } from "../diff-of-packs.js";
import { block, heading, type Screen, say } from "../screen.js";
import { count } from "../tally.js";
import { amountLines } from "./amounts.js";
import { rewrittenSection } from "./rewritten.js";
import { STATUS_WORDS } from "./rules.js";
import { inWords, rowsInWords } from "./values.js";

/** Both packs by which the words are looked up. */
interface Sides {
  readonly first: Award;
  readonly second: Award;
  /** Of the first's law. */
  readonly before: ReadonlyMap<string, Provision>;
  /** Of the second's. */
  readonly provisions: ReadonlyMap<string, Provision>;
}

export function diffPage(screen: Screen, first: Award, second: Award, diff: Diff): readonly string[] {
  const sides = { first, second, provisions: provisionsOf(second.files.law), before: provisionsOf(first.files.law) };
  return [
    ...packLines(screen, "1", first, {}),
    ...packLines(screen, "2", second, { ...diff.second.readings, ...diff.second.parameters }),
    ...commonGround(screen, first, second),
    ...(diff.rewritten === null
      ? block(screen, 0, say(screen, TWO_AWARDS), { style: screen.paint.dim })
      : rewrittenSection(screen, diff.rewritten)),
    ...onlyOneSide(screen, sides, diff.unshared),
    ...(diff.decisions ?? []).flatMap((one) => decisionLines(screen, sides, one)),
    ...(diff.population === null ? [] : populationLines(screen, sides, diff.population)),
  ];
}

function packLines(
  screen: Screen,
  which: string,
  { files: { pack }, ruleset }: Award,
  otherwise: Readonly<Record<string, string | number>>,
) {
  const chosen = Object.entries(otherwise).map(([name, value]) => `${name} = ${value}`);
  const title = `${say(screen, pack.title)} ${pack.documentNumber}`;
  return [
    ...block(screen, 3, title, { first: `${which}  ` }),
    screen.paint.dim(`   ${ruleset.digest}`),
    ...endLines(screen, pack),
    ...chosen.map((one) => `   ${one}`),
  ];
}

/** An award that has ended still decides what is asked of it. */
function endLines(screen: Screen, { inForce: { until }, succeededBy }: PackHeader): readonly string[] {
  if (until === null) return [];
  const by = succeededBy?.documentNumber;
  const says: Text = {
    zh: `自 ${until} 起${by === undefined ? "失效" : `由 ${by} 取代`}；此后的日子仍按它判定`,
    en: `${by === undefined ? "ended on" : `was succeeded by ${by} on`} ${until}; days after that are still decided by it`,
  };
  return block(screen, 3, say(screen, says), { first: "   ", style: screen.paint.yellow });
}

const TWO_AWARDS: Text = {
  zh: "两个不同的奖项：只比较判定，不比较程序、义务、评分和评选",
  en: "two awards: their decisions are compared; procedure, duties, scoring and selection are not",
};

/** Since when, where the two begin on different days. */
function commonGround(screen: Screen, first: Award, second: Award): readonly string[] {
  const starts = [first, second].map(({ files }) => files.pack.inForce.from).sort();
  const [, from = ""] = starts;
  if (starts[0] === from) return [];
  const says: Text = {
    zh: `只比较两者均已施行之后的日子，即 ${from} 起；此前只有一方已施行`,
    en: `compared as of days on which both have come into force, from ${from} on; before, only one of them has`,
  };
  return block(screen, 0, say(screen, says), { style: screen.paint.yellow });
}

function onlyOneSide(screen: Screen, sides: Sides, { first, second }: Diff["unshared"]): readonly string[] {
  const lines = (which: string, names: readonly string[]) =>
    names.flatMap((name) => [
      ...heading(screen, titleOf(sides, name)),
      `  ${screen.paint.yellow(`≠ ${say(screen, { zh: `只有规则包 ${which} 有这一判定事项`, en: `a decision of pack ${which} alone` })}`)}`,
    ]);
  return [...lines("1", first), ...lines("2", second)];
}

function decisionLines(screen: Screen, sides: Sides, of: DecisionDifference): readonly string[] {
  const { paint, language } = screen;
  const title = titleOf(sides, of.decision);
  const verdict = {
    same: paint.green(`✓ ${say(screen, { zh: "凡事实齐全的情形，判定都相同", en: "the same on every complete input" })}`),
    different: paint.yellow(`≠ ${say(screen, { zh: "有的情形判定不同", en: "decided otherwise on some inputs" })}`),
    undecided: paint.red(`? ${say(screen, { zh: "未能求证", en: "could not be settled" })}`),
  }[of.status];
  const unshared = [...of.unshared.first, ...of.unshared.second];
  const only =
    language === "zh" ? `只有一方读取的事实 ${unshared.length} 项` : `${unshared.length} facts that only one side reads`;
  return [
    ...heading(screen, title),
    `  ${verdict}`,
    ...(unshared.length === 0 ? [] : block(screen, 2, only, { style: paint.dim })),
    ...(of.narrowed.length === 0
      ? []
      : block(screen, 4, say(screen, within(of.narrowed)), { first: "  ≠ ", style: paint.yellow })),
    ...of.pairs.flatMap((pair) => pairLines(screen, sides, of.decision, pair)),
  ];
}

function within(narrowed: readonly string[]): Text {
  return {
    zh: `只有一方允许的值会被另一方拒绝：${narrowed.join("、")}；以上只就双方都允许的值而言`,
    en: `what only one side allows, the other refuses: ${narrowed.join(", ")}; the above is of values that both allow`,
  };
}

function pairLines(screen: Screen, sides: Sides, decision: string, { first, second, witness }: WitnessedPair): readonly string[] {
  const head = `${outcomeIn(screen, sides.first, decision, first)} → ${outcomeIn(screen, sides.second, decision, second)}`;
  if (witness === null) {
    return block(
      screen,
      4,
      `${head} ${say(screen, { zh: "（未能求证有无）", en: "(whether there is any could not be settled)" })}`,
      { first: "  ? " },
    );
  }
  const bearing = bearingOn(sides, decision, witness);
  const facts = bearing.map(([name, value]) => visible(factInWords(screen, sides, name, value)));
  const others = Object.keys(witness.facts).length + Object.keys(witness.interpretations).length - facts.length;
  const more: Text = { zh: `（另有 ${others} 项，见 --format json）`, en: ` (and ${others} more: see --format json)` };
  return [
    ...block(screen, 4, screen.paint.bold(head), { first: "  • " }),
    ...block(
      screen,
      6,
      `${say(screen, { zh: "例如判定日", en: "for instance as of" })} ${witness.asOf}: ${facts.join(screen.language === "zh" ? "；" : "; ")}${others === 0 ? "" : say(screen, more)}`,
      {
        style: screen.paint.dim,
      },
    ),
    ...witness.by.flatMap((change) => changeLines(screen, sides, decision, change)),
    ...amountLines(screen, sides, decision, witness),
  ];
}

/** Facts and readings by which the rules part that part the two; all of them where no rule does. */
function bearingOn({ first, second }: Sides, decision: string, { facts, interpretations, by }: Witness) {
  const rules = [first, second].flatMap(({ plans }) => plans.get(decision)?.rules ?? []);
  const own = rules.filter(({ rule }) => by.some((change) => change.rule === rule.name));
  const read = new Set(own.flatMap(({ reads }) => [...reads].map(({ name }) => name)));
  return Object.entries({ ...facts, ...interpretations }).filter(([name]) => read.size === 0 || read.has(name));
}

/** A fact by its label, a list row by row; an interpretation by its names. */
function factInWords({ language }: Screen, { first, second }: Sides, name: string, value: JsonValue): string {
  const award = second.names.byName.has(name) ? second : first;
  const declared = award.names.byName.get(name);
  if (declared?.source !== "given" && declared?.source !== "given-list") return `${name} = ${String(value)}`;
  const unit = declared.fact.type === "integer" ? { unit: declared.fact.unit } : {};
  const rows = rowsInWords(award, language, { name, value });
  const words = rows.length > 0 ? rows.map((row) => `[${row}]`).join(" ") : inWords(award, language, { name, value, ...unit });
  return `${declared.fact.label[language]} = ${words}`;
}

function changeLines(screen: Screen, sides: Sides, decision: string, change: RuleChange): readonly string[] {
  const word = (status: RuleChange["first"]) =>
    status === null ? say(screen, { zh: "无此规则", en: "no such rule" }) : say(screen, STATUS_WORDS[status]);
  const text = `${cited(screen, sides, decision, change)} ${change.rule}: ${word(change.first)} → ${word(change.second)}`;
  return block(screen, 8, text, { first: "      · " });
}

/** The provision of a rule; of two awards, that of each that has the rule, with whose it is. */
function cited(screen: Screen, sides: Sides, decision: string, { rule }: Pick<RuleChange, "rule">): string {
  const { first, second, before, provisions } = sides;
  const in1 = provisionIn(first, decision, rule);
  const in2 = provisionIn(second, decision, rule);
  const own = [
    ...(in1 === null ? [] : [{ which: "1", label: say(screen, labelOf(before, in1)) }]),
    ...(in2 === null ? [] : [{ which: "2", label: say(screen, labelOf(provisions, in2)) }]),
  ];
  if (first.id === second.id) return own.at(-1)?.label ?? "";
  return own.map(({ which, label }) => `${which} ${label}`).join(" / ");
}

function provisionIn({ plans }: Award, decision: string, name: string): string | null {
  return plans.get(decision)?.rules.find(({ rule }) => rule.name === name)?.rule.event.params.provision ?? null;
}

/** Lines that cannot be decided, of which more are told than their number. */
const TOLD = 20;

function moreRefused(left: number): Text {
  return { zh: `另有 ${count(left)} 行：见 --out 所写的文件`, en: `${count(left)} more lines: --out <file> has them all` };
}

function populationLines(screen: Screen, sides: Sides, impact: NonNullable<Diff["population"]>): readonly string[] {
  const { asked, same, refused, pairs, decision, file, refusals } = impact;
  const changed = asked - same - refused;
  const summary: Text = {
    zh: `${count(asked)} 个单位：${count(changed)} 个改变，${count(same)} 个不变，${count(refused)} 个无法判定`,
    en: `${count(asked)} units: ${count(changed)} change, ${count(same)} stay, ${count(refused)} cannot be decided`,
  };
  return [
    ...heading(screen, { zh: `${titleOf(sides, decision).zh}：一批单位`, en: `${titleOf(sides, decision).en}: the population` }),
    `  ${say(screen, summary)}`,
    ...refusals
      .slice(0, TOLD)
      .flatMap(({ line, errors }) => complaintLines(screen, new BadInput(errors.map((error) => ({ ...error, file, line }))))),
    ...(refused <= TOLD ? [] : block(screen, 2, say(screen, moreRefused(refused - TOLD)), { style: screen.paint.dim })),
    ...pairs.flatMap(({ first, second, units, by }) => [
      ...block(
        screen,
        4,
        `${count(units)} × ${outcomeIn(screen, sides.first, decision, first.outcome)} → ${outcomeIn(screen, sides.second, decision, second.outcome)}`,
        { first: "  • ", style: screen.paint.bold },
      ),
      ...amountLines(screen, sides, decision, { first, second }),
      ...by.flatMap(({ rule, units: own }) =>
        block(screen, 8, `${count(own)} × ${cited(screen, sides, decision, { rule })} ${rule}`, { first: "      · " }),
      ),
    ]),
  ];
}

function titleOf({ first, second }: Sides, decision: string): Text {
  const declared = [second, first].flatMap(({ files }) => files.pack.decisions).find(({ name }) => name === decision);
  return declared?.title ?? { zh: decision, en: decision };
}

function outcomeIn(screen: Screen, { files }: Award, decision: string, outcome: string): string {
  const declared = files.pack.decisions.find(({ name }) => name === decision)?.outcomes.find(({ name }) => name === outcome);
  return declared === undefined ? outcome : say(screen, declared.label);
}
