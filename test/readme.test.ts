/** What README.md shows is what a reader gets, and the Chinese one says the same. */
import { execFileSync, spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createColors } from "picocolors";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { applicantsPage } from "../src/cli/page/score.js";
import { scoredInWords } from "../src/cli/page/scored.js";
import { scoreMethod } from "../src/cli/score-method.js";
import { readPackFolder } from "../src/files/read-pack.js";
import { openSheets } from "../src/files/sheets/open.js";
import { createApp } from "../src/http/app.js";
import { type Award, decide, loadAward } from "../src/index.js";
import { KERNEL_VERSION } from "../src/kernel/version.js";
import { scoreSet } from "../src/scoring/score-set.js";
import { loadScorer } from "../src/scoring/scorer.js";

let award: Award;
beforeAll(async () => {
  award = loadAward(await readPackFolder("rules/nm-chairman-2022"));
});

/** What a text shows right after a command. */
function textAfter(text: string, command: string): string {
  return blocks(text.slice(text.indexOf(`\nnpx qak ${command}\n`)), "text")[0] as string;
}

function blocks(markdown: string, language: string): readonly string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map((match) => match[1] as string);
}

describe.each(["README.md", "README.zh-CN.md"])("%s", (file) => {
  test("it says that changes which no case can see count as not killed", async () => {
    expect(await readFile(file, "utf8")).toMatch(
      / {2}Changes that no case can see count as not killed: |案例看不到的改动计为未检出：/,
    );
  });

  test("its request gets its answer", async () => {
    const text = await readFile(file, "utf8");
    const request = JSON.parse((blocks(text, "sh")[1] as string).match(/--data '\n(.*)'/s)?.[1] as string) as object;
    const shown = JSON.parse(blocks(text, "json")[0] as string) as { rules: object[] };
    const answer = decide(award, { decision: "title-use", ...request });
    expect(answer.ok).toBe(true);
    if (!answer.ok) return;
    const violated = answer.decision.rules?.filter(({ gives }) => gives !== null);
    expect({ ...answer.decision, rules: violated }).toMatchObject(shown);
    expect(violated).toHaveLength(shown.rules.length);
  });

  test("opens with the two commands, and names no decision that is not there", async () => {
    const text = await readFile(file, "utf8");
    expect(blocks(text, "sh")[0]).toMatch(/^npm ci && npm start .*\nnpm ci && npm test /);
    const named = [...text.matchAll(/^\| `([a-z-]+)`/gm)].map((match) => match[1]);
    expect(named).toEqual(award.files.pack.decisions.map(({ name }) => name));
  });

  test("its programs say what stands beside them", async () => {
    const programs = blocks(await readFile(file, "utf8"), "ts");
    expect(programs).toHaveLength(2);
    for (const program of programs) {
      const expected = [...program.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]);
      expect(run(program)).toEqual(expected);
      expect(expected).not.toEqual([]);
    }
  });

  test("its programs compile under strict types, against the types that are built", async () => {
    const programs = blocks(await readFile(file, "utf8"), "ts");
    expect(complaintsOf(programs)).toEqual([]);
  });

  test("its selection is what the command prints, line by line but for what is left out", async () => {
    const text = await readFile(file, "utf8");
    const command = blocks(text, "sh")
      .map((block) => /^npx qak (select .*)$/m.exec(block)?.[1])
      .find((args) => args !== undefined) as string;
    const printed = execFileSync(process.execPath, ["dist/cli/main.js", ...command.split(" ")], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1" },
    });
    const shown = (blocks(text, "text").find((block) => block.includes("…\n")) as string).split("…\n");
    expect(shown.length).toBeGreaterThan(1);
    const places = shown.map((part) => `\n${printed}`.indexOf(`\n${part}`));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("its audit is what the command prints, and its event one of that log", async () => {
    const text = await readFile(file, "utf8");
    const command = blocks(text, "sh")
      .map((block) => /^npx qak (audit .*)$/m.exec(block)?.[1])
      .find((args) => args !== undefined) as string;
    const options = { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1" } } as const;
    const { status, stdout } = spawnSync(process.execPath, ["dist/cli/main.js", ...command.split(" ")], options);
    const shown = textAfter(text, command);
    expect([status, shown.endsWith("\n…\n")]).toEqual([1, true]);
    expect(stdout.slice(0, shown.length - "…\n".length)).toBe(shown.slice(0, -"…\n".length));
    const log = JSON.parse(await readFile(command.split(" ")[1] as string, "utf8")) as { readonly events: readonly object[] };
    expect(log.events).toContainEqual(JSON.parse(blocks(text, "json").at(-1) as string));
  });

  test.each([
    ["calendar", 1],
    ["next", 0],
  ] as const)("its %s is what the command prints, but for what is left out", async (name, exit) => {
    const text = await readFile(file, "utf8");
    const command = blocks(text, "sh")
      .map((block) => new RegExp(`^npx qak (${name} .*)$`, "m").exec(block)?.[1])
      .find((args) => args !== undefined) as string;
    const options = { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1" } } as const;
    const { status, stdout } = spawnSync(process.execPath, ["dist/cli/main.js", ...command.split(" ")], options);
    const shown = textAfter(text, command)
      .split("…\n")
      .filter((part) => part !== "");
    const places = shown.map((part) => `\n${stdout}`.indexOf(`\n${part}`));
    expect([status, shown.length > 1]).toEqual([exit, true]);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("its replay of kept decisions is what the commands print", async () => {
    const text = await readFile(file, "utf8");
    const script = blocks(text, "sh").find((block) => block.includes(" --keep ")) as string;
    const folder = await mkdtemp(join(tmpdir(), "qak-kept-"));
    await symlink(resolve("rules"), join(folder, "rules"));
    await writeFile(join(folder, "npx"), `#!/bin/sh\nshift\nexec "${process.execPath}" "${resolve("dist/cli/main.js")}" "$@"\n`, {
      mode: 0o755,
    });
    const env = { ...process.env, PATH: `${folder}:${process.env["PATH"]}`, LC_ALL: "C.UTF-8", NO_COLOR: "1" };
    const { status, stdout } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8", env });
    await rm(folder, { recursive: true });
    expect(status).toBe(1);
    expect(blocks(text, "text")).toContain(stdout);
  });

  test("its log, sent in lines, is answered with the breaches it names", async () => {
    const request = blocks(await readFile(file, "utf8"), "sh").find((block) => block.includes("/procedure/audit")) as string;
    const [, address = "", type = "", body = ""] =
      /^curl -s '(\S+)' \\\n {2}-H 'content-type: (\S+)' --data-binary '(.*)'\n$/s.exec(request) ?? [];
    const app = createApp(new Map([[award.id, award]]));
    const response = await app.request(address, { method: "POST", headers: { "content-type": type }, body });
    const { breaches } = (await response.json()) as { readonly breaches: readonly { readonly rule: string }[] };
    expect(breaches.map(({ rule }) => rule)).toEqual([
      "procedure/notice-after-deliberation",
      "procedure/notice-of-seven-working-days",
    ]);
  });

  test.each([
    ["next", "application/json", ["approval-request", "2023-10-11"]],
    ["deadlines", "text/calendar", ["DTSTART;VALUE=DATE:20231011", "SUMMARY:"]],
    ["obligations", "application/json", ["obligations/performance-report", "overdue"]],
  ])("its question of what comes next, by when or what is owed is answered: %s", async (name, type, parts) => {
    const request = blocks(await readFile(file, "utf8"), "sh").find((block) => block.includes(`/procedure/${name}?`)) as string;
    const [, address = "", path = ""] = /^curl -s '(\S+)' .* --data-binary @(\S+)\n$/s.exec(request) ?? [];
    const headers = [...request.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, key, value]) => [key, value] as [string, string]);
    const app = createApp(new Map([[award.id, award]]));
    const response = await app.request(address, { method: "POST", headers, body: await readFile(path, "utf8") });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, `${type}; charset=utf-8`]);
    const text = await response.text();
    for (const part of parts) expect(text).toContain(part);
  });

  test("counts the edition as it is decided", async () => {
    const lines = (await readFile("rules/nm-chairman-2022/editions/2023.ndjson", "utf8")).trim().split("\n");
    const counts = new Map<string, number>();
    for (const line of lines) {
      const answer = decide(award, { decision: "eligibility", ...(JSON.parse(line) as object) });
      const outcome = answer.ok ? answer.decision.outcome : "refused";
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({ eligible: 46, ineligible: 18, undetermined: 7 });
    expect((await readFile(file, "utf8")).replace(/\s/g, "")).toMatch(/71.{0,20}46.{0,20}18.{0,20}7/);
  });
});

/** What a program writes, run as it stands by Node with the package by its name; the service answers with the pack. */
function run(program: string): readonly string[] {
  const service = `import { readFileSync } from "node:fs";
    globalThis.fetch = async () => new Response(readFileSync(0, "utf8"));\n`;
  const options = { encoding: "utf8", input: JSON.stringify(award.files) } as const;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", service + program], options)
    .trim()
    .split("\n");
}

/** What the compiler says of programs that stand in this package, each in a file of its own. */
function complaintsOf(programs: readonly string[]): readonly string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const texts = new Map(programs.map((text, at) => [resolve(`readme-${at}.mts`), text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile: readText, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readText(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile(name, version, ...rest) : ts.createSourceFile(name, text, version);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...texts.keys()], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("the command is there before it is built, and says what to do", async () => {
  const folder = await mkdtemp(join(tmpdir(), "qak-unbuilt-"));
  await cp("bin", join(folder, "bin"), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "bin/qak.mjs"), "--help"], { encoding: "utf8" });
  await rm(folder, { recursive: true });
  expect([status, stderr]).toEqual([2, expect.stringContaining("run `npm ci && npm run build` first")]);
  const help = execFileSync(process.execPath, ["bin/qak.mjs", "--version"], { encoding: "utf8" });
  expect(help.trim()).toBe(KERNEL_VERSION);
});

test.each([
  ["README.md", "en"],
  ["README.zh-CN.md", "zh"],
] as const)("%s shows the ranking that its command prints", async (file, language) => {
  const text = await readFile(file, "utf8");
  const path = blocks(text, "sh")[2]?.match(/^npx qak score (\S+)\n$/)?.[1] as string;
  const { criteria, selection } = award.files;
  if (criteria === undefined || selection === undefined) throw new Error("no criteria");
  const reading = await openSheets(path, "csv", criteria, { stages: selection.stages });
  const scorer = await loadScorer(criteria);
  const method = scoreMethod(null, award.files);
  const set = await scoreSet(scorer, (stage) => method.at(reading.namesOf("stage")[stage]));
  for await (const batch of reading.batches) {
    expect(batch.faults).toEqual([]);
    set.add({ ...batch, faults: [] });
  }
  const names = { applicants: reading.namesOf("applicant"), stages: reading.namesOf("stage") };
  const screen = { width: 100, language, paint: createColors(false) };
  const ranking = { placings: set.placings(), names, top: scorer.layout.top, method };
  const page = applicantsPage(screen, award, ranking);
  const none = { incomplete: 0, faults: 0, refused: 0, unknown: 0, tooFew: 0 };
  const counts = { sheets: 24, applicants: names.applicants.length, ...none };
  const below = scoredInWords(screen, { ...counts, faultsFile: undefined, method: null, unread: [] });
  expect(`${[...page, "", ...below].join("\n")}\n`).toBe(blocks(text, "text")[0]);
});

test("the kernel carries the package's version", async () => {
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  expect(KERNEL_VERSION).toBe(version);
});
