/** Secrets on the command line: by the operator's key, by one made for the run, and in no stream at all. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { spelt } from "../confidential/spellings.js";
import { AWARD, qak, type Ran, scratch } from "./qak.js";
import { startService } from "./service.js";

const KEY = { QAK_CONFIDENTIAL_KEY: "1f".repeat(32) };
const folder = scratch();
const secrets = ["配方 alpha-seven", "王秘密", "2021-03-07", 98_765_432];
const question = {
  asOf: "2024-06-01",
  facts: {
    wonAward: true,
    awardedOn: "2022-12-20",
    accidents: [{ occurredOn: "2021-03-07", domain: "safety", level: "major" }],
    breaches: [],
    fraudFound: { value: true, by: "王秘密", evidence: ["minutes", "配方 alpha-seven"] },
    grantPaidFen: 98_765_432,
  },
  confidential: ["/facts/accidents/0/occurredOn", "/facts/fraudFound/by", "/facts/fraudFound/evidence/1", "/facts/grantPaidFen"],
};

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function expectKept({ stdout, stderr }: Pick<Ran, "stdout" | "stderr">): void {
  for (const secret of secrets) expect(spelt(secret, stdout + stderr)).toEqual([]);
}

const asked = file("question.json", question);
const decide = (...args: readonly string[]) => ["decide", AWARD, "revocation", ...args];

describe("qak decide", () => {
  test.each([["--lang", "zh"], ["--lang", "en"], ["--json"]])("tells no secret with %s %s", async (...args) => {
    const ran = await qak(decide(asked, ...args), { env: KEY });
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toMatch(/hmac-sha256:[0-9a-f]{8}/);
    expectKept(ran);
  });

  test("makes a key where none is set, and says so; the digests of two runs differ", async () => {
    const [first, second, keyed] = await Promise.all([
      qak(decide(asked, "--json")),
      qak(decide(asked, "--json")),
      qak(decide(asked, "--json"), { env: KEY }),
    ]);
    expect(first.stderr).toMatch(/^QAK_CONFIDENTIAL_KEY is not set: a key is made for this run/);
    expect(new Set([first, second, keyed].map(({ stdout }) => stdout)).size).toBe(3);
    for (const ran of [first, second, keyed]) expectKept(ran);
  });

  test("says nothing of keys where nothing is confidential", async () => {
    const { confidential: _, ...open } = question;
    expect((await qak(decide(file("open.json", open), "--json"))).stderr).toBe("");
  });

  test("refuses a key that is none, in both languages, and does not repeat it", async () => {
    const key = { QAK_CONFIDENTIAL_KEY: "hunter2hunter2" };
    const [zh, en] = await Promise.all(["zh", "en"].map((lang) => qak(decide(asked, "--lang", lang), { env: key })));
    expect(zh).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("QAK_CONFIDENTIAL_KEY：不是可用的密钥") });
    expect(en).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("QAK_CONFIDENTIAL_KEY: no key: write at least 32"),
    });
    expect(`${zh?.stderr}${en?.stderr}`).not.toContain("hunter2");
  });

  test.each<[string, unknown, readonly string[]]>([
    [
      "wrong.json",
      {
        ...question,
        facts: { ...question.facts, wonAward: "王秘密", grantPaidFen: -98_765_432 },
        confidential: ["/facts/wonAward", "/facts/grantPaidFen", ...question.confidential],
      },
      [],
    ],
    ["list.json", [question], []],
    ["broken.yaml", `asOf: 2024-06-01\nconfidential: [/facts/x]\nfacts:\n  fraudFound: {by: 王秘密\n  x: 配方 alpha-seven`, []],
    ["tag.yaml", `confidential: [/facts/x]\nfacts: { x: !王秘密 "配方 alpha-seven" }`, []],
    ["rounded.json", `{"confidential":["/facts/grantPaidFen"],"facts":{"grantPaidFen":98765432.1234567890123456789}}`, []],
    [
      "by-facts.json",
      { asOf: "2024-06-01", confidential: ["/facts/x"] },
      ["--facts", file("facts.json", ["王秘密", 98_765_432])],
    ],
  ])("of %s tells what is wrong, and no secret", async (name, content, more) => {
    for (const lang of ["zh", "en"]) {
      const ran = await qak(decide(file(name, content), ...more, "--lang", lang), { env: KEY });
      expect(ran).toMatchObject({ code: 2, stdout: "" });
      expect(ran.stderr).not.toBe("");
      expectKept(ran);
    }
  });
});

test("qak batch tells none, in its answers and in its summary", async () => {
  const wrong = { ...question, facts: { ...question.facts, grantPaidFen: "98765432" } };
  const input = [question, wrong, [question]].map((line) => `${JSON.stringify(line)}\n`).join("");
  const ran = await qak(["batch", AWARD, "revocation"], { input, env: KEY });
  expect(ran.code).toBe(2);
  expect(ran.stdout.trim().split("\n")).toHaveLength(3);
  expectKept(ran);
});

test("qak serve tells none, and of a key it made once", async () => {
  const service = await startService();
  const path = `${service.address}/v1/awards/${AWARD}/decisions/revocation`;
  const ask = async () =>
    (
      await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(question) })
    ).text();
  const [first, second] = [await ask(), await ask()];
  const { stdout, stderr } = await service.stop("SIGTERM");
  expect(second).toBe(first);
  expect(first).toContain("hmac-sha256:");
  expect(stderr.match(/QAK_CONFIDENTIAL_KEY/g)).toHaveLength(1);
  expectKept({ stdout: stdout + first, stderr });
});
