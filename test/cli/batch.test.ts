import { spawn } from "node:child_process";
import { openSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { LineAnswer } from "../../src/files/batch.js";
import { AWARD, EXAMPLE, environment, MAIN, qak, run, scratch } from "./qak.js";

const folder = scratch();
const example = JSON.parse(readFileSync(EXAMPLE, "utf8")) as { asOf: string; facts: Record<string, unknown> };
const TITLE_USE = {
  asOf: "2024-06-01",
  facts: { wonAward: true, awardRevoked: false, awardYearStated: true, plaqueOrCertificateForged: false },
};

/** `title-use` of line `index`: in turn permitted, not permitted and undetermined. */
function titleUse(index: number): string {
  const useIn = ["corporate-image", "product-or-packaging", null][index % 3];
  return JSON.stringify({ ...TITLE_USE, facts: { ...TITLE_USE.facts, useOf: "title", useIn } });
}

describe("qak batch", () => {
  it("answers a line for a line, in order, numbered, and passes over empty ones", async () => {
    const input = [titleUse(0), "", titleUse(1), titleUse(2)].join("\n");
    const { code, stdout, stderr } = await qak(["batch", AWARD, "title-use"], { input });
    expect(code).toBe(0);
    const answers = parsed(stdout);
    expect(answers.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(answers.map(outcome)).toEqual(["permitted", "not-permitted", "undetermined"]);
    expect(stderr).toBe(
      "3 lines\n  ✓ permitted            1\n  ✗ not permitted        1\n  ? undetermined         1\n  ! errors, not decided  0\n",
    );
  });

  it("goes on past lines that are wrong, tells each with its number, and exits with 2", async () => {
    const wrong = JSON.stringify({ ...TITLE_USE, id: "unit 7", facts: { wonAwards: true, useOf: 1 } });
    const input = Buffer.concat([
      Buffer.from(`${titleUse(0)}\n{oops\n${wrong}\n`),
      Buffer.of(0xff, 0x0a),
      Buffer.from(titleUse(1)),
    ]);
    const { code, stdout, stderr } = await qak(["batch", AWARD, "title-use", "-"], { input });
    expect(code).toBe(2);
    const answers = parsed(stdout);
    expect(answers.map(outcome)).toEqual([
      "permitted",
      ["bad-json"],
      ["unknown-fact", "not-a-value"],
      ["not-utf8"],
      "not-permitted",
    ]);
    expect(answers[2]).toMatchObject({ line: 3, id: "unit 7" });
    expect(stderr).toMatch(/errors, not decided +3\n/);
    expect(stderr).toContain("line 3 /facts/wonAwards: no such fact in nm-chairman-2022: did you mean `wonAward`?");
  });

  it("says in Chinese what it came to", async () => {
    const { stderr } = await qak(["batch", AWARD, "title-use", "--lang", "zh"], { input: titleUse(0) });
    expect(stderr).toBe(
      "共 1 行\n  ✓ 可以使用          1\n  ✗ 不得使用          0\n  ? 尚不能确定        0\n  ! 未作判定，有错误  0\n",
    );
  });

  it("answers nothing to nothing", async () => {
    const { code, stdout, stderr } = await qak(["batch", AWARD, "title-use"], { input: "" });
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^0 lines\n/);
  });

  it("writes to --out what it would print", async () => {
    const file = join(folder, "few.ndjson");
    writeFileSync(file, `${titleUse(0)}\n${titleUse(1)}\n`);
    const out = join(folder, "few-answers.ndjson");
    const written = await qak(["batch", AWARD, "title-use", file, "--out", out]);
    const printed = await qak(["batch", AWARD, "title-use", file]);
    expect(written).toEqual({ ...printed, stdout: "" });
    expect(readFileSync(out, "utf8")).toBe(printed.stdout);
  });

  it("never writes over the file that it reads, by whatever name", async () => {
    const file = join(folder, "precious.ndjson");
    writeFileSync(file, titleUse(0));
    const alias = join(folder, "alias.ndjson");
    symlinkSync(file, alias);
    for (const out of [file, alias]) {
      const { code, stderr } = await qak(["batch", AWARD, "title-use", file, "--out", out]);
      expect(code).toBe(2);
      expect(stderr).toContain("the very file that is read: write to another");
    }
    expect(readFileSync(file, "utf8")).toBe(titleUse(0));
  });

  it.each([
    { args: [AWARD, "title-us"], says: /did you mean `title-use`/ },
    { args: [AWARD, "title-use", "nowhere.ndjson"], says: /nowhere\.ndjson: no such file/ },
    { args: [AWARD, "title-use", "rules"], says: /rules: a folder/ },
    { args: [AWARD, "title-use", "-", "--out", "nowhere/x"], says: /nowhere\/x: no such folder/ },
  ])("refuses $args", async ({ args, says }) => {
    const { code, stdout, stderr } = await qak(["batch", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  it.runIf(process.platform === "linux")("tells that a disk is full", async () => {
    const { code, stderr } = await qak(["batch", AWARD, "title-use", "-", "--out", "/dev/full"], { input: titleUse(0) });
    expect(code).toBe(2);
    expect(stderr).toContain("/dev/full: no space left");
  });
});

describe("when the reader of the output leaves", () => {
  it("batch stops, tells how far it came, and is no error", async () => {
    const input = Array.from({ length: 3000 }, (_, index) => titleUse(index)).join("\n");
    const { code, stderr } = await leaveEarly(["batch", AWARD, "title-use"], input);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^[\d,]+ lines, then the reader of the output left\n/);
    expect(Number(/^[\d,]+/.exec(stderr)?.[0].replace(",", ""))).toBeLessThan(3000);
  });

  it("other commands say nothing of it", async () => {
    expect(await leaveEarly(["test", AWARD, "--json"], "")).toEqual({ code: 0, stderr: "" });
  });

  it("`| head` gets its lines", async () => {
    const file = join(folder, "for-head.ndjson");
    writeFileSync(file, Array.from({ length: 500 }, (_, index) => titleUse(index)).join("\n"));
    const pipe = `'${process.execPath}' '${MAIN}' batch ${AWARD} title-use '${file}' | head -n 2`;
    const { stdout, stderr } = await run("sh", ["-c", pipe]);
    expect(parsed(stdout).map(({ line }) => line)).toEqual([1, 2]);
    expect(stderr).not.toMatch(/EPIPE|Error/);
  });
});

it("Ctrl-C ends the reading; what was answered is written and counted", async () => {
  const child = spawn(process.execPath, [MAIN, "batch", AWARD, "title-use"], { env: environment() });
  let stderr = "";
  let stdout = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdin.on("error", () => undefined);
  const many = `${Array.from({ length: 60 }, (_, index) => titleUse(index)).join("\n")}\n`;
  child.stdin.write(many);
  await new Promise<void>((done) => {
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      done();
    });
  });
  child.kill("SIGINT");
  const code = await new Promise((done) => child.on("close", done));
  expect(code).toBe(130);
  expect(stderr).toMatch(/^60 lines, then interrupted\n/);
  expect(parsed(stdout)).toHaveLength(60);
}, 60_000);

describe("20 000 lines", () => {
  const LINES = 20_000;
  /** Of a heap that holds a fifth of the input at most. */
  const HEAP_MIB = 64;

  it("are answered in order, and cost no more memory than 200", async () => {
    const few = await peakOf("few-long.ndjson", 200);
    const many = await peakOf("many-long.ndjson", LINES);
    expect(few.stderr).toMatch(/^200 lines\n/);
    expect(many.stderr).toMatch(/^20,000 lines\n/);
    expect(many.stderr).toMatch(/eligible +10,000\n/);
    expect(many.stderr).toMatch(/errors, not decided +20\n/);
    expect(many.code).toBe(2);
    expect(many.answers).toHaveLength(LINES);
    expect(many.answers.every(({ line }, index) => line === index + 1)).toBe(true);
    expect(many.peakMiB - few.peakMiB).toBeLessThan(96);
  }, 300_000);

  /** Some 4 KiB a line; every thousandth is no JSON, of the others every second is a unit without a sound quality system. */
  async function peakOf(name: string, lines: number) {
    const input = join(folder, name);
    const output = openSync(input, "w");
    for (let index = 0; index < lines; index++) {
      const facts = { ...example.facts, qualitySystemSound: index % 2 === 0 };
      writeFileSync(output, index % 1000 === 999 ? "{\n" : `${JSON.stringify({ ...example, facts, detail: "verdict" })}\n`);
    }
    const peak = join(folder, `${name}.peak`);
    const answers = join(folder, `${name}.answers`);
    const node = [`--max-old-space-size=${HEAP_MIB}`, "--import", resolve("test/cli/print-peak-memory.mjs"), MAIN];
    const { code, stderr } = await run(process.execPath, [...node, "batch", AWARD, "eligibility", input, "--out", answers], {
      env: { PEAK_MEMORY_FILE: peak },
    });
    return { code, stderr, answers: parsed(readFileSync(answers, "utf8")), peakMiB: Number(readFileSync(peak, "utf8")) / 1024 };
  }
});

function parsed(ndjson: string): readonly LineAnswer[] {
  return ndjson
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as LineAnswer);
}

function outcome(answer: LineAnswer): string | readonly string[] {
  return "decision" in answer ? answer.decision.outcome : answer.errors.map(({ code }) => code);
}

/** Reads a little of the output and closes it. */
function leaveEarly(args: readonly string[], input: string): Promise<{ code: number | null; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [MAIN, ...args], { env: environment() });
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.stdin.on("error", () => undefined);
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(input);
    child.on("close", (code) => done({ code, stderr }));
  });
}
