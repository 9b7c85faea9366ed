/** The scorer in a real page and in a worker of it, under a policy that allows no `eval`: the same bytes as in Node. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import { loadScorer } from "../../src/scoring/scorer.js";
import { launchChromium } from "./chromium.js";
import { answersOf, makeSheets, SHEETS } from "./million-sheets.js";

const CRITERIA = "rules/nm-chairman-2022/criteria.json";
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const PAGE = `<!doctype html><meta charset="utf-8"><title>scorer</title><script type="module" src="/page.js"></script>`;
const ANSWER = `
import { analysesOf } from "/analyses.js";
import { loadScorer } from "/scorer.js";
export ${makeSheets}
export ${answersOf}
export async function answer() {
  const scorer = await loadScorer(await (await fetch("/criteria.json")).json());
  return answersOf(makeSheets(${SHEETS}, scorer.layout), scorer, analysesOf(scorer));
}
`;
// All of it runs by the page itself: what a test has a page evaluate is allowed more than the policy allows.
const SCRIPT = `
import { answer } from "/answer.js";
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
window.answers = Promise.all([answer(), new Promise((resolve, reject) => {
  const worker = new Worker("/worker.js", { type: "module" });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = () => reject(new Error("the worker failed"));
})]).then(([page, worker]) => ({ page, worker, violations: [...window.violations], evaluates: evaluates() }));
function evaluates() { try { return new Function("return true")(); } catch { return false; } }
`;
const WORKER = `import { answer } from "/answer.js"; postMessage(await answer());`;

let server: Server;
let browser: Browser;
let answers: Readonly<Record<string, unknown>>;
let expected: Readonly<Record<string, string>>;

beforeAll(async () => {
  const files: Record<string, readonly [type: string, body: string]> = {
    "/": ["text/html", PAGE],
    "/page.js": ["text/javascript", SCRIPT],
    "/worker.js": ["text/javascript", WORKER],
    "/answer.js": ["text/javascript", ANSWER],
    "/scorer.js": ["text/javascript", await readFile("dist/browser/scorer.js", "utf8")],
    "/analyses.js": ["text/javascript", await readFile("dist/browser/analyses.js", "utf8")],
    "/criteria.json": ["application/json", await readFile(CRITERIA, "utf8")],
  };
  server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.setHeader("Content-Type", `${type}; charset=utf-8`).setHeader("Content-Security-Policy", POLICY).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const scorer = await loadScorer(JSON.parse(await readFile(CRITERIA, "utf8")) as Criteria);
  expected = await answersOf(makeSheets(SHEETS, scorer.layout), scorer, scorer);
  browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction("window.answers !== undefined");
  answers = await page.evaluate("window.answers");
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

test.each(["page", "worker"])("a million sheets scored in a %s give the very bytes that Node gives", (where) => {
  expect(answers[where]).toEqual(expected);
  expect(new Set(Object.values(expected)).size).toBe(Object.keys(expected).length);
});

test("the policy stands, and the scorer asked for nothing it forbids", () => {
  expect(answers["violations"]).toEqual([]);
  expect(answers["evaluates"]).toBe(false);
});
