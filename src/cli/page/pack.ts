/** A pack as a page to read: what it decides, by which rules of which provisions, and what of the law it leaves to people. */
import type { Award } from "../../kernel/award.js";
import type { DecisionDeclaration, LedgerRow, Parameter, Rule, Text } from "../../kernel/model.js";
import { encodingPart } from "../../pack/encoders.js";
import { LEDGER_STATUS } from "../ledger-status.js";
import { block, heading, type Screen, say } from "../screen.js";
import { wrap } from "../width.js";
import { inForceInWords } from "./in-force.js";
import { selectionSection } from "./selection.js";
import { cite, columns, quoted, type Sheet, sheetOf } from "./sheet.js";
import { inWords, labelOfNamed } from "./values.js";

export function packPage(screen: Screen, award: Award): readonly string[] {
  const sheet = sheetOf(screen, award);
  const { paint } = screen;
  const { pack } = award.files;
  return [
    `${paint.bold(say(screen, pack.title))} ${pack.documentNumber}`,
    ...block(screen, 2, inForceInWords(screen, award), { style: paint.dim }),
    ...block(screen, 2, `${award.id} ${award.digest}`, { style: paint.dim }),
    ...pack.decisions.flatMap((decision) => decisionLines(sheet, decision)),
    ...parametersSection(sheet),
    ...interpretationsSection(sheet),
    ...selectionSection(sheet),
    ...ledgerSection(sheet),
  ];
}

const POLICIES: Readonly<Record<DecisionDeclaration["hitPolicy"], Text>> = {
  any: { zh: "任一规则命中即得结论", en: "any rule that hits gives it" },
  priority: { zh: "多条命中时以先列者为准", en: "of several hits the first outcome listed wins" },
  collect: { zh: "各条命中的后果合并", en: "the consequences of all hits are put together" },
};

function decisionLines(sheet: Sheet, decision: DecisionDeclaration): readonly string[] {
  const { screen, award } = sheet;
  const { paint } = screen;
  const zh = screen.language === "zh";
  const outcomes = decision.outcomes.map(({ name, label, favourable }) => {
    const words = (favourable ? paint.green : paint.red)(say(screen, label));
    return name === decision.otherwise ? `${words}${zh ? "（无规则命中时）" : " (where no rule hits)"}` : words;
  });
  const rules = award.files.rules[decision.name] ?? [];
  return [
    "",
    `${paint.bold(say(screen, decision.title))}  ${paint.dim(decision.name)}`,
    ...block(screen, 2, say(screen, decision.question)),
    ...block(screen, 2, `${decision.hitPolicy}${zh ? "：" : ": "}${say(screen, POLICIES[decision.hitPolicy])}`, {
      style: paint.dim,
    }),
    ...block(screen, 2, `${zh ? "结论：" : "outcomes: "}${outcomes.join(zh ? "、" : ", ")}`),
    ...(decision.outputs ?? []).flatMap((output) =>
      block(
        screen,
        2,
        `${zh ? "结果值：" : "output: "}${say(screen, output.label)} ${paint.cyan(cite(sheet, output.provision))}`,
      ),
    ),
    ...rulesByProvision(sheet, rules),
  ];
}

function rulesByProvision(sheet: Sheet, rules: readonly Rule[]): readonly string[] {
  const { screen } = sheet;
  let above = "";
  return rules.flatMap(({ name, event }) => {
    const provision = cite(sheet, event.params.provision);
    const head = provision === above ? [] : [`  ${screen.paint.cyan(provision)}`];
    above = provision;
    const says = filled(sheet, say(screen, event.params.says));
    return [...head, ...block(screen, 6, `${says} ${screen.paint.dim(`· ${name}`)}`, { first: "    · " })];
  });
}

/** A wording with its parameters filled in; what a decision fills in stays a name. */
function filled(sheet: Sheet, text: string): string {
  const { award, screen } = sheet;
  return text.replace(/\{([A-Za-z]\w*)\}/g, (whole, name: string) => {
    const parameter = award.files.parameters.parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) return whole;
    return parameter.unit === "fen" ? inWords(award, screen.language, parameter) : String(parameter.value);
  });
}

