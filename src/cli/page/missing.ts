/** Facts that are unknown and can still change the answer: what, who supplies it, and where to write it. */
import type { Decision, MissingFact } from "../../kernel/answer.js";
import type { Text } from "../../kernel/model.js";
import { block, heading, say } from "../screen.js";
import { cite, type Sheet } from "./sheet.js";

const TITLES: Readonly<Record<MissingFact["changes"], Text>> = {
  outcome: { zh: "还缺这些事实，补上才能得出结论", en: "Missing facts that can still change the outcome" },
  consequences: { zh: "还缺这些事实，后果由其决定", en: "Missing facts that can still change what follows" },
  outputs: { zh: "还缺这些事实，结果值由其决定", en: "Missing facts that the amounts rest on" },
};

export function missingSection(sheet: Sheet, decision: Decision): readonly string[] {
  const missing = decision.missing ?? [];
  return (Object.keys(TITLES) as MissingFact["changes"][]).flatMap((changes) => listed(sheet, missing, changes, TITLES[changes]));
}

const KINDS = {
  objective: { zh: "客观事实", en: "objective" },
  finding: { zh: "须由人认定", en: "a person must judge" },
} as const;

/** By who supplies them, so that each knows what to bring. */
function listed(sheet: Sheet, missing: readonly MissingFact[], changes: MissingFact["changes"], title: Text): readonly string[] {
  const facts = missing.filter((fact) => fact.changes === changes);
  if (facts.length === 0) return [];
  const { paint, language } = sheet.screen;
  const suppliers = [...new Set(facts.map(({ suppliedBy }) => suppliedBy.name))];
  return [
    ...heading(sheet.screen, title),
    ...suppliers.flatMap((supplier) => {
      const theirs = facts.filter(({ suppliedBy }) => suppliedBy.name === supplier);
      const label = theirs[0]?.suppliedBy.label[language] ?? supplier;
      const by = language === "zh" ? `由${label}提供` : `supplied by the ${label}`;
      return [...block(sheet.screen, 2, by, { style: paint.cyan }), ...theirs.flatMap((fact) => missingLines(sheet, fact))];
    }),
  ];
}

function missingLines(sheet: Sheet, fact: MissingFact): readonly string[] {
  const { screen } = sheet;
  const { paint } = screen;
  const place = `${fact.pointer} · ${fact.type} · ${say(screen, KINDS[fact.kind])} · ${cite(sheet, fact.provision)}`;
  return [
    ...block(screen, 6, say(screen, fact.question), { first: `    ${paint.yellow("?")} ` }),
    ...block(screen, 6, place, { style: paint.dim }),
  ];
}
