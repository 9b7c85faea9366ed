import { describe, expect, it } from "vitest";
import { labelOf, provisionsOf } from "../../src/audit/provisions.js";
import { widthOf } from "../../src/cli/width.js";
import { loadPacks } from "../../src/files/packs.js";
import { AWARD, qak } from "./qak.js";

const award = (await loadPacks("rules")).get(AWARD);
if (award === undefined) throw new Error("no pack");

describe("qak explain-pack", () => {
  it.each([
    "zh",
    "en",
  ] as const)("in %s tells every decision, rule, parameter, reading and provision left to people", async (lang) => {
    const { code, stdout } = await qak(["explain-pack", AWARD, "--lang", lang]);
    expect(code).toBe(0);
    const { pack, parameters, interpretations, ledger, rules } = award.files;
    const flat = stdout.replace(/\s+/g, "");
    const told = (text: string) => expect(flat).toContain(text.replace(/\s+/g, ""));
    for (const decision of pack.decisions) {
      told(decision.question[lang]);
      for (const outcome of decision.outcomes) told(outcome.label[lang]);
    }
    for (const rule of Object.values(rules).flat()) told(`· ${rule.name}`);
    for (const parameter of parameters.parameters) told(parameter.quote);
    for (const { name, readings } of interpretations.interpretations) {
      told(name);
      for (const reading of readings) told(reading.reason[lang]);
    }
    const { criteria, selection, "review-rules": reviewRules } = award.files;
    told(
      lang === "zh"
        ? `${criteria?.standard}：7类23条，满分1000分`
        : `${criteria?.standard}: 23 items in 7 categories, 1000 points`,
    );
    for (const stage of selection?.stages ?? []) told(stage.quote);
    told(selection?.shortlist?.says[lang] as string);
    told(selection?.shortlist?.ties.says[lang] as string);
    told(selection?.awards.ties.says[lang] as string);
    told(
      `${reviewRules?.title[lang]}${lang === "zh" ? "：权重、分数线等仅作示例" : ": weights, thresholds and the like only show"}`,
    );
    const provisions = provisionsOf(award.files.law);
    for (const row of ledger.provisions.filter(({ status }) => status !== "encoded")) {
      told(labelOf(provisions, row.provision)[lang]);
      told(row.reason[lang]);
    }
    for (const line of stdout.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(110);
  });

  it("refuses an award it does not know", async () => {
    const { code, stderr } = await qak(["explain-pack", "nm-chairman-2021"]);
    expect(code).toBe(2);
    expect(stderr).toContain("did you mean `nm-chairman-2022`?");
  });
});
