/** What each requirement came to, and what of the audit was left out. */
import { coveredShare } from "../../../audit/coverage/coverage.js";
import type { MutationScore } from "../../../audit/mutation/mutation-score.js";
import { visible } from "../../../files/visible.js";
import type { Text } from "../../../kernel/text.js";
import type { Omission } from "../../../ledger/omission.js";
import type { Requirement, Requirements } from "../../../ledger/requirements.js";
import type { RuleAudit } from "../../../ledger/rule-audit.js";
import { percentOf } from "../../percent.js";
import { count } from "../../tally.js";
import { REQUIREMENT_WORDS } from "./words.js";

/** At the head of what is not the whole audit, before what was left out. */
export const NOT_WHOLE: Text = {
  zh: "这不是完整的审核，不能据以签字",
  en: "This is not the whole audit, and not one to sign",
};

/** What was left out, requirement by requirement; none of the whole audit. */
export function omissionsIn(requirements: readonly Requirement[]): readonly Text[] {
  return requirements.flatMap(({ name, omitted }) => {
    if (omitted === null) return [];
    const [what, how] = [REQUIREMENT_WORDS[name], omissionWords(omitted)];
    return [{ zh: `${what.zh}：${how.zh}`, en: `${what.en}: ${how.en}` }];
  });
}

/** The figure, and right beside it what it is not of. */
export function figureOf(audit: RuleAudit, required: Requirements, { name, omitted }: Requirement): Text {
  const parts = [figure(audit, required, name), omitted === null ? null : omissionWords(omitted), counts(audit, name)];
  const told = parts.filter((part) => part !== null);
  return { zh: told.map(({ zh }) => zh).join("；"), en: told.map(({ en }) => en).join("; ") };
}

function figure(audit: RuleAudit, required: Requirements, name: Requirement["name"]): Text | null {
  const { cases, coverage, mutation, proofs, translation } = audit;
  switch (name) {
    case "cases":
      return ofAll(cases.filter(({ passed }) => passed).length, cases.length);
    case "coverage":
      return alike(`${percentOf(coveredShare(coverage))} (≥ ${percentOf(required.coverage)})`);
    case "mutation":
      return mutation === null ? null : alike(`${percentOf(mutation.share)} (≥ ${percentOf(required.mutation)})`);
    case "proofs":
      return proofs === null ? null : ofAll(proofs.filter(({ status }) => status === "proved").length, proofs.length);
    case "translation":
      return translation === null ? null : ofAll(translation.agreed, translation.questions);
  }
}

function counts({ mutation }: RuleAudit, name: Requirement["name"]): Text | null {
  return name !== "mutation" || mutation === null ? null : mutantsCounted(mutation.counts);
}

function mutantsCounted({ killed, survived, equivalent, outside, stillborn }: MutationScore["counts"]): Text {
  return {
    zh: `检出 ${count(killed)}，未检出 ${count(survived)}，等价 ${count(equivalent)}，案例看不到 ${count(outside)}，不成规则包 ${count(stillborn)}`,
    en: `${count(killed)} killed, ${count(survived)} survived, ${count(equivalent)} equivalent, ${count(outside)} that no case can see, ${count(stillborn)} that are no pack`,
  };
}

function omissionWords(omission: Omission): Text {
  switch (omission.code) {
    case "not-asked-for":
      return { zh: "未审核", en: "not asked for" };
    case "other-cases":
      return { zh: "不是规则包自带的全部案例，而是另行指定的", en: "those named, not all of the pack's own" };
    case "sample": {
      const { tried, of, every } = omission;
      return {
        zh: `抽取 ${count(of)} 个中的 ${count(tried)} 个，每 ${count(every)} 个取 1 个`,
        en: `${count(tried)} of ${count(of)} tried, every ${ordinal(every)}`,
      };
    }
    case "some-properties": {
      const named = omission.named.map(visible);
      return { zh: `只限指定的性质：${named.join("、")}`, en: `of the properties named: ${named.join(", ")}` };
    }
  }
}

function ofAll(part: number, all: number): Text {
  return alike(`${count(part)} / ${count(all)}`);
}

function alike(figure: string): Text {
  return { zh: figure, en: figure };
}

const SUFFIXES: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };
const ORDINALS = new Intl.PluralRules("en", { type: "ordinal" });

function ordinal(number: number): string {
  return `${count(number)}${SUFFIXES[ORDINALS.select(number)] ?? "th"}`;
}
