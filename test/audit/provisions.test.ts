import { describe, expect, it } from "vitest";
import { labelOf, provisionsOf } from "../../src/audit/provisions.js";
import { loadPacks } from "../../src/files/packs.js";
import type { Award } from "../../src/kernel/award.js";

const { law, ledger } = ((await loadPacks("rules")).get("nm-chairman-2022") as Award).files;
const provisions = provisionsOf(law);

describe("provisionsOf()", () => {
  it.each([
    ["art_1__sent_1", "第一条", "art. 1"],
    ["art_3__para_2__sent_1", "第三条第二款", "art. 3 para. 2"],
    ["art_10__item_1__sent_1", "第十条第（一）项", "art. 10 (1)"],
    ["art_10__item_3__sent_2", "第十条第（三）项第二句", "art. 10 (3) sent. 2"],
    ["art_18__sent_2", "第十八条第二句", "art. 18 sent. 2"],
    ["art_99", "art_99", "art_99"],
  ])("%s is cited as %s, %s", (eId, zh, en) => {
    expect(labelOf(provisions, eId)).toEqual({ zh, en });
  });

  it("has the law's own words for every provision of the ledger", () => {
    for (const { provision } of ledger.provisions) expect(provisions.get(provision)?.text, provision).toBeTruthy();
    expect(provisions.get("art_18__sent_2")?.text).toBe("再次获得同一奖项的单位，不再给予质量工作资助资金。");
    expect(provisions.get("art_3")?.text).toBe(
      "主席质量奖每2年评选1次，每届质量奖的授奖总数为5个。\n若无符合条件的单位，奖项可以空缺。",
    );
  });

  it("cites no two sentences alike", () => {
    const labels = ledger.provisions.map(({ provision }) => labelOf(provisions, provision));
    for (const language of ["zh", "en"] as const)
      expect(new Set(labels.map((label) => label[language])).size).toBe(labels.length);
  });
});
