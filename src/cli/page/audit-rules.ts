/** An audit of rules in words: what was asked for and what was not met, each with what is to be looked at. */
import type { Difference } from "../../audit/difference.js";
import { changeOf, keyOf } from "../../audit/mutation/mutant.js";
import { labelOf, provisionsOf } from "../../audit/provisions.js";
import { visible } from "../../files/visible.js";
import type { JsonValue } from "../../kernel/answer.js";
import type { Text } from "../../kernel/text.js";
import { type Requirements, requirementsOf } from "../../ledger/requirements.js";
import type { RuleAudit } from "../../ledger/rule-audit.js";
import type { ProofResult } from "../../proof/result.js";
import { figureOf, NOT_WHOLE, omissionsIn } from "../report/ledger/figure.js";
import { lackingInWords, PROOF_WORDS, REQUIREMENT_WORDS } from "../report/ledger/words.js";
import { block, heading, type Screen, say } from "../screen.js";
import { count } from "../tally.js";
import { allVisible } from "../visible.js";
import { DIFFERENCE_TITLES, valueInWords } from "./difference-words.js";
import { OPERATOR_WORDS } from "./mutation-words.js";
import { cite, type Sheet, sheetOf } from "./sheet.js";

/** Of a list, so many are told; the reports have all. */
const TOLD = 20;

/** @param written files of the counterexamples; `null`: they were not asked for */
export function auditRulesPage(screen: Screen, audit: RuleAudit, required: Requirements, written: Written): readonly string[] {
  const { pack } = audit.award.files;
  const { paint } = screen;
  const requirements = requirementsOf(audit, required);
  const omissions = omissionsIn(requirements);
  const lines = requirements.map((one) => {
    const sign = one.met === null ? paint.dim("–") : one.met ? paint.green("✓") : paint.red("✗");
    return `  ${sign} ${say(screen, REQUIREMENT_WORDS[one.name])}: ${say(screen, figureOf(audit, required, one))}`;
  });
  return [
    paint.bold(`${say(screen, pack.title)} ${pack.documentNumber}`),
    paint.dim(`  ${audit.award.ruleset.digest}`),
    ...(omissions.length === 0 ? [] : [paint.yellow(`${say(screen, NOT_WHOLE)}${screen.language === "zh" ? "：" : ":"}`)]),
    ...omissions.flatMap((one) => block(screen, 4, say(screen, one), { first: "  ! " })),
    ...lines,
    ...list(screen, { zh: "不符的案例", en: "Cases that fail" }, failedCases(screen, audit)),
    ...list(screen, { zh: "未覆盖", en: "Not covered" }, notCovered(screen, audit)),
    ...list(screen, { zh: "未检出的变异", en: "Changes that no case notices" }, survivors(screen, audit)),
    ...list(screen, { zh: "等价清单中不成立的", en: "Listed as equivalent, and not so" }, stale(audit)),
    ...list(screen, { zh: "未能证明的性质", en: "Properties not proved" }, notProved(screen, audit, written)),
    ...list(screen, { zh: "逻辑模型与内核不一致", en: "The logical model differs from the kernel" }, disagreeing(audit)),
    ...list(screen, { zh: "不由规则判断的条款", en: "What no rule decides" }, bare(screen, audit)),
  ];
}

/** @param items each a line, or several of which the others stand below the first */
function list(
  screen: Screen,
  title: { zh: string; en: string },
  items: readonly (string | readonly string[])[],
): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length - TOLD;
  const rest = { zh: `另有 ${count(more)} 项：见报告`, en: `${count(more)} more: see the report` };
  return [
    ...heading(screen, title),
    ...items.slice(0, TOLD).flatMap((item) => {
      const [head = "", ...below] = typeof item === "string" ? [item] : item;
      return [...block(screen, 4, head, { first: "  · " }), ...below.flatMap((line) => block(screen, 4, line))];
    }),
    ...(more > 0 ? [screen.paint.dim(`    ${say(screen, rest)}`)] : []),
  ];
}

function failedCases(screen: Screen, { award, cases }: RuleAudit): readonly (readonly string[])[] {
  const sheet = sheetOf(screen, award);
  return cases
    .filter(({ passed }) => !passed)
    .map((result) => {
      const { case: one, place, differences } = allVisible(result);
      const where = place === undefined ? [] : [`${place.file}:${place.line}`];
      return [
        one.case,
        [...where, one.decision, one.asOf].join(" · "),
        ...differences.map((of) => inWords(sheet, one.decision, of)),
      ];
    });
}

