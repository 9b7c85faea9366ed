/** Which modules a command loads, as Node itself tells when it is asked for coverage. */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { AWARD, EXAMPLE, qak, scratch } from "./qak.js";

const folder = scratch();

/** Packages by their names, and our modules by their files below `src/`: each bundled file names those it holds. */
async function loadedBy(args: readonly string[]): Promise<ReadonlySet<string>> {
  const coverage = mkdtempSync(join(folder, "loaded-"));
  await qak(args, { env: { NODE_V8_COVERAGE: coverage } });
  const files = readdirSync(coverage).map((name) => readFileSync(join(coverage, name), "utf8"));
  const urls = files.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url));
  return new Set(
    urls.flatMap((url): readonly string[] => {
      const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(url) ?? [];
      return name === undefined ? (url.includes("/dist/cli/") ? bundledIn(fileURLToPath(url)) : []) : [name];
    }),
  );
}

function bundledIn(file: string): readonly string[] {
  return [...readFileSync(file, "utf8").matchAll(/^\/\/ src\/(.*\.ts)$/gm)].map(([, module]) => module as string);
}

const isPackage = (name: string) => !name.endsWith(".ts");

it.each([
  [["--version"]],
  [["--help"]],
  [["score", "--help"]],
  [["awrds"]],
])("%j loads neither packs nor what decides", async (args) => {
  const loaded = [...(await loadedBy(args))];
  expect(loaded).toContain("cli/main.ts");
  expect(loaded.filter(isPackage).sort()).toEqual(["commander", "picocolors"]);
  expect(loaded.filter((file) => /^(pack|reference|scoring|selection|http)\//.test(file))).toEqual([]);
});

it("a question in JSON is decided without YAML, json-rules-engine, progress bars, the service and the scorer", async () => {
  const loaded = [...(await loadedBy(["decide", AWARD, "eligibility", EXAMPLE]))];
  expect(loaded).toContain("kernel/decide.ts");
  expect(loaded.filter((name) => ["yaml", "json-rules-engine", "cli-progress", "hono"].includes(name))).toEqual([]);
  expect(loaded.filter((file) => /^(reference|scoring|selection|http)\//.test(file))).toEqual([]);
});

it("a CSV file is scored without what reads and writes other formats", async () => {
  const loaded = [...(await loadedBy(["score", `rules/${AWARD}/examples/scores.csv`]))];
  expect(loaded).toContain("scoring/csv.ts");
  expect(loaded.filter((name) => /^(hyparquet|read-excel-file|write-excel-file|yaml|cli-progress|hono)/.test(name))).toEqual([]);
});

it("what it starts threads from stands beside what starts them", () => {
  const files = readdirSync("dist/cli");
  const started = files.flatMap((file) =>
    [...readFileSync(join("dist/cli", file), "utf8").matchAll(/new URL\("\.\/([^"]+)", import\.meta\.url\)/g)].map(
      ([, name]) => name,
    ),
  );
  expect(started.sort()).toEqual(["csv-worker.js", "simulate-worker.js"]);
  expect(files).toEqual(expect.arrayContaining(started));
});
