import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { concealWith } from "../../src/kernel/confidential/conceal.js";
import { AWARD, qak, scratch } from "./qak.js";

const folder = scratch();
const isLong = process.env["QAK_PROFILE"] === "long";
const CASE = `rules/${AWARD}/examples/case.json`;
const FLAWED = `rules/${AWARD}/editions/2023-flawed.events.ndjson`;
const FORMATS = ["xes", "ndjson", "json"] as const;

interface Log {
  readonly edition: object;
  readonly applicants: readonly object[];
  readonly events: readonly Record<string, unknown>[];
}

const log = JSON.parse(readFileSync(CASE, "utf8")) as Log;

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  const isBytes = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(path, isBytes ? content : JSON.stringify(content));
  return path;
}

const breaches = (stdout: string) =>
  (JSON.parse(stdout) as { readonly breaches: readonly { readonly rule: string; readonly events: unknown }[] }).breaches;

describe("what is exported", () => {
  it.each(FORMATS)("as %s reads back as the same log, with the same breaches", async (format) => {
    const out = join(folder, `flawed.${format}`);
    const { code, stdout, stderr } = await qak(["export", FLAWED, "--format", format, "--out", out]);
    // It says by which reading it is to be judged, for which XES has no place.
    const isXes = format === "xes";
    expect([code, stdout, stderr]).toEqual([0, "", isXes ? "! XES holds the log alone: interpretations left out\n" : ""]);
    const [own, back] = await Promise.all([
      qak(["audit", FLAWED, "--format", "json"]),
      qak(["audit", out, "--format", "json", ...(isXes ? ["--reading", "editionInterval=day-to-day"] : [])]),
    ]);
    expect([own.code, back.code]).toEqual([1, 1]);
    expect(breaches(back.stdout)).toEqual(breaches(own.stdout));
    expect(breaches(back.stdout)).toHaveLength(40);
  });

  it("is XES where nothing else is asked for, of a file and of a pipe", async () => {
    const [named, piped] = await Promise.all([qak(["export", CASE]), qak(["export"], { input: JSON.stringify(log) })]);
    expect(named.stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<log /);
    expect(piped).toEqual(named);
  });

  it.each([
    ["en", "! XES holds the log alone: asOf left out\n"],
    ["zh", "! XES 只有记录本身，未写入 asOf\n"],
  ])("says what XES has no place for: %s", async (lang, says) => {
    const { code, stderr } = await qak(["export", file("dated.json", { ...log, asOf: "2023-10-01" }), "--lang", lang]);
    expect([code, stderr]).toEqual([0, says]);
  });
});

