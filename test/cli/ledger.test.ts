/** What an audit is told as: a page to sign, lines, JSON. */
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { runCase } from "../../src/audit/cases.js";
import { coverageOf } from "../../src/audit/coverage/coverage-of.js";
import { judge } from "../../src/audit/mutation/judge.js";
import { keyOf, replaced } from "../../src/audit/mutation/mutant.js";
import { scoreOf } from "../../src/audit/mutation/mutation-score.js";
import { mutationScoreOf } from "../../src/audit/mutation/mutation-score-of.js";
import { auditRulesPage } from "../../src/cli/page/audit-rules.js";
import { ledgerJson } from "../../src/cli/report/ledger/json.js";
import { ledgerPage } from "../../src/cli/report/ledger/page.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { RuleAudit } from "../../src/ledger/rule-audit.js";
import { placeIn } from "../../src/pack/place.js";
import type { ProofResult } from "../../src/proof/result.js";

const award = await loadPackFolder("test/packs/minimal");
const REQUIRED = { coverage: 0, mutation: 0 };
const WHOLE: RuleAudit = {
  award,
  cases: [],
  ownCases: true,
  coverage: coverageOf(award, []),
  mutation: mutationScoreOf(award, []),
  proofs: [],
  properties: null,
  translation: { questions: 0, agreed: 0, differences: [] },
};

const PROVED: ProofResult = {
  property: "no-dead-rule",
  kind: "no-dead-rule",
  decision: "eligibility",
  provision: null,
  status: "proved",
  says: { zh: "每条规则都可能满足", en: "every rule can be satisfied" },
};

function htmlOf(audit: RuleAudit): string {
  return ledgerPage(audit, REQUIRED, "en").replace(/<style>.*<\/style>/s, "");
}

function linesOf(audit: RuleAudit, language: "zh" | "en"): string {
  return auditRulesPage({ width: 100, language, paint: picocolors.createColors(false) }, audit, REQUIRED, new Map()).join("\n");
}

describe("the whole audit", () => {
  it("is one to sign", () => {
    expect(htmlOf(WHOLE)).toContain('<div class="signature">');
    expect(htmlOf(WHOLE)).not.toContain("not-whole");
    expect(linesOf(WHOLE, "en")).not.toContain("not the whole audit");
    expect(htmlOf(WHOLE)).toContain("<td>0 / 0</td>");
    const { whole, requirements } = ledgerJson(WHOLE, REQUIRED);
    expect(whole).toBe(true);
    expect(requirements.map(({ omitted }) => omitted)).toEqual([null, null, null, null, null]);
  });
});

describe("the page", () => {
  it("lists what is no pack apart, with what is wrong, and counts it", () => {
    const place = placeIn("eligibility.json", 2, "conditions", "all", 0, "operator");
    const unfit = judge(
      replaced(award.files, "comparison-contrary", { place, provision: "art_3__item_1__sent_1" }, "before"),
      award,
      [],
    );
    const mutation = scoreOf({ award: award.id, of: 1, every: 1, mutants: [unfit], stale: [], failing: [] });
    const page = htmlOf({ ...WHOLE, mutation });
    expect(page).toContain("0 that no case can see, 1 that are no pack<");
    const group = page.slice(page.indexOf("Changes that are no pack (1)"), page.indexOf("Changes that are no pack (1)") + 900);
    for (const told of ["comparison-contrary eligibility.json#/2/conditions/all/0/operator", "<code>operator-unfit</code>"]) {
      expect(group).toContain(told);
    }
    expect(group).toContain(`data-in="en">${unfit.reason?.en}`);
    expect(page.slice(page.indexOf('id="art_3__item_1__sent_1"'))).toContain("1 that are no pack<");
  });
});

