/** Which modules a command loads, as Node itself tells when it is asked for coverage. */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { AWARD, EXAMPLE, qak, scratch } from "./qak.js";

const folder = scratch();

/** Packages by their names, and files below `dist/`. */
async function loadedBy(args: readonly string[]): Promise<ReadonlySet<string>> {
  const coverage = mkdtempSync(join(folder, "loaded-"));
  await qak(args, { env: { NODE_V8_COVERAGE: coverage } });
  const files = readdirSync(coverage).map((name) => readFileSync(join(coverage, name), "utf8"));
  const urls = files.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url));
  return new Set(
    urls.flatMap(
      (url) =>
        /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(url)?.[1] ?? /\/dist\/(.*)$/.exec(url)?.[1] ?? [],
    ),
  );
}

const isPackage = (name: string) => !name.endsWith(".js");

it.each([
  [["--version"]],
  [["--help"]],
  [["score", "--help"]],
  [["awrds"]],
])("%j loads neither packs nor what decides", async (args) => {
  const loaded = [...(await loadedBy(args))];
  expect(loaded.filter(isPackage).sort()).toEqual(["commander", "picocolors"]);
  expect(loaded.filter((file) => /^(pack|reference|scoring|selection|http)\//.test(file))).toEqual([]);
});

it("a question in JSON is decided without YAML, json-rules-engine, progress bars, the service and the scorer", async () => {
  const loaded = [...(await loadedBy(["decide", AWARD, "eligibility", EXAMPLE]))];
  expect(loaded).toContain("kernel/decide.js");
  expect(loaded.filter((name) => ["yaml", "json-rules-engine", "cli-progress", "hono"].includes(name))).toEqual([]);
  expect(loaded.filter((file) => /^(reference|scoring|selection|http)\//.test(file))).toEqual([]);
});

it("a CSV file is scored without what reads and writes other formats", async () => {
  const loaded = [...(await loadedBy(["score", `rules/${AWARD}/examples/scores.csv`]))];
  expect(loaded).toContain("scoring/csv.js");
  expect(loaded.filter((name) => /^(hyparquet|read-excel-file|write-excel-file|yaml|cli-progress|hono)/.test(name))).toEqual([]);
});
