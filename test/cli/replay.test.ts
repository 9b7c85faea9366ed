import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { AWARD, EXAMPLE, MAIN, noTerminal, qak, qakOnTerminal, run, scratch } from "./qak.js";
import { startService } from "./service.js";

const folder = scratch();
const EDITION = `rules/${AWARD}/editions/2023.ndjson`;

async function keptEdition(name: string): Promise<string> {
  const file = join(folder, name);
  const { code } = await qak(["batch", AWARD, "eligibility", EDITION, "--out", join(folder, "answers.ndjson"), "--keep", file]);
  expect(code).toBe(0);
  return file;
}

const edition = await keptEdition("edition.ndjson");
const lines = readFileSync(edition, "utf8").trimEnd().split("\n");

/** The edition with some lines, from 1, put otherwise. */
function withLines(name: string, changes: Readonly<Record<number, (line: string) => string>>): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.map((line, at) => changes[at + 1]?.(line) ?? line).join("\n")}\n`);
  return file;
}

/** What is read three times over, with three seconds and one in between, whatever the machine. */
const fedSlowly = (file: string) =>
  `{ cat ${file}; sleep 3; cat ${file}; sleep 1; cat ${file}; } | '${process.execPath}' '${MAIN}' replay`;
const otherwise = (line: string) => line.replace(/("outcome":)"[a-z]+"/, '$1"changed"');

describe("--keep", () => {
  it("of decide appends the decision that is printed", async () => {
    const file = join(folder, "decide.ndjson");
    const first = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--json", "--keep", file]);
    const second = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--engine", "reference", "--json", "--keep", file]);
    expect([first.code, second.code]).toEqual([0, 0]);
    const kept = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { answer: unknown });
    expect(kept.map(({ answer }) => answer)).toEqual([JSON.parse(first.stdout), JSON.parse(second.stdout)]);
    expect(await qak(["replay", file])).toEqual({ code: 0, stdout: "✓ 2 kept decisions, all the same\n", stderr: "" });
  });

  it("of batch changes no answer, and keeps no line that is refused", async () => {
    const file = join(folder, "some.ndjson");
    const input = `${readFileSync(EDITION, "utf8").split("\n")[0]}\n{oops\n`;
    const keeping = await qak(["batch", AWARD, "eligibility", "--keep", file], { input });
    expect(keeping).toEqual(await qak(["batch", AWARD, "eligibility"], { input }));
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(1);
  });

  it("of serve keeps until it stops", async () => {
    const file = join(folder, "serve.ndjson");
    const service = await startService({ args: ["--keep", file] });
    const address = `${service.address}/v1/awards/${AWARD}/decisions/eligibility`;
    const headers = { "content-type": "application/json" };
    const asked = Array.from({ length: 20 }, () => fetch(address, { method: "POST", headers, body: readFileSync(EXAMPLE) }));
    for (const response of await Promise.all(asked)) expect(response.status).toBe(200);
    expect(await service.stop("SIGTERM")).toMatchObject({ code: 0, stderr: "" });
    expect(await qak(["replay", file])).toMatchObject({ code: 0, stdout: "✓ 20 kept decisions, all the same\n" });
  });

  it("never writes into a file that the command reads or writes besides", async () => {
    const input = join(folder, "input.ndjson");
    cpSync(EDITION, input);
    for (const args of [
      ["--keep", input],
      ["--keep", join(folder, "o"), "--out", `${folder}/./o`],
    ]) {
      const { code, stderr } = await qak(["batch", AWARD, "eligibility", input, ...args]);
      expect([code, stderr]).toEqual([2, expect.stringContaining("another")]);
    }
    expect(readFileSync(input)).toEqual(readFileSync(EDITION));
  });

  it("says so where there is no folder for it", async () => {
    const { code, stdout, stderr } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--keep", join(folder, "no/where")]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("no such folder: make it first");
  });

  it("that fails loses no answer: it is told, and the exit code is 2", async () => {
    const { code, stdout, stderr } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--json", "--keep", "/dev/full"]);
    expect([code, JSON.parse(stdout)]).toEqual([2, expect.objectContaining({ outcome: "eligible" })]);
    expect(stderr).toBe("✗ /dev/full: no space left: free some\n1 decision is not kept in /dev/full\n");
  });
});

describe("qak replay", () => {
  it("says that all is the same, from a file and from standard input, in both languages", async () => {
    const same = { code: 0, stdout: "✓ 71 kept decisions, all the same\n", stderr: "" };
    expect(await qak(["replay", edition])).toEqual(same);
    expect(await qak(["replay", "-"], { input: readFileSync(edition) })).toEqual(same);
    expect((await qak(["replay", edition, "--lang", "zh"])).stdout).toBe("✓ 留存的判定 71 项，全部相同\n");
  });

  it("tells what differs with its line, its place and both sides, and exits with 1", async () => {
    const file = withLines("changed.ndjson", { 5: otherwise });
    const { code, stdout } = await qak(["replay", file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/changed\.ndjson:5 eligibility/);
    expect(stdout).toMatch(/\/answer\/outcome: kept `"changed"`, now `"[a-z]+"`/);
    expect(stdout).toMatch(/\n✗ 71 kept decisions: 1 answered otherwise, 1 of them with another outcome\n$/);
  });

  it("goes on past damaged lines, tells each, and exits with 2", async () => {
    const file = withLines("damaged.ndjson", { 2: (line) => line.slice(0, 90), 3: () => "", 4: () => "{}", 6: otherwise });
    const { code, stdout } = await qak(["replay", file]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/damaged\.ndjson:2\n.*no kept decision.*\n.*not JSON at column/);
    expect(stdout).toMatch(/damaged\.ndjson:4\n.*no kept decision.*\n.*`question` is missing/);
    expect(stdout).toMatch(/damaged\.ndjson:6 eligibility/);
    expect(stdout).toMatch(/\n✗ 70 kept decisions: 1 answered otherwise, 1 of them with another outcome, 2 that are none\n$/);
  });

  it("as JSON gives one document, of the lines that are not the same and of numbers", async () => {
    const file = withLines("json.ndjson", { 5: otherwise, 7: (line) => line.replace(/"version":"[^"]*"/g, '"version":"0.0.1"') });
    const { code, stdout } = await qak(["replay", file, "--format", "json"]);
    expect(code).toBe(1);
    const { told, ...counts } = JSON.parse(stdout) as { told: readonly object[] };
    expect(counts).toEqual({ lines: 71, same: 69, otherGrounds: 1, different: 1, otherOutcome: 1, undecidable: 0, bad: 0 });
    expect(told).toMatchObject([
      { line: 5, decision: "eligibility", same: false, differences: [{ pointer: "/answer/outcome", kept: "changed" }] },
      { line: 7, same: true, grounds: [{ code: "other-kernel", kept: "0.0.1" }] },
    ]);
    expect(JSON.parse((await qak(["replay", edition, "--format", "json"])).stdout)).toMatchObject({ told: [], same: 71 });
  });

  it("shows by a pack with one parameter changed which decisions differ", async () => {
    const rules = join(folder, "rules");
    cpSync(`rules/${AWARD}`, join(rules, AWARD), { recursive: true });
    const file = join(rules, AWARD, "parameters.json");
    const { parameters } = JSON.parse(readFileSync(file, "utf8")) as { parameters: { name: string; value: unknown }[] };
    for (const one of parameters) if (one.name === "minOperatingYears") one.value = 30;
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), parameters }));
    const { code, stdout } = await qak(["replay", edition, "--rules", rules, "--format", "json"]);
    expect(code).toBe(1);
    const { told } = JSON.parse(stdout) as { told: { grounds: { code: string }[]; differences?: { pointer: string }[] }[] };
    expect(told).toHaveLength(71);
    expect(new Set(told.flatMap(({ grounds }) => grounds.map(({ code }) => code)))).toEqual(new Set(["other-digest"]));
    const outcomes = told.filter(({ differences }) => differences?.some(({ pointer }) => pointer === "/answer/outcome"));
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.length).toBeLessThan(71);
    const all = JSON.parse(stdout) as { told: { line: number; otherOutcome: unknown }[]; otherOutcome: number };
    const others = all.told.filter(({ otherOutcome }) => otherOutcome !== null);
    expect([all.otherOutcome, others]).toEqual([outcomes.length, outcomes]);
    const [one] = others;
    expect(one?.otherOutcome).toMatchObject({ now: "ineligible" });
    const text = (await qak(["replay", edition, "--rules", rules, "--lang", "en"])).stdout;
    expect(text).toMatch(
      new RegExp(`\\n✗ 71 kept decisions: \\d+ answered otherwise, ${outcomes.length} of them with another outcome`),
    );
    const section = text.slice(text.indexOf("\n\nanother outcome\n"));
    expect(section).toContain(`\n  ${edition}:${one?.line} eligibility `);
    expect(section.split(" → ineligible\n")).toHaveLength(outcomes.length + 1);
    expect(text.split(" · another outcome\n")).toHaveLength(outcomes.length + 1);
    const zh = (await qak(["replay", edition, "--rules", rules, "--lang", "zh"])).stdout;
    expect(zh).toMatch(new RegExp(`\\n✗ 留存的判定 71 项：判定不同 \\d+，其中结论不同 ${outcomes.length}`));
  });

  it("says of a pack that is not at hand that it is missing", async () => {
    const { code, stdout } = await qak(["replay", edition, "--rules", "test/packs"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/\/award: no pack `nm-chairman-2022`, not decided again: give it with --rules/);
    expect(stdout).toMatch(/\n✗ 71 kept decisions: 71 that cannot be decided again\n$/);
  });

  it("says once of a folder without packs that it holds none", async () => {
    const empty = join(folder, "no-packs");
    mkdirSync(empty);
    const { code, stdout, stderr } = await qak(["replay", edition, "--rules", empty]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.replace(/\n {2}/g, " ")).toBe(
      `✗ ${empty}: holds no pack: name a folder in which each pack has a folder of its own, with a pack.json\n`,
    );
  });

  it("says of what is confidential that it cannot be decided again", async () => {
    const file = join(folder, "secret.ndjson");
    const body = { asOf: "2024-06-01", facts: { operatingSince: "2003-04-05" }, confidential: ["/facts/operatingSince"] };
    await qak(["decide", AWARD, "eligibility", "--keep", file], { input: JSON.stringify(body) });
    expect(readFileSync(file, "utf8")).not.toContain("2003-04-05");
    const { code, stdout } = await qak(["replay", file]);
    expect([code, stdout]).toEqual([1, expect.stringContaining("confidential and only its digest is kept")]);
  });

  it("has nothing to say of a file that keeps none", async () => {
    const empty = await qak(["replay"], { input: "\n" });
    expect(empty).toMatchObject({ code: 2, stdout: "✗ no kept decision: check the input\n" });
  });

  it.each([
    ["a gzip file", gzipSync(lines.join("\n\n")), "a gzip file: unpack it first"],
    [
      "an old Excel file",
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 10, 10),
      "an old Excel file (.xls): give text",
    ],
    [
      "a workbook",
      Buffer.from("PK\u0003\u0004\n\n\u0000\n"),
      "a workbook or a ZIP archive: give text with an object of JSON on each line",
    ],
  ])("refuses %s once, and so does a population", async (_, bytes, says) => {
    const file = join(folder, "binary.ndjson");
    writeFileSync(file, bytes);
    const diff = ["diff", AWARD, AWARD, "--no-witnesses", "--decision", "eligibility", "--population", file];
    for (const args of [["replay", file], diff]) {
      const { code, stdout, stderr } = await qak(args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr.split("\n")).toEqual([expect.stringContaining(`${file}: not NDJSON but ${says}`), ""]);
    }
  });

  it("refuses a file that is not there", async () => {
    const { code, stdout, stderr } = await qak(["replay", join(folder, "none"), "--format", "json"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(JSON.parse(stderr)).toMatchObject({ errors: [{ code: "file-enoent" }] });
  });

  it("holds no more of a long file than of a short one", async () => {
    const peakOf = async (times: number) => {
      const input = join(folder, "many.ndjson");
      const peak = join(folder, "peak");
      writeFileSync(input, `${lines.join("\n")}\n`.repeat(times));
      const node = ["--max-old-space-size=128", "--import", resolve("test/cli/print-peak-memory.mjs"), MAIN];
      const { code } = await run(process.execPath, [...node, "replay", input], { env: { PEAK_MEMORY_FILE: peak } });
      expect(code).toBe(0);
      return Number(readFileSync(peak, "utf8")) / 1024;
    };
    const few = await peakOf(2);
    expect((await peakOf(60)) - few).toBeLessThan(96);
  });

  it.skipIf(noTerminal() !== null)(
    "draws a bar on a terminal once it takes more than two seconds, and takes it away",
    async () => {
      const quick = await qakOnTerminal(["replay", edition]);
      expect(quick.stdout).not.toContain("━");
      const slow = await run("script", ["-qec", fedSlowly(edition), "/dev/null"]);
      expect([slow.code, slow.stdout]).toEqual([0, expect.stringMatching(/213 lines · \d+\/s/)]);
      // While nothing more comes it is drawn already.
      expect(slow.stdout).toMatch(/71 lines · \d+\/s/);
      expect(slow.stdout).toMatch(/✓.* 213 kept decisions, all the same/);
    },
  );
});
