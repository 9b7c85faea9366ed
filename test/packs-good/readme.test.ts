/** `rules/README.md` teaches by example: its examples are the real files', its tables name what there is, its cases pass. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { runCases } from "../../src/audit/cases.js";
import { loadPacks } from "../../src/files/packs.js";
import { parseCases } from "../../src/files/read-cases.js";
import type { Award } from "../../src/index.js";
import { operators } from "../../src/kernel/operators/all.js";

const run = promisify(execFile);

let page: string;
let model: string;

beforeAll(async () => {
  page = await readFile("rules/README.md", "utf8");
  model = await readFile("src/kernel/model.ts", "utf8");
});

describe("rules/README.md", () => {
  it("shows JSON that stands in the files it names", async () => {
    const shown = [...page.matchAll(/<!-- (\S+) -->\n```json\n([\s\S]*?)```/g)].map(([, file, json]) => [file, json] as const);
    expect(shown).toHaveLength([...page.matchAll(/^```json$/gm)].length);
    for (const [file, json] of shown) {
      const whole: unknown = JSON.parse(await readFile(`rules/${file}`, "utf8"));
      expect(standsIn(JSON.parse(json as string), whole), `${file}: ${json}`).toBe(true);
    }
  });

  it("shows cases that pass", async () => {
    const award = (await loadPacks("rules")).get("nm-chairman-2022") as Award;
    const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)];
    expect(blocks).toHaveLength(1);
    for (const [, yaml] of blocks) {
      const read = parseCases(award, yaml as string);
      if (!read.ok) throw new Error(JSON.stringify(read.errors, null, 2));
      const results = await runCases(
        award,
        read.cases.map((placed) => placed.case),
      );
      expect(results.filter(({ passed }) => !passed).map(({ case: one, differences }) => [one.case, differences])).toEqual([]);
    }
  });

  it("names every expression, operator, hit policy and ledger status there is, and no other", () => {
    expect(names(/\{ "op": "(\w+)"[^|]*\|/g, page)).toEqual(names(/readonly op: "(\w+)"/g, model));
    const fits = section("| operator ", "**`params`**")
      .split("\n")
      .map((row) => row.split("|")[1] ?? "");
    expect(names(/`(\w+)`/g, fits.join(" "))).toEqual([...operators.keys(), "in", "notIn"].sort());
    const declared = names(/"([a-z-]+)"/g, /readonly status: "encoded"[^;]*/.exec(model)?.[0] ?? "");
    expect(names(/^\| `([a-z-]+)` +\|.*\|.*\|$/gm, section("| status ", "### 6."))).toEqual(declared);
    const policies = names(/"([a-z]+)"/g, /readonly hitPolicy:[^;]*/.exec(model)?.[0] ?? "");
    expect(names(/^\| `([a-z]+)` +\|/gm, section("### 2.", "### 3."))).toEqual(policies);
  });

  it("names every line of a selection and every way to put scores together, and no other", async () => {
    const selection = await readFile("src/kernel/selection.ts", "utf8");
    const lines = names(/^ {2}readonly (\w+)\??: Ruling/gm, selection);
    expect(names(/^\| `(\w+)` +\|/gm, section("### `selection.json`", "### `review-rules.json`"))).toEqual(lines);
    const rules = await readFile("src/kernel/review-rules.ts", "utf8");
    const methods = names(/readonly method: "([a-z-]+)"/g, rules);
    expect(names(/`([a-z-]*(?:mean|median))`/g, section("| `aggregation`", "| `consensus"))).toEqual(methods);
  });

  it("shows commands that run", async () => {
    const lines = /```sh\n([\s\S]*?)```/.exec(page)?.[1]?.trim().split("\n") ?? [];
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const [command, ...args] = line
        .replace(/ *#.*$/, "")
        .replace("my-packs", "test/packs/good")
        .split(" ");
      expect(command).toBe("qak");
      const { stdout } = await run("node", ["dist/cli/main.js", ...args]);
      expect(stdout, line).not.toBe("");
    }
  }, 120_000);
});

/** Whether `part` is somewhere in `whole`: with all of its members, and of its lists every entry. */
function standsIn(part: unknown, whole: unknown): boolean {
  if (isPartOf(part, whole)) return true;
  return typeof whole === "object" && whole !== null && Object.values(whole).some((inner) => standsIn(part, inner));
}

function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) return Array.isArray(whole) && part.every((entry) => whole.some((other) => isPartOf(entry, other)));
  if (typeof part !== "object" || part === null) return part === whole;
  if (typeof whole !== "object" || whole === null) return false;
  const members = new Map(Object.entries(whole));
  return Object.entries(part).every(([name, value]) => members.has(name) && isPartOf(value, members.get(name)));
}

function names(pattern: RegExp, text: string): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))].sort();
}

function section(from: string, to: string): string {
  return page.slice(page.indexOf(from), page.indexOf(to));
}
