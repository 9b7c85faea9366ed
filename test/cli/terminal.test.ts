import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widthOf, wrap } from "../../src/cli/width.js";
import { AWARD, EXAMPLE, MAIN, noTerminal, qak, qakOnTerminal, run, scratch } from "./qak.js";

const folder = scratch();
const ESCAPE = "\u001b[";
const missing = noTerminal();

if (missing !== null) console.warn(`tests on a terminal are skipped: ${missing}`);

describe.skipIf(missing !== null)("on a terminal", () => {
  it("a decision is coloured", async () => {
    const { code, stdout } = await qakOnTerminal(["decide", AWARD, "eligibility", EXAMPLE]);
    expect(code).toBe(0);
    expect(stdout).toContain(`${ESCAPE}32m✓ eligible`);
  });

  it.each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("%j turns colour off", async (env) => {
    const { stdout } = await qakOnTerminal(["decide", AWARD, "eligibility", EXAMPLE], env as Record<string, string>);
    expect(stdout).toContain("✓ eligible");
    expect(stdout).not.toContain(ESCAPE);
  });

  it.each([
    [40, "zh"],
    [60, "en"],
    [72, "zh"],
    [100, "en"],
  ])("of %i columns help keeps to them, but for examples, which are copied", async (columns, language) => {
    const command = `stty cols ${columns}; '${process.execPath}' '${MAIN}' score --help --lang ${language}`;
    const lines = (await run("script", ["-qec", command, "/dev/null"])).stdout.replaceAll("\r", "").split("\n");
    expect(lines.length).toBeGreaterThan(30);
    const tooWide = lines.filter((line) => widthOf(line) > columns && !line.startsWith("  $") && wrap(line.trim(), 1).length > 1);
    expect(tooWide).toEqual([]);
  });

  it("JSON is never coloured", async () => {
    const { stdout } = await qakOnTerminal(["decide", AWARD, "eligibility", EXAMPLE, "--json"]);
    expect(stdout).not.toContain(ESCAPE);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "eligible" });
  });

  it("a batch shows its progress, and clears it for the summary", async () => {
    const input = join(folder, "lines.ndjson");
    const question = JSON.stringify({ asOf: "2024-06-01", facts: { wonAward: false } });
    writeFileSync(input, `${Array.from({ length: 400 }, () => question).join("\n")}\n{\n`);
    const { code, stdout } = await qakOnTerminal(["batch", AWARD, "title-use", input, "--out", join(folder, "out.ndjson")]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/─ *\S* *\d+% · [\d,]+ lines · [\d,]+\/s · errors \d+ · \S+ left/);
    expect(stdout.lastIndexOf("401 lines")).toBeGreaterThan(stdout.lastIndexOf("left"));
    expect(stdout).toMatch(/not permitted +400/);
  });

  it("a batch whose answers go to the terminal shows no bar between them", async () => {
    const input = join(folder, "line.ndjson");
    writeFileSync(input, JSON.stringify({ asOf: "2024-06-01", facts: { wonAward: false }, detail: "verdict" }));
    const { stdout } = await qakOnTerminal(["batch", AWARD, "title-use", input]);
    expect(stdout).toContain('{"line":1,');
    expect(stdout).not.toContain("%");
  });

  it("a question that is not given is asked for, not waited for", async () => {
    const { code, stdout } = await qakOnTerminal(["decide", AWARD, "eligibility"]);
    expect(code).toBe(2);
    expect(stdout).toContain("no question: name a file, pipe one in, or write --as-of and --facts");
    const batch = await qakOnTerminal(["batch", AWARD, "eligibility"]);
    expect(batch.code).toBe(2);
    expect(batch.stdout).toContain("no input: name a file or pipe one in");
  });
});

it("off a terminal FORCE_COLOR turns colour on, for `less -R`", async () => {
  const { stdout } = await qak(["awards"], { env: { FORCE_COLOR: "1" } });
  expect(stdout).toContain(ESCAPE);
});