describe("the page, of what is wrong,", () => {
  const reason = { zh: "相同", en: "the same" };
  const section = (page: string, from: string) => page.slice(page.indexOf(from), page.indexOf("<h2", page.indexOf(from) + 40));

  it("names the lines of the list of equivalents that do not hold", () => {
    const equivalents = [{ mutant: "rule-dropped none.json#/0", reason }];
    const audit = { ...WHOLE, mutation: mutationScoreOf(award, [], { equivalents }) };
    const stale = section(htmlOf(audit), "Listed as equivalent, and not so (1)");
    for (const told of ["rule-dropped none.json#/0", "没有这样的变异", "there is no such change"]) expect(stale).toContain(told);
    expect(htmlOf(WHOLE)).not.toContain("Listed as equivalent");
  });

  it("names the cases that fail", async () => {
    const one = {
      case: "<a unit> of no age",
      decision: "withdrawal",
      asOf: "2031-06-01",
      facts: {},
      expect: { outcome: "keep" },
    };
    const audit = { ...WHOLE, cases: [await runCase(award, one)] };
    expect(section(htmlOf(audit), "Cases that fail (1)")).toContain("withdrawal: &lt;a unit&gt; of no age");
    expect(htmlOf(WHOLE)).not.toContain("Cases that fail");
  });

  it("shows under the whole award what is of a provision without a row", () => {
    const [item] = WHOLE.coverage.items;
    const [survivor] = WHOLE.mutation?.survivors.flatMap(({ mutants }) => mutants) ?? [];
    if (item === undefined || survivor === undefined) throw new Error("nothing was found");
    const coverage = { ...WHOLE.coverage, items: [{ ...item, provision: "art_9" }] };
    const mutants = [{ ...survivor, provision: null }];
    const mutation = scoreOf({ award: award.id, of: 1, every: 1, mutants, stale: [], failing: [] });
    const page = htmlOf({ ...WHOLE, coverage, mutation, proofs: [{ ...PROVED, provision: "art_9" }] });
    const whole = page.slice(page.indexOf('<section id="whole-award">'), page.indexOf("</section>"));
    for (const told of ["Of the whole award", `${item.decision}: ${item.name}`, keyOf(survivor), "every rule can be satisfied"]) {
      expect(whole).toContain(told);
    }
  });

  it("counts beside a sentence the cases that first showed something there", () => {
    const one = {
      case: "no fraud",
      decision: "withdrawal",
      asOf: "2031-06-01",
      facts: { fraudFound: false },
      expect: { outcome: "keep" },
    };
    const page = htmlOf({ ...WHOLE, coverage: coverageOf(award, [one, { ...one, case: "no fraud again" }]) });
    expect(page).toContain("cases that first showed something here: 1<");
    expect(page).toContain("首次在此显示出什么的案例：1 个");
    expect(page).not.toContain("no fraud again");
  });
});

describe("a part of an audit", () => {
  const of = mutationScoreOf(award, []).mutants.length;
  const sampled = mutationScoreOf(award, [], { every: 22 });
  const tried = Math.ceil(of / 22);

  it.each<readonly [string, Partial<RuleAudit>, object, string, string]>([
    [
      "of the changes a sample",
      { mutation: sampled },
      { name: "mutation", omitted: { code: "sample", tried, of, every: 22 } },
      `${tried} of ${of} tried, every 22nd`,
      `抽取 ${of} 个中的 ${tried} 个，每 22 个取 1 个`,
    ],
    [
      "without changes",
      { mutation: null },
      { name: "mutation", met: null, omitted: { code: "not-asked-for" } },
      "mutation score: not asked for",
      "变异检出率：未审核",
    ],
    [
      "of one property",
      { proofs: [PROVED], properties: ["no-dead-rule"] },
      { name: "proofs", met: true, omitted: { code: "some-properties", named: ["no-dead-rule"] } },
      "of the properties named: no-dead-rule",
      "只限指定的性质：no-dead-rule",
    ],
    [
      "without proofs",
      { proofs: null, translation: null },
      { name: "proofs", met: null, omitted: { code: "not-asked-for" } },
      "proofs: not asked for",
      "证明：未审核",
    ],
    [
      "by other cases",
      { ownCases: false },
      { name: "cases", omitted: { code: "other-cases" } },
      "cases: those named, not all of the pack",
      "案例：不是规则包自带的全部案例，而是另行指定的",
    ],
  ])("%s says so at its head, and cannot be signed", (_, part, requirement, en, zh) => {
    const audit = { ...WHOLE, ...part };
    const page = htmlOf(audit);
    expect(page).not.toContain('<div class="signature">');
    const head = page.slice(page.indexOf('<div class="not-whole">'), page.indexOf("<table>"));
    for (const told of ["This is not the whole audit", "这不是完整的审核", en, zh]) expect(head).toContain(told);
    for (const [language, told, warning] of [
      ["en", en, "not the whole audit"],
      ["zh", zh, "不是完整的审核"],
    ] as const) {
      expect(linesOf(audit, language)).toContain(told);
      expect(linesOf(audit, language)).toContain(warning);
    }
    const { whole, requirements } = ledgerJson(audit, REQUIRED);
    expect(whole).toBe(false);
    expect(requirements).toContainEqual(expect.objectContaining(requirement));
  });

  it("says beside the figure what it is not of", () => {
    const audit = { ...WHOLE, mutation: sampled, proofs: [PROVED], properties: ["no-dead-rule"] };
    expect(htmlOf(audit)).toContain(`0 % (≥ 0 %); ${tried} of ${of} tried, every 22nd; 0 killed`);
    expect(htmlOf(audit)).toContain("1 / 1; of the properties named: no-dead-rule<");
    expect(linesOf(audit, "en")).toMatch(/✓ mutation score: 0 % \(≥ 0 %\); \d+ of \d+ tried, every 22nd; /);
    expect(linesOf(audit, "en")).toMatch(/✓ proofs: 1 \/ 1; of the properties named: no-dead-rule$/m);
    expect(linesOf(audit, "zh")).toMatch(/✓ 证明: 1 \/ 1；只限指定的性质：no-dead-rule$/m);
    const { mutation } = ledgerJson(audit, REQUIRED);
    expect(mutation).toMatchObject({ of, every: 22 });
  });
});
