import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AWARD, EXAMPLE, qak, run } from "./qak.js";
import { startService } from "./service.js";

const SAID = /^已从 DEBUG 中去掉 json-rules-engine.*json-rules-engine is left out of DEBUG: it would print every fact\n$/;
const PATTERNS = ["json-rules-engine", "*json-rules-engine*", "express:*, json-rules-engine:*", "*,-json-rules-engine"];
const question = JSON.stringify({ ...JSON.parse(readFileSync(EXAMPLE, "utf8")), engine: "reference" });

describe("DEBUG makes the reference engine print no fact", () => {
  it("though the engine by itself would", async () => {
    const script =
      'const { Engine } = require("json-rules-engine"); const engine = new Engine(); engine.addFact("income", 12345); ' +
      'engine.addRule({ conditions: { all: [{ fact: "income", operator: "equal", value: 1 }] }, event: { type: "x" } }); engine.run();';
    const { stdout } = await run(process.execPath, ["-e", script], { env: { DEBUG: "json-rules-engine" } });
    expect(stdout).toContain("12345");
  });

  it.each(PATTERNS)("of DEBUG=%s it tells that the engine is left out, and answers as without it", async (DEBUG) => {
    expect(await told(["decide", AWARD, "eligibility", EXAMPLE, "--engine", "reference", "--json"], DEBUG)).toMatch(SAID);
  });

  it("nor when cases are run", async () => {
    expect(await told(["test", AWARD, "--json"], "*json-rules-engine*")).toMatch(SAID);
  });

  it("nor in a batch", async () => {
    const stderr = await told(["batch", AWARD, "eligibility"], "*json-rules-engine*", `${question}\n${question}\n`);
    expect(stderr.replace(/2 lines\n( {2}.*\n)+$/, "")).toMatch(SAID);
  });

  it("nor in a service", async () => {
    const service = await startService({ env: { DEBUG: "*json-rules-engine*" } });
    const answered = await fetch(`${service.address}/v1/awards/${AWARD}/decisions/eligibility`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: question,
    });
    expect(await answered.json()).toMatchObject({ outcome: "eligible" });
    const { code, stdout, stderr } = await service.stop("SIGTERM");
    expect([code, stdout]).toEqual([0, service.printed]);
    expect(stderr).toMatch(SAID);
  });

  it.each(["*", "express:*"])("DEBUG=%s, which means nothing to the engine, is left as it is", async (DEBUG) => {
    const { stderr } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--engine", "reference"], { env: { DEBUG } });
    expect(stderr).toBe("");
  });
});

/** What a command says on standard error, its answers being the same as without `DEBUG`. */
async function told(args: readonly string[], DEBUG: string, input = ""): Promise<string> {
  const { stdout } = await qak(args, { input });
  const { stderr, ...answered } = await qak(args, { input, env: { DEBUG } });
  expect(answered).toEqual({ code: 0, stdout });
  return stderr;
}
