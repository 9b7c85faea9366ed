/** What the rules of a ledger ask, in words. */
import { describe, expect, it } from "vitest";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { saysOfRule } from "../../src/ledger/says-of-rule.js";
import { PACKS } from "../audit/shipped.js";

describe.each(PACKS)("saysOfRule() of %s", async (folder) => {
  const award = await loadPackFolder(folder);
  const names = award.files.ledger.provisions.flatMap(({ rules }) => rules);

  it.each(names)("puts `%s` in words of both languages", (name) => {
    const { zh = "", en = "" } = saysOfRule(award, name) ?? {};
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
  });
});

describe("saysOfRule()", async () => {
  const award = await loadPackFolder(PACKS[0]);

  it.each([
    ["selection/stages/site", "on-site review"],
    ["selection/awards", "no more winners are proposed than an edition has awards"],
    ["selection/shortlist/ties", expect.stringMatching(/^units of equal score across the cut of the shortlist /)],
    ["eligibility/operating-years", expect.stringContaining("5")],
  ])("of `%s` says so", (name, en) => {
    expect(saysOfRule(award, name)?.en).toEqual(en);
  });

  it.each(["selection/stages/none", "selection/none", "eligibility/none", "none/x"])("of `%s` says nothing", (name) => {
    expect(saysOfRule(award, name)).toBeNull();
  });
});