function parametersSection(sheet: Sheet): readonly string[] {
  const { screen, award } = sheet;
  const { parameters } = award.files.parameters;
  if (parameters.length === 0) return [];
  const rows = parameters.map((parameter: Parameter) => [
    say(screen, parameter.label),
    inWords(award, screen.language, parameter),
    `${screen.paint.cyan(cite(sheet, parameter.provision))} ${quoted(parameter.quote)}`,
  ]);
  return [
    ...heading(screen, { zh: "办法规定的数值", en: "Values the law fixes" }),
    ...columns(rows).flatMap((row) => block(screen, 4, row, { first: "  " })),
  ];
}

function interpretationsSection(sheet: Sheet): readonly string[] {
  const { screen, award } = sheet;
  const { paint } = screen;
  const zh = screen.language === "zh";
  const { interpretations } = award.files.interpretations;
  if (interpretations.length === 0) return [];
  return [
    ...heading(screen, { zh: "办法未言明之处", en: "Points the law leaves open" }),
    ...interpretations.flatMap(({ name, question, provision, quote, readings, default: usual, settledBy }) => {
      const body = labelOfNamed(award.files.pack.bodies, settledBy, screen.language);
      return [
        ...block(screen, 4, say(screen, question), { first: `  ${paint.magenta("◆")} ` }),
        ...block(screen, 4, `${name} · ${zh ? `由${body}解释` : `to be settled by the ${body}`}`, { style: paint.dim }),
        ...block(screen, 4, `${cite(sheet, provision)} ${quoted(quote)}`, { style: paint.cyan }),
        ...readings.flatMap((reading) => {
          const chosen = reading.name === usual;
          const mark = chosen ? "●" : "○";
          const note = chosen ? (zh ? "（默认）" : " (default)") : "";
          return [
            ...block(screen, 8, `${say(screen, reading.label)}${note} ${paint.dim(`· ${reading.name}`)}`, {
              first: `      ${mark} `,
            }),
            ...block(screen, 8, say(screen, reading.reason), { style: paint.dim }),
          ];
        }),
      ];
    }),
  ];
}

function ledgerSection(sheet: Sheet): readonly string[] {
  const { screen, award } = sheet;
  const { paint } = screen;
  const zh = screen.language === "zh";
  const { provisions } = award.files.ledger;
  const counts = (Object.keys(LEDGER_STATUS) as LedgerRow["status"][])
    .map((status) => [
      `  ${say(screen, LEDGER_STATUS[status])}`,
      String(provisions.filter((row) => row.status === status).length),
    ])
    .filter(([, count]) => count !== "0");
  const open = provisions.filter(({ status }) => status !== "encoded");
  return [
    ...heading(screen, {
      zh: `条文台账：${provisions.length} 句，每句一行`,
      en: `Clause ledger: ${provisions.length} sentences, a row each`,
    }),
    ...columns(counts),
    ...heading(screen, { zh: "规则未编入或须由人认定的条文", en: "Provisions not encoded, or left to a person's judgement" }),
    ...open.flatMap(({ provision, status, reason, rules }) => [
      `  ${paint.cyan(cite(sheet, provision))} ${paint.yellow(say(screen, LEDGER_STATUS[status]))}${paint.dim(basis(rules, zh))}`,
      ...wrap(quoted(sheet.provisions.get(provision)?.text ?? ""), screen.width - 5)
        .slice(0, 1)
        .map((line) => `    ${line}${line.endsWith("”") || line.endsWith("」") ? "" : "…"}`),
      ...block(screen, 4, say(screen, reason), { style: paint.dim }),
    ]),
  ];
}

const PARTS_IN_WORDS = {
  selection: { zh: "选拔", en: "the selection" },
  procedure: { zh: "程序", en: "the procedure" },
  obligations: { zh: "义务", en: "the obligations" },
};

/** Rules that read what the person finds, and other parts that rest on it. */
function basis(rules: readonly string[], zh: boolean): string {
  const count = rules.filter((name) => encodingPart(name) === undefined).length;
  const counted = zh ? `${count} 条规则` : `${count} ${count === 1 ? "rule" : "rules"}`;
  const parts = new Set(rules.flatMap((name) => encodingPart(name) ?? []));
  const users = [...(count === 0 ? [] : [counted]), ...[...parts].map((part) => PARTS_IN_WORDS[part][zh ? "zh" : "en"])];
  if (users.length === 0) return "";
  return zh ? `，供${users.join("和")}使用` : `, for ${users.join(" and ")}`;
}
