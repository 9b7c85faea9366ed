/** The rules that decide: those that give the outcome in full, with the law's words and the values used. */
import type { Decision, RuleResult, Status } from "../../kernel/answer.js";
import type { Text } from "../../kernel/model.js";
import { block, heading, type Paint, say } from "../screen.js";
import { widthOf } from "../width.js";
import { directValues, ruleValues } from "./rule-values.js";
import { cite, quoted, type Sheet } from "./sheet.js";

const MARKS: Readonly<Record<Status, string>> = { satisfied: "✓", violated: "✗", undetermined: "?", "not-applicable": "–" };

export const STATUS_WORDS: Readonly<Record<Status, Text>> = {
  satisfied: { zh: "满足", en: "satisfied" },
  violated: { zh: "不满足", en: "violated" },
  undetermined: { zh: "未定", en: "undetermined" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
};

/** Of rules still open more than these are listed in short: most of their facts are told as missing anyway. */
const FULL_AT_MOST = 3;

/**
 * Rules that hit are told in full. Where none does, all of them decide together: those still open in full,
 * the others a line or two each under their provision.
 */
export function rulesSection(sheet: Sheet, decision: Decision): readonly string[] {
  const rules = decision.rules ?? [];
  const hits = rules.filter(({ gives }) => gives !== null);
  const open = rules.filter(({ status }) => status === "undetermined");
  if (hits.length > 0) return [...told(sheet, DECIDING, hits, decision), ...rest(sheet, rules, hits)];
  if (open.length > FULL_AT_MOST) {
    return [...heading(sheet.screen, OPEN), ...listed(sheet, decision, open), "", ...rest(sheet, rules, open)];
  }
  if (open.length > 0) return [...told(sheet, OPEN, open, decision), ...rest(sheet, rules, open)];
  return [...heading(sheet.screen, NONE_IN_THE_WAY), ...listed(sheet, decision, rules)];
}

export function statusWord(sheet: Sheet, status: Status): string {
  return say(sheet.screen, STATUS_WORDS[status]);
}

const DECIDING: Text = { zh: "决定结论的规则", en: "Rules that decide it" };
const OPEN: Text = { zh: "尚不能判断的规则", en: "Rules still open" };
const NONE_IN_THE_WAY: Text = {
  zh: "没有任何规则改变此结论，逐条判断如下",
  en: "No rule stands against it; every rule, one by one",
};

function told(sheet: Sheet, title: Text, rules: readonly RuleResult[], decision: Decision): readonly string[] {
  return [...heading(sheet.screen, title), ...rules.flatMap((rule) => inFull(sheet, rule, decision))];
}

function inFull(sheet: Sheet, rule: RuleResult, decision: Decision): readonly string[] {
  const { paint } = sheet.screen;
  const style = styleOf(sheet, rule, decision);
  return [
    ...block(sheet.screen, 4, say(sheet.screen, rule.says), { first: `  ${style(MARKS[rule.status])} `, style: paint.bold }),
    `    ${style(statusWord(sheet, rule.status))}${paint.dim(` · ${rule.name}`)}`,
    ...block(sheet.screen, 4, `${cite(sheet, rule.provision)} ${quoted(rule.quote)}`, { style: paint.cyan }),
    ...ruleValues(sheet, rule, decision),
    "",
  ];
}

/** Every rule under its provision: what it says, the law's words, and the values its own comparison reads. */
function listed(sheet: Sheet, decision: Decision, rules: readonly RuleResult[]): readonly string[] {
  const { paint } = sheet.screen;
  let above = "";
  return rules.flatMap((rule) => {
    const provision = cite(sheet, rule.provision);
    const head = provision === above ? [] : [`  ${paint.cyan(provision)}`];
    above = provision;
    const style = styleOf(sheet, rule, decision);
    const note = rule.status === "not-applicable" ? `(${statusWord(sheet, rule.status)})` : "";
    const says = say(sheet.screen, rule.says);
    const quote = repeatsQuote(sheet, rule) ? "" : quoted(rule.quote);
    const besides = [quote, note].filter((part) => part !== "").join(" ");
    const onOneLine = besides !== "" && widthOf(says) + widthOf(besides) + 8 <= sheet.screen.width;
    const first = `    ${style(MARKS[rule.status])} `;
    const lines = onOneLine
      ? [`${first}${says}  ${paint.dim(besides)}`]
      : [
          ...block(sheet.screen, 6, says, { first }),
          ...(besides === "" ? [] : block(sheet.screen, 6, besides, { style: paint.dim })),
        ];
    const direct = directValues(sheet, rule, decision);
    return [...head, ...lines, ...(direct === "" ? [] : block(sheet.screen, 6, direct, { style: paint.dim }))];
  });
}

/** In Chinese the wording often is the law's own. */
function repeatsQuote(sheet: Sheet, rule: RuleResult): boolean {
  return say(sheet.screen, rule.says).includes(rule.quote);
}

/** Red where the rule gives what nobody hopes for, whichever status makes it a hit. */
function styleOf(sheet: Sheet, rule: RuleResult, decision: Decision): Paint["red"] {
  const { paint } = sheet.screen;
  if (rule.status === "undetermined") return paint.yellow;
  if (rule.status === "not-applicable") return paint.dim;
  const declared = sheet.award.files.pack.decisions.find(({ name }) => name === decision.decision);
  const outcome = declared?.outcomes.find(({ name }) => name === rule.gives);
  return outcome?.favourable === false ? paint.red : paint.green;
}

/** How the other rules came out, counted. */
function rest(sheet: Sheet, rules: readonly RuleResult[], shown: readonly RuleResult[]): readonly string[] {
  const others = rules.filter((rule) => !shown.includes(rule));
  if (others.length === 0) return [];
  const counts = (["satisfied", "violated", "undetermined", "not-applicable"] as const)
    .map((status) => ({ status, count: others.filter((rule) => rule.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${sheet.screen.language === "zh" ? "条" : ""}${statusWord(sheet, status)}`);
  const text =
    sheet.screen.language === "zh"
      ? `其余 ${others.length} 条规则：${counts.join("，")}`
      : `the other rules: ${counts.join(", ")}`;
  return [`  ${sheet.screen.paint.dim(text)}`];
}
