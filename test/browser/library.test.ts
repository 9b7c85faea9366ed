/** The library as one module in a real page, under a policy that allows no `eval`: the same bytes as in Node. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPackFolder } from "../../src/files/read-pack.js";
import { type Decision, decide, loadAward } from "../../src/index.js";
import { launchChromium } from "./chromium.js";

const PACK = "rules/nm-chairman-2022";
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
const PAGE = `<!doctype html><meta charset="utf-8"><title>library</title><script type="module" src="/page.js"></script>`;
const SCRIPT = `
import { decide, loadAward } from "/quality-award-kernel.js";
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
const award = loadAward(await (await fetch("/pack.json")).json());
window.answers = (questions) => questions.map((question) => JSON.stringify(decide(award, question)));
window.ready = true;
`;

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const files: Record<string, readonly [type: string, body: string]> = {
    "/": ["text/html", PAGE],
    "/page.js": ["text/javascript", SCRIPT],
    "/quality-award-kernel.js": ["text/javascript", await readFile("dist/browser/quality-award-kernel.js", "utf8")],
    "/pack.json": ["application/json", JSON.stringify(await readPackFolder(PACK))],
  };
  server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.setHeader("Content-Type", `${type}; charset=utf-8`).setHeader("Content-Security-Policy", POLICY).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction("window.ready === true");
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

async function questions(): Promise<readonly unknown[]> {
  const lines = (await readFile(`${PACK}/editions/2023.ndjson`, "utf8")).trim().split("\n");
  const edition = lines.map((line) => ({ decision: "eligibility", ...(JSON.parse(line) as object) }));
  return [...edition, { decision: "eligibility", asOf: "2023-02-30", facts: { operatingSinse: 1 } }, null];
}

test("a page decides the whole edition to the very bytes that Node does", async () => {
  const award = loadAward(await readPackFolder(PACK));
  const asked = await questions();
  const here = asked.map((question) => JSON.stringify(decide(award, question)));
  const there = await page.evaluate((given) => (window as unknown as { answers(of: unknown): string[] }).answers(given), asked);
  expect(there).toEqual(here);
  expect(new Set(here.map((text) => (JSON.parse(text) as { decision?: Decision }).decision?.outcome)).size).toBeGreaterThan(2);
});

test("the library asks for nothing that a policy without unsafe-eval forbids", async () => {
  expect(await page.evaluate("window.violations")).toEqual([]);
});
