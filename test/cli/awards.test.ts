import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AWARD, qak, scratch } from "./qak.js";

const folder = scratch();

describe("qak awards", () => {
  it("lists every award with what it decides", async () => {
    const { code, stdout } = await qak(["awards"]);
    expect(code).toBe(0);
    expect(stdout).toContain(AWARD);
    expect(stdout).toContain("内政办发〔2022〕86号");
    expect(stdout).toMatch(/in force from 2022-12-12, no longer from 2025-07-03, succeeded by 内政办发〔2025〕28号/);
    for (const decision of ["eligibility", "funding", "revocation", "title-use"]) expect(stdout).toContain(decision);
  });

  it("in Chinese says nothing in English", async () => {
    const { stdout } = await qak(["awards", "--lang", "zh"]);
    expect(stdout).toContain("该单位是否符合申报主席质量奖的条件？");
    expect(stdout).not.toMatch(/Does the unit|in force/);
  });

  it("as JSON gives digest, dates and decisions", async () => {
    const { awards } = JSON.parse((await qak(["awards", "--json"])).stdout) as { awards: { id: string; digest: string }[] };
    const award = awards.find(({ id }) => id === AWARD);
    expect(award).toMatchObject({ inForce: { from: "2022-12-12", until: "2025-07-03" }, digest: /^sha256:[0-9a-f]{64}$/ });
  });
});

describe("--rules", () => {
  it("takes the packs of other folders in place of the package's own", async () => {
    const rules = packsWith(join(folder, "own"), {});
    const { awards } = JSON.parse((await qak(["awards", "--json", "--rules", rules])).stdout) as { awards: unknown[] };
    expect(awards).toHaveLength(1);
    const none = join(folder, "none");
    mkdirSync(none);
    expect((await qak(["awards", "--rules", none])).stdout).toBe("no awards\n");
    expect((await qak(["awards", "--rules", none, "--rules", rules])).stdout).toContain(AWARD);
  });

  it("refuses one award in two folders", async () => {
    const first = packsWith(join(folder, "first"), {});
    const second = packsWith(join(folder, "second"), {});
    const { code, stderr } = await qak(["awards", "--rules", first, "--rules", second]);
    expect(code).toBe(2);
    expect(stderr).toContain(`award \`${AWARD}\` stands in`);
  });

  it("tells everything wrong in a pack, each with its file and place", async () => {
    const rules = packsWith(join(folder, "wrong"), { hitPolicy: "some", otherwize: "eligible" });
    const { code, stdout, stderr } = await qak(["awards", "--rules", rules]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n").length).toBeGreaterThan(1);
    for (const line of stderr.trim().split("\n")) expect(line).toMatch(new RegExp(`^✗ \\S+${AWARD}/\\S+\\.json(:\\d+)? `));
    expect(stderr).toContain("decisions[0].otherwize");
    expect(stderr).toContain("decisions[0].hitPolicy");
  });

  it("names the files of a pack in full, a space in its folder's name or not", async () => {
    const rules = join(folder, "copied");
    cpSync(`rules/${AWARD}`, join(rules, "a copy"), { recursive: true });
    const { code, stderr } = await qak(["awards", "--rules", rules]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/copied\/a copy\/pack\.json:\d+ id: /);
  });
});

/** The package's own pack, its first decision changed. */
function packsWith(target: string, change: Readonly<Record<string, string>>): string {
  cpSync(`rules/${AWARD}`, join(target, AWARD), { recursive: true });
  const file = join(target, AWARD, "pack.json");
  const pack = JSON.parse(readFileSync(file, "utf8")) as { decisions: object[] };
  pack.decisions[0] = { ...pack.decisions[0], ...change };
  writeFileSync(file, JSON.stringify(pack));
  return target;
}
