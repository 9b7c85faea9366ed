/** The values a rule used: in full as a table, or in short those that it compares itself. */
import type { Decision, RuleResult, UsedFact } from "../../kernel/answer.js";
import { concealedInWords, isConcealed } from "../../kernel/confidential/conceal.js";
import type { Condition, Text } from "../../kernel/model.js";
import { block, type Screen, say } from "../screen.js";
import { columns, type Sheet } from "./sheet.js";
import { inWords, rowsInWords } from "./values.js";

const SOURCES: Readonly<Record<UsedFact["source"], Text>> = {
  given: { zh: "填报", en: "given" },
  derived: { zh: "推算", en: "computed" },
  parameter: { zh: "办法规定", en: "fixed by the law" },
  interpretation: { zh: "所选解释", en: "reading" },
  "as-of": { zh: "判定日", en: "asked for" },
};

/** Every value with its label and where it comes from, the rows of lists, and the readings they rest on. */
export function ruleValues(sheet: Sheet, rule: RuleResult, decision: Decision): readonly string[] {
  return [...valueLines(sheet, directFirst(sheet, rule, decision)), ...readingLines(sheet, rule.facts)];
}

/** Numbers, dates and records that the rule itself compares; what it says already tells a yes or a no. */
export function directValues(sheet: Sheet, rule: RuleResult, decision: Decision): string {
  if (rule.status === "not-applicable") return "";
  const direct = directNames(sheet, rule, decision);
  const { language } = sheet.screen;
  return rule.facts
    .filter(
      ({ name, value, source }) =>
        direct.has(name) && source !== "interpretation" && value !== null && typeof value !== "boolean",
    )
    .map((fact) => `${fact.label[language]} ${inWords(sheet.award, language, fact)}`)
    .join(" · ");
}

/** Names that the rule's own conditions mention. */
function directNames(sheet: Sheet, rule: RuleResult, decision: Decision): ReadonlySet<string> {
  const source = sheet.award.files.rules[decision.decision]?.find(({ name }) => name === rule.name);
  return source === undefined ? new Set() : namesIn(source.conditions);
}

function namesIn(condition: Condition): Set<string> {
  if ("all" in condition) return new Set(condition.all.flatMap((part) => [...namesIn(part)]));
  if ("any" in condition) return new Set(condition.any.flatMap((part) => [...namesIn(part)]));
  if ("not" in condition) return namesIn(condition.not);
  return new Set([condition, condition.value].flatMap((part) => (isReference(part) ? [part.fact] : [])));
}

function isReference(part: unknown): part is { readonly fact: string } {
  return typeof part === "object" && part !== null && "fact" in part;
}

function sourceOf({ source, value }: UsedFact): Text {
  return source === "given" && value === null ? { zh: "未填报", en: "not given" } : SOURCES[source];
}

function valueLines(sheet: Sheet, facts: readonly UsedFact[]): readonly string[] {
  const { screen, award } = sheet;
  const { paint, language } = screen;
  const values = facts.filter(({ source }) => source !== "interpretation");
  const cells = columns(
    values.map((fact) => [
      paint.dim(fact.label[language]),
      fact.value === null ? paint.yellow(inWords(award, language, fact)) : inWords(award, language, fact),
      paint.dim(`${say(screen, sourceOf(fact))}${foundBy(screen, fact)}`),
    ]),
  );
  return values.flatMap((fact, index) => [
    ...block(screen, 6, cells[index] ?? ""),
    ...rowsInWords(award, language, fact).flatMap((row) => block(screen, 8, row)),
  ]);
}

function foundBy(screen: Screen, { finding }: UsedFact): string {
  if (finding?.by === undefined) return "";
  const by = isConcealed(finding.by) ? concealedInWords(finding.by, screen.language) : finding.by;
  return say(screen, { zh: `，${by}`, en: ` by ${by}` });
}

/** The readings of open points that the values rest on. */
function readingLines({ screen, award }: Sheet, facts: readonly UsedFact[]): readonly string[] {
  return facts
    .filter(({ source }) => source === "interpretation")
    .flatMap((fact) => {
      const text = `${fact.label[screen.language]} ${inWords(award, screen.language, fact)}`;
      return block(screen, 8, text, { first: "      ◆ ", style: screen.paint.dim });
    });
}

/** What the rule itself compares before what that was computed from. */
function directFirst(sheet: Sheet, rule: RuleResult, decision: Decision): readonly UsedFact[] {
  const direct = directNames(sheet, rule, decision);
  return [...rule.facts.filter(({ name }) => direct.has(name)), ...rule.facts.filter(({ name }) => !direct.has(name))];
}
