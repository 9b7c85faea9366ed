/** A second award, other in every number and subject, decided by the same kernel: rules are data. */
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/audit/case.js";
import { runCases } from "../../src/audit/cases.js";
import { loadPacks } from "../../src/files/packs.js";
import { listCaseFiles, readCases } from "../../src/files/read-cases.js";
import { createApp } from "../../src/http/app.js";
import { type Award, decide } from "../../src/index.js";
import { itemsOf, totalPoints } from "../../src/kernel/criteria.js";

const PACKS = "test/packs/good";
const ID = "invented-craft-2030";
const run = promisify(execFile);

let awards: Map<string, Award>;
let award: Award;
let files: readonly string[];
let cases: readonly Case[];

beforeAll(async () => {
  awards = await loadPacks(PACKS);
  award = awards.get(ID) as Award;
  files = await listCaseFiles(join(PACKS, ID, "cases"));
  cases = (await Promise.all(files.map((file) => readCases(award, file)))).flatMap((read) => {
    if (!read.ok) throw new Error(JSON.stringify(read.errors, null, 2));
    return read.cases.map((placed) => placed.case);
  });
});

describe("the invented award", () => {
  it("is made of JSON and YAML alone", async () => {
    const names = await readdir(join(PACKS, ID), { recursive: true });
    expect(names.filter((name) => /\.[^.]*$/.test(name) && !/\.(json|yaml)$/.test(name))).toEqual([]);
  });

  it("says in its title, number and text that it is invented", () => {
    const { pack, law } = award.files;
    const said = [pack.title.zh, pack.documentNumber, law.title, ...law.preface, ...law.conclusions];
    expect(said.filter((text) => !text.includes("虚构"))).toEqual([]);
    expect(pack.title.en).toContain("invented");
  });

  it("decides every case as its law says, on both engines where the facts are complete", async () => {
    const results = await runCases(award, cases);
    expect(results.filter(({ passed }) => !passed).map((result) => ({ ...result, case: result.case.case }))).toEqual([]);
    expect(results.filter(({ reference }) => reference === "agrees").length).toBeGreaterThan(50);
  });

  it("is scored and selected in a way of its own: marks, two stages that rank, no shortlist", () => {
    const { criteria, selection, "review-rules": rules } = award.files;
    expect([criteria?.scale.unit, criteria && itemsOf(criteria).length, criteria && totalPoints(criteria)]).toEqual([
      "mark",
      5,
      40,
    ]);
    expect(selection?.stages.map(({ decides }) => decides)).toEqual(["ranking", "ranking"]);
    expect([selection?.shortlist, rules?.shortlist, rules?.awards.atLeast]).toEqual([undefined, undefined, undefined]);
    expect(award.files.parameters.parameters.find(({ name }) => name === selection?.awards.quota.fact)?.value).toBe(8);
  });

  it("has a case for every outcome of every decision, and for none of them to be settled", () => {
    const expected = new Set(cases.map(({ decision, expect: to }) => `${decision} ${"outcome" in to ? to.outcome : "refused"}`));
    const declared = award.files.pack.decisions.flatMap(({ name, outcomes }) =>
      [...outcomes.map((outcome) => outcome.name), "undetermined"].map((outcome) => `${name} ${outcome}`),
    );
    expect(declared.filter((outcome) => !expected.has(outcome))).toEqual([]);
  });
});

describe("over HTTP", () => {
  it("every case is answered as the library answers it", async () => {
    const app = createApp(awards);
    for (const { case: sentence, decision, ...rest } of cases) {
      const question = questionOf(rest);
      const response = await app.request(`/v1/awards/${ID}/decisions/${decision}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(question),
      });
      const answer = decide(award, { decision, ...question });
      const body = (await response.json()) as { errors?: unknown };
      expect(response.ok, sentence).toBe(answer.ok);
      if (answer.ok) expect(body, sentence).toEqual(JSON.parse(JSON.stringify(answer.decision)));
      else expect(body.errors, sentence).toHaveLength(answer.errors.length);
    }
  });

  it("the award is listed beside any other", async () => {
    const response = await createApp(awards).request("/v1/awards");
    expect(JSON.stringify(await response.json())).toContain(`"${ID}"`);
  });
});

describe("on the command line", () => {
  it("the first case of each decision is answered as the library answers it", async () => {
    for (const { name } of award.files.pack.decisions) {
      const { decision, ...rest } = cases.find((one) => one.decision === name) as Case;
      const question = questionOf(rest);
      const { stdout } = await qak(["decide", ID, decision, "-", "--json", "--rules", PACKS], JSON.stringify(question));
      const answer = decide(award, { decision, ...question });
      expect(JSON.parse(stdout)).toEqual(answer.ok && JSON.parse(JSON.stringify(answer.decision)));
    }
  });

  it("`qak test` finds nothing that differs", async () => {
    const { stdout } = await qak(["test", ...files, "--rules", PACKS]);
    expect(stdout).toContain(String(cases.length));
  });
});

function questionOf({ asOf, facts, interpretations }: Pick<Case, "asOf" | "facts" | "interpretations">) {
  return { asOf, facts, ...(interpretations === undefined ? {} : { interpretations }) };
}

function qak(args: readonly string[], input = "") {
  const running = run("node", ["dist/cli/main.js", ...args]);
  running.child.stdin?.end(input);
  return running;
}
