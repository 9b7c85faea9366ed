import { describe, expect, it } from "vitest";
import { provisionNamed, standsIn } from "../../src/audit/provision-named.js";
import { provisionsOf } from "../../src/audit/provisions.js";
import { loadPacks } from "../../src/files/packs.js";
import type { Award } from "../../src/kernel/award.js";

const award = (await loadPacks("rules")).get("nm-chairman-2022") as Award;
const provisions = provisionsOf(award.files.law);

describe("provisionNamed()", () => {
  it.each([
    ["art_10__item_1", "art_10__item_1"],
    [" art_10__item_1__sent_1 ", "art_10__item_1__sent_1"],
    ["第十条第（一）项", "art_10__item_1"],
    ["第十条第(一)项", "art_10__item_1"],
    ["第十条第一项", "art_10__item_1"],
    ["第十条 第（一）项", "art_10__item_1"],
    ["第三条第二款", "art_3__para_2"],
    ["第二十五条", "art_25"],
    ["Art. 10(1)", "art_10__item_1"],
    ["art. 3 para. 2", "art_3__para_2"],
  ])("takes %s for %s", (cited, eId) => {
    expect(provisionNamed(provisions, cited)).toEqual({ ok: true, eId });
  });

  it("finds the widest provision by each of its labels, in both languages", () => {
    for (const { eId, label } of provisions.values()) {
      for (const cited of [label.zh, label.en]) {
        const named = provisionNamed(provisions, cited);
        expect(named.ok && standsIn(eId, named.eId), cited).toBe(true);
      }
    }
  });

  it("guesses at one that there is not", () => {
    expect(provisionNamed(provisions, "第十条第（九）项")).toMatchObject({
      ok: false,
      near: expect.stringContaining("第十条第（"),
    });
    expect(provisionNamed(provisions, "x")).toMatchObject({ ok: false, near: null });
  });
});

describe("standsIn()", () => {
  it("holds of a provision and of its parts, not of one whose number begins alike", () => {
    expect(standsIn("art_1", "art_1")).toBe(true);
    expect(standsIn("art_1__sent_2", "art_1")).toBe(true);
    expect(standsIn("art_10", "art_1")).toBe(false);
    expect(standsIn("art_1", "art_1__sent_2")).toBe(false);
  });
});