/** `outcome: expected permitted, got not permitted · art. 25 sent. 1` */
function inWords(sheet: Sheet, decision: string, difference: Difference): string {
  const { screen } = sheet;
  const word = (value: JsonValue) => valueInWords(sheet, decision, difference, value, screen.language);
  const title = [say(screen, DIFFERENCE_TITLES[difference.of]), difference.name ?? ""].join(" ").trim();
  const [expected, got] = [word(difference.expected), word(difference.got)];
  const cited = [...new Set(difference.rules.map(({ provision }) => cite(sheet, provision)))];
  const told = { zh: `${title}：预期 ${expected}，实得 ${got}`, en: `${title}: expected ${expected}, got ${got}` };
  return [say(screen, told), ...(cited.length === 0 ? [] : [cited.join(screen.language === "zh" ? "、" : ", ")])].join(" · ");
}

function notCovered(screen: Screen, { award, coverage }: RuleAudit): readonly string[] {
  const sheet = sheetOf(screen, award);
  return coverage.items
    .filter(({ needs, seen }) => seen.length < needs.length)
    .map((item) => {
      const cited = cite(sheet, item.provision);
      const what = item.kind === "provision" ? cited : `${item.name} (${cited})`;
      return `${item.decision} ${what}: ${say(screen, lackingInWords(item))}`;
    });
}

function survivors(screen: Screen, { award, mutation }: RuleAudit): readonly string[] {
  const provisions = provisionsOf(award.files.law);
  return (mutation?.survivors ?? []).flatMap(({ provision, mutants }) =>
    mutants.map(
      (mutant) =>
        `${provision === null ? "" : `${say(screen, labelOf(provisions, provision))} `}${say(screen, OPERATOR_WORDS[mutant.operator])}: ${visible(changeOf(mutant))} (${keyOf(mutant)})`,
    ),
  );
}

function stale({ mutation }: RuleAudit): readonly string[] {
  return (mutation?.stale ?? []).map(({ mutant, found }) => `${visible(mutant)}: ${found}`);
}

function notProved(screen: Screen, { award, proofs }: RuleAudit, written: Written): readonly string[] {
  const provisions = provisionsOf(award.files.law);
  return (proofs ?? [])
    .filter(({ status }) => status !== "proved")
    .map((result) => {
      const { property, decision, rule, outcome, provision, says, status, reason } = result;
      const cited = provision === null ? "" : `${say(screen, labelOf(provisions, provision))} `;
      const about = [decision, rule ?? outcome].filter((part) => part !== undefined && part !== null).join("/");
      const seen = result.counterexample === undefined ? "" : say(screen, counterexampleIn(written, result));
      return `${say(screen, PROOF_WORDS[status].label)}: ${cited}${say(screen, says)} (${[property, about].join(" ").trim()})${reason === undefined ? "" : `: ${say(screen, reason)}`}${seen}`;
    });
}

type Written = ReadonlyMap<ProofResult, string> | null;

function counterexampleIn(written: Written, result: ProofResult): Text {
  if (written === null) return SEE_CASE;
  const file = written.get(result);
  if (file === undefined) return { zh: "", en: "" };
  return { zh: `：反例见 ${visible(file)}`, en: `: a case of it stands in ${visible(file)}` };
}

const SEE_CASE: Text = {
  zh: "：反例可用 --counterexamples 写成案例",
  en: ": --counterexamples <dir> writes a case of it",
};

function disagreeing({ translation }: RuleAudit): readonly string[] {
  return (translation?.differences ?? []).map(
    ({ question, of, kernel, translation: model }) =>
      `${question.decision} ${of}: ${JSON.stringify(kernel)} ≠ ${JSON.stringify(model)} (${JSON.stringify(question)})`,
  );
}

function bare(screen: Screen, { award }: RuleAudit): readonly string[] {
  const provisions = provisionsOf(award.files.law);
  return award.files.ledger.provisions
    .filter(({ rules }) => rules.length === 0)
    .map(({ provision, reason }) => `${say(screen, labelOf(provisions, provision))}: ${say(screen, reason)}`);
}