describe("what is declared confidential", () => {
  const SECRETS = ["planted-league", "planted-person", "supporting-documents", "planted-to"];
  const [submission = {}] = log.events.filter(({ activity }) => activity === "submission");
  const secret = {
    edition: {},
    applicants: [{ name: "虚构乳业", league: "planted-league", confidential: ["/league"] }],
    events: [
      {
        ...submission,
        person: "planted-person",
        evidence: ["application-form", "supporting-documents"],
        data: { to: "planted-to" },
        confidential: ["/person", "/evidence/1", "/data/to"],
      },
      { ...submission, evidence: ["application-form"], data: { to: "planted-to" }, confidential: ["/data"] },
      { ...submission, evidence: ["supporting-documents"], confidential: ["/evidence"] },
    ],
  };
  const path = file("secret.json", secret);
  const key = "5a".repeat(32);

  it.each(FORMATS)("leaves as digests by the operator's key: %s", async (format) => {
    const { code, stdout, stderr } = await qak(["export", path, "--format", format], { env: { QAK_CONFIDENTIAL_KEY: key } });
    expect([code, stderr]).toEqual([0, ""]);
    for (const planted of SECRETS) expect(stdout).not.toContain(planted);
    const conceal = concealWith(Buffer.from(key, "hex"));
    expect(stdout).toContain(conceal("applicants.league", "planted-league"));
    expect(stdout).toContain(conceal("events.data.to", "planted-to"));
    expect(stdout.match(/hmac-sha256:[0-9a-f]{64}/g)).toHaveLength(6);
  });

  it("without a key of the operator's leaves by one made for the run, which is said", async () => {
    const [one, other] = await Promise.all([qak(["export", path]), qak(["export", path])]);
    expect(one.stderr).toContain("QAK_CONFIDENTIAL_KEY is not set: a key is made for this run");
    for (const planted of SECRETS) expect(one.stdout + one.stderr).not.toContain(planted);
    expect(one.stdout).not.toBe(other.stdout);
  });

  it.each(FORMATS)("stays unsaid where the log is refused: %s", async (format) => {
    const wrong = { ...secret, events: [{ ...secret.events[0], by: "nobody", data: { to: ["planted-to"] } }] };
    const { code, stdout, stderr } = await qak(["export", file("wrong.json", wrong), "--format", format]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("nobody");
    for (const planted of SECRETS) expect(stderr).not.toContain(planted);
  });

  it("stays unsaid where XES that declares something cannot be read", async () => {
    const { stdout } = await qak(["export", CASE]);
    const declaring = '<list key="qak:confidential"><values><string key="qak:item" value="/data/to"/></values></list>';
    const xes = stdout.replace("</event>", `${declaring}<int key="qak:data.to" value="planted-to"/></event>`);
    const { code, stderr } = await qak(["audit", file("secret.xes", xes)]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/secret\.xes:\d+/);
    expect(stderr).not.toContain("planted");
  });

  it("is refused with a key that is none", async () => {
    const { code, stdout, stderr } = await qak(["export", path], { env: { QAK_CONFIDENTIAL_KEY: "short" } });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("QAK_CONFIDENTIAL_KEY: no key");
  });
});

describe("a log in XES", () => {
  it.each(
    isLong ? ["audit", "calendar", "next"] : ["audit"],
  )("is read by %s, packed or not, by its name or by how it begins", async (command) => {
    const { stdout: xes } = await qak(["export", CASE]);
    const packed = gzipSync(xes);
    const answers = await Promise.all([
      qak([command, CASE, "--format", "json"]),
      qak([command, file(`${command}.xes`, xes), "--format", "json"]),
      qak([command, file(`${command}.xes.gz`, packed), "--format", "json"]),
      qak([command, "--format", "json"], { input: packed }),
      qak([command, "-", "--format", "json"], { input: `\uFEFF${xes}` }),
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("has its errors on their lines, and attributes that are not understood unless they are to be ignored", async () => {
    const { stdout } = await qak(["export", CASE]);
    const cost = stdout.replace("</event>", '<float key="cost:total" value="3"/></event>');
    const path = file("cost.xes", cost);
    const line = cost.slice(0, cost.indexOf("cost:total")).split("\n").length;
    const [told, ignored] = await Promise.all([
      qak(["audit", path]),
      qak(["audit", path, "--ignore", "a", "--ignore", "cost:total"]),
    ]);
    expect([told.code, told.stdout]).toEqual([2, ""]);
    expect(told.stderr).toContain(`${path}:${line} `);
    expect(told.stderr).toContain("cost:total");
    expect(ignored.code).toBe(1);
    const nobody = file("nobody.xes", stdout.replace('key="org:group" value="applicant"', 'key="org:group" value="applicants"'));
    expect((await qak(["next", nobody, "--lang", "zh"])).stderr).toMatch(/nobody\.xes:\d+ .*是否为 `applicant`/);
  });
});

describe("bad input exits with 2 and writes nothing", () => {
  const out = join(folder, "never");
  const submission = log.events.find(({ activity }) => activity === "submission") as object;
  it.each([
    [["nowhere.xes"], /nowhere\.xes: no such file/],
    [[CASE, "--format", "csv"], /write one of xes, ndjson, json/],
    [[file("bad.xes", "<log><trace></log>")], /bad\.xes:1: /],
    [[file("bad.xes.gz", gzipSync("<log/>").subarray(0, 15))], /bad\.xes\.gz: no whole gzip file/],
    [[file("bomb.xes.gz", gzipSync(Buffer.alloc(257 * 1024 * 1024)))], /bomb\.xes\.gz: .*268,?435,?456|bomb\.xes\.gz: .*256/],
    [
      [file("nul.json", { ...log, events: [{ ...submission, data: { to: "a\u0000" } }] })],
      /nul\.json:1 events\[0\]\.data\.to: .*U\+0000/,
    ],
  ] as const)("%j", async (args, says) => {
    const { code, stdout, stderr } = await qak(["export", ...args, "--out", out]);
    expect([code, stdout, existsSync(out)]).toEqual([2, "", false]);
    expect(stderr).toMatch(says);
  });
});
