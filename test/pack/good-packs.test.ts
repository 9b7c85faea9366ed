import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadPackFolder, readPackFolder } from "../../src/files/read-pack.js";
import { decide, loadAward } from "../../src/index.js";
import { digestOf } from "../../src/pack/digest.js";
import { provisionText, sentencesOf, textOfLaw } from "../../src/pack/law-text.js";
import { BASES } from "./changed-pack.js";

describe.each(Object.values(BASES))("%s", (folder) => {
  it("loads from its folder and from its parts alike", async () => {
    const parts = await readPackFolder(folder);
    const [award, again] = [await loadPackFolder(folder), loadAward(parts)];
    expect(award.files).toEqual(parts);
    expect(again.files).toEqual(parts);
    expect(award.digest).toBe(again.digest);
  });

  it("has the digest of the parts as given, whatever the order of their keys", async () => {
    const parts = await readPackFolder(folder);
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reversed(member)]),
      );
    };
    expect(loadAward(reversed(parts)).digest).toBe(digestOf(parts));
  });

  it("is not changed by whoever gave or got it", async () => {
    const parts = JSON.parse(JSON.stringify(await readPackFolder(folder))) as { pack: { title: { zh: string } } };
    const award = loadAward(parts);
    const before = JSON.stringify(award.files);
    parts.pack.title.zh = "别的奖";
    expect(JSON.stringify(award.files)).toBe(before);
    expect(() => ((award.files.pack.title as { zh: string }).zh = "别的奖")).toThrow(TypeError);
    expect(() => (award.files.facts.facts as unknown[]).push({})).toThrow(TypeError);
    expect(() => ((award.files.rules as Record<string, unknown>)["more"] = [])).toThrow(TypeError);
  });

  it("answers every decision of it, with no fact known", async () => {
    const award = await loadPackFolder(folder);
    for (const { name } of award.files.pack.decisions) {
      expect(decide(award, { decision: name, asOf: "2040-01-01", facts: {} }).ok).toBe(true);
    }
  });
});

describe("the 2022 measures", () => {
  const folder = BASES["nm-chairman-2022"];

  it("stand in law.json letter by letter", async () => {
    const { files } = await loadPackFolder(folder);
    expect(textOfLaw(files.law)).toBe(readFileSync(`${folder}/law.txt`, "utf8"));
  });

  it("count earlier awards from the day they came into force, the one date that is written into a derivation", async () => {
    const { files } = await loadPackFolder(folder);
    const dates = new Set(JSON.stringify([files.facts.derived, files.rules]).match(/\d{4}-\d{2}-\d{2}/g));
    expect([...dates]).toEqual([files.pack.inForce.from]);
  });

  it("give the text of an article with its items, of an item and of a sentence", async () => {
    const { law } = (await loadPackFolder(folder)).files;
    expect(
      provisionText(law, "art_10")
        ?.split("\n")
        .map((line) => line.slice(0, 8)),
    ).toEqual([
      "申报主席质量奖的",
      "（一）依法在自治",
      "（二）质量管理体",
      "（三）坚持“质量",
      "（四）在质量发展",
      "（五）近3年无质",
    ]);
    expect(provisionText(law, "art_3")).toBe(`${provisionText(law, "art_3__para_1")}\n${provisionText(law, "art_3__para_2")}`);
    expect(provisionText(law, "art_14__item_1")).toMatch(/^材料评审。组建/);
    expect(provisionText(law, "art_18__sent_2")).toBe("再次获得同一奖项的单位，不再给予质量工作资助资金。");
    expect(provisionText(law, "art_30")).toBeUndefined();
    expect(sentencesOf(law).length).toBe((await loadPackFolder(folder)).files.ledger.provisions.length);
  });
});
